import { say } from '../../platform/locale.ts';
import {
  type Action,
  type FlowStage,
  type FoundPath,
  readAction,
  type SearchParameters,
  type SearchResult,
} from '../../success/paths/model.ts';

/** `use:3:reports` → "Used reports on 3 days or more". */
export function actionName(action: Action): string {
  const read = readAction(action);
  if (!read) return action;
  if (read.kind === 'survey') return say(`paths:actions.survey.${read.survey}`);
  if (read.kind !== 'use') return say(`paths:actions.${read.kind}`);
  return say(read.times === 1 ? 'paths:actions.use' : 'paths:actions.use_often', {
    feature: read.feature.replaceAll(/[_-]+/g, ' '),
    times: read.times,
  });
}

const percent = (part: number, of: number) => (of === 0 ? '–' : `${Math.round((100 * part) / of)}%`);

export function pathName(steps: readonly Action[]): string {
  return steps.map(actionName).join(' → ');
}

/** What a path goes with, in one sentence that claims no cause. */
export function pathInWords(path: FoundPath, { landmark_day }: SearchParameters): string {
  return say(path.steps.length === 1 ? 'paths:associated_one' : 'paths:associated', {
    path: pathName(path.steps),
    day: landmark_day,
    rate: percent(path.succeeded_with, path.n_with),
    n: path.n_with,
    other_rate: percent(path.succeeded_without, path.n_without),
    other_n: path.n_without,
  });
}

/** One stage of the flow: how many went on, and how those did against those who stopped. */
export function stageInWords(stage: FlowStage): string {
  const { reached, stopped, succeeded, stopped_succeeded } = stage;
  const own = say('paths:stage.reached', { count: reached, of: reached + stopped, rate: percent(succeeded, reached) });
  return stopped === 0
    ? own
    : `${own} ${say('paths:stage.stopped', { count: stopped, rate: percent(stopped_succeeded, stopped) })}`;
}

/** What the last search came to. */
export function searchInWords(result: SearchResult | null, parameters: SearchParameters | null): string {
  if (!result || !parameters) return say('paths:outcomes.unsearched');
  const { findings, basis } = result;
  const { landmark_day: day } = parameters;
  if (findings.best) return pathInWords(findings.best.path, parameters);
  const { accounts, succeeded, needed } = findings;
  const outcome_day = basis.outcome_day ?? 0;
  const isOpen = findings.outcome === 'nothing_found' && findings.paths.length > 0;
  return say(`paths:outcomes.${isOpen ? 'not_confirmed' : findings.outcome}`, {
    accounts,
    succeeded,
    needed,
    day,
    outcome_day,
  });
}

/** What would have to be there for a path to show; nothing where one does. */
export function searchNeeds(result: SearchResult | null): string[] {
  if (!result) return [say('paths:needed.search')];
  const { findings, basis } = result;
  const missing = Math.max(1, findings.needed - findings.accounts);
  const more = say('paths:needed.more', { missing, day: basis.outcome_day ?? 90 });
  const needed: Record<typeof findings.outcome, string[]> = {
    found: [],
    nothing_found: [say('paths:needed.other_actions'), say('paths:needed.more_time')],
    no_customers: [more],
    too_few: [more],
    nobody_succeeded: [say('paths:needed.rule')],
    everybody_succeeded: [say('paths:needed.rule')],
    no_actions: [say('paths:needed.usage')],
    landmark_too_late: [say('paths:needed.landmark')],
  };
  const early = basis.before_records > 0 && findings.outcome !== 'found';
  return [
    ...needed[findings.outcome],
    ...(early ? [say('paths:needed.records', { count: basis.before_records })] : []),
  ];
}

/** What a path cannot say, each in a sentence. */
export function searchLimits({ findings, basis }: SearchResult, { landmark_day: day }: SearchParameters): string[] {
  const limits = [
    say('paths:limits.not_a_cause'),
    say('paths:limits.alive', { day, count: basis.gone_before_landmark }),
  ];
  if (basis.undecided > 0) limits.push(say('paths:limits.undecided', { count: basis.undecided }));
  if (basis.before_records > 0) limits.push(say('paths:limits.before_records', { count: basis.before_records }));
  limits.push(say('paths:limits.apart', { count: findings.kept_apart }));
  if (findings.incomplete) limits.push(say('paths:limits.incomplete', { tested: findings.tested }));
  return limits;
}
