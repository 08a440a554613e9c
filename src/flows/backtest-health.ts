import { addDaysToDate, type IsoDate, monthEnd } from '../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { type ChurnLabels, churnLabels } from '../reports/churn-labels.ts';
import { type ChurnDefinition, type CompanyFacts, companyFacts } from '../reports/company.ts';
import { type DataTime, dataTime, throughDay } from '../reports/data-time.ts';
import { healthFacts } from '../reports/health-facts.ts';
import { monthsBetween, mrrMovements } from '../reports/mrr-movements.ts';
import { groupsOfAccounts } from '../reports/segments/fits.ts';
import type { Health, HealthFacts, HealthModel } from '../success/health/model.ts';
import {
  type BacktestResult,
  CHURNED_NEEDED,
  type GroupResult,
  HORIZON_DAYS,
  judgeBacktest,
  judgeGroups,
  type Observation,
} from '../success/health/rules/backtest.ts';
import { computeHealth, needsOf } from '../success/health/rules/score.ts';
import { getHealthModel, latestBacktest, lockHealthModel, recordBacktest } from '../success/health/service.ts';
import { passingField } from '../success/segments/rules/lasting.ts';
import { listSegments } from '../success/segments/service.ts';

/** Flags say who churned and not when, so nothing can be tested against them. */
const DATED_DEFINITIONS = ['subscriptions', 'events'] as const;
type DatedDefinition = (typeof DATED_DEFINITIONS)[number];
export type Dated = DatedDefinition;

export type Backtest = {
  run_at: string;
  data_until: IsoDate;
  horizon_days: number;
  model: { id: string | null; name: string; version: number };
  /** The definition in Settings, and the one whose result is the verdict: another when the chosen one has too few churns. */
  chosen_definition: ChurnDefinition;
  judged_by: DatedDefinition;
  results: Record<DatedDefinition, BacktestResult>;
  /** By plan, industry and segment of lasting facts, of the verdict's definition. */
  groups: GroupResult[];
};

const MOST_SNAPSHOTS = 36;

/** Tests the model in force against the past and records the result. */
export async function backtestHealth(ctx: Ctx): Promise<Backtest> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const model = await lockHealthModel(ctx);
    const backtest = await compareWithPast(ctx, model);
    await recordBacktest(ctx, model.id, backtest);
    return backtest;
  });
}

/** The newest backtest of the model in force, or one made now, which is recorded when the caller may do so. */
export async function latestOrNewBacktest(ctx: Ctx): Promise<Backtest> {
  requireScope(ctx, 'success:read');
  const latest = (await latestBacktest(ctx)) as Backtest | undefined;
  if (latest?.groups) return latest;
  return ctx.scopes.has('success:write') ? backtestHealth(ctx) : compareWithPast(ctx, await getHealthModel(ctx));
}

/** A version's backtest, and what it rests on by the verdict's definition of churn. */
export type Tested = { backtest: Backtest; observed: Observation[] };

async function compareWithPast(ctx: Ctx, model: HealthModel): Promise<Backtest> {
  const [tested] = await testAgainstPast(ctx, [model]);
  if (!tested) throw new Error('A model was given and none was tested.');
  return tested.backtest;
}

/**
 * Scores the past month by month with facts before each month's end only, and looks who churned in the 90 days after;
 * several models over one reading of the past.
 */
export async function testAgainstPast(ctx: Ctx, models: readonly HealthModel[]): Promise<Tested[]> {
  const company = await companyFacts(ctx);
  const time = await dataTime(ctx);
  const seen = await observe(ctx, { models, company, time });
  const segments = await listSegments({ ...ctx, scopes: new Set(['success:read']) });
  const lasting = segments.filter(({ rule }) => !passingField(rule));
  const groups = await groupsOfAccounts(ctx, time, lasting);
  return models.map((model, at) => {
    const observed = seen[at] ?? new Map<DatedDefinition, Observation[]>();
    const results = Object.fromEntries(
      DATED_DEFINITIONS.map((definition) => [definition, judgeBacktest(observed.get(definition) ?? [])]),
    ) as Backtest['results'];
    const judgedBy = chooseJudge(company.churnDefinition, results);
    const own = observed.get(judgedBy) ?? [];
    const backtest = {
      run_at: ctx.clock.now().toISOString(),
      data_until: time.on,
      horizon_days: HORIZON_DAYS,
      model: { id: model.id, name: model.name, version: model.version },
      chosen_definition: company.churnDefinition,
      judged_by: judgedBy,
      results,
      groups: judgeGroups(own, groups),
    };
    return { backtest, observed: own };
  });
}

/** Every month's end that has facts before it and the whole horizon after it, newest 36. */
export async function snapshotDays(ctx: Ctx, company: CompanyFacts, time: DataTime): Promise<IsoDate[]> {
  const last = addDaysToDate(time.on, -HORIZON_DAYS);
  const first = (await mrrMovements(ctx, company, last))[0]?.month;
  const ends = monthsBetween(first, last.slice(0, 7)).map(monthEnd);
  return ends.filter((on) => on <= last).slice(-MOST_SNAPSHOTS);
}

type Observed = Map<DatedDefinition, Observation[]>;

/** Every account's score at each month's end, with whether it churned in the 90 days after: by model and definition. */
async function observe(
  ctx: Ctx,
  input: { models: readonly HealthModel[]; company: CompanyFacts; time: DataTime },
): Promise<Observed[]> {
  const { models, company, time } = input;
  const seen = models.map((): Observed => new Map(DATED_DEFINITIONS.map((definition) => [definition, []])));
  for (const on of await snapshotDays(ctx, company, time)) {
    const health = await healthOn(ctx, models, on);
    for (const definition of DATED_DEFINITIONS) {
      const question = { definition, graceDays: company.graceDays, on, days: HORIZON_DAYS, known: time.on };
      const labels = await churnLabels(ctx, question);
      for (const [at, own] of seen.entries()) own.get(definition)?.push(...join(health[at] ?? [], labels, on));
    }
  }
  return seen;
}

/** The facts are read again only for a model that needs others. */
async function healthOn(ctx: Ctx, models: readonly HealthModel[], on: IsoDate): Promise<Health[][]> {
  const read = new Map<string, HealthFacts[]>();
  const scored: Health[][] = [];
  for (const { definition } of models) {
    const needs = needsOf(definition);
    const facts = read.get(needs) ?? (await healthFacts(ctx, definition, throughDay(on)));
    read.set(needs, facts);
    scored.push(facts.map((one) => computeHealth(one, definition, on)));
  }
  return scored;
}

function join(health: readonly Health[], labels: ChurnLabels, on: IsoDate): Observation[] {
  return health.flatMap(({ accountId, score, band }) => {
    const churned = labels.get(accountId);
    if (score === null || band === 'unknown' || churned === undefined) return [];
    return [{ accountId, on, score, band, churned }];
  });
}

/** The chosen definition when it saw enough accounts churn, else the one that saw the most and enough. */
function chooseJudge(chosen: ChurnDefinition, results: Backtest['results']): DatedDefinition {
  const churned = (definition: DatedDefinition) => results[definition].churned_accounts;
  const dated = chosen === 'flags' ? 'events' : chosen;
  const other = dated === 'events' ? 'subscriptions' : 'events';
  return churned(dated) >= CHURNED_NEEDED || churned(other) < CHURNED_NEEDED ? dated : other;
}

/** The definition of churn by which the model in force is judged. */
export async function judgedBy(ctx: Ctx): Promise<DatedDefinition> {
  return (await latestOrNewBacktest(ctx)).judged_by;
}

export type BacktestView = Backtest & {
  verdict: BacktestResult['verdict'];
  sentence: string;
  judged_by_reason: string;
};

/** The backtest with its verdict in words. */
export function showBacktest(backtest: Backtest): BacktestView {
  const result = backtest.results[backtest.judged_by];
  const percent = (value: number | undefined) => (value === undefined ? '–' : Math.round(value * 100));
  const params = {
    auc: percent(result.auc?.value),
    low: percent(result.auc?.low),
    high: percent(result.auc?.high),
    churned: result.churned_accounts,
    needed: result.churned_accounts_needed,
  };
  const sentence = say(`health:verdicts.${result.verdict}`, params);
  return { ...backtest, verdict: result.verdict, sentence, judged_by_reason: judgeReason(backtest) };
}

function judgeReason({ chosen_definition, judged_by, results }: Backtest): string {
  const definition = say(`health:definitions.${judged_by}`);
  if (chosen_definition === 'flags') return say('health:judged_by.flags', { definition });
  if (chosen_definition === judged_by) return say('health:judged_by.chosen', { definition });
  const churned = results[chosen_definition].churned_accounts;
  return say('health:judged_by.other', { definition, churned, chosen: say(`health:definitions.${chosen_definition}`) });
}
