import { addDaysToDate, type IsoDate, monthEnd } from '../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { type ChurnLabels, churnLabels } from '../reports/churn-labels.ts';
import { type ChurnDefinition, type CompanyFacts, companyFacts } from '../reports/company.ts';
import { type DataTime, dataTime, throughDay } from '../reports/data-time.ts';
import { healthFacts } from '../reports/health-facts.ts';
import { monthsBetween, mrrMovements } from '../reports/mrr-movements.ts';
import { groupsOfAccounts } from '../reports/segments/fits.ts';
import type { Health, HealthModel } from '../success/health/model.ts';
import {
  type BacktestResult,
  CHURNED_NEEDED,
  type GroupResult,
  HORIZON_DAYS,
  judgeBacktest,
  judgeGroups,
  type Observation,
} from '../success/health/rules/backtest.ts';
import { computeHealth } from '../success/health/rules/score.ts';
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

/** The newest backtest of a version, or one made now; recorded when the caller may do so. */
export async function backtestVersion(ctx: Ctx, model: HealthModel & { id: string }): Promise<Backtest> {
  requireScope(ctx, 'success:read');
  const latest = (await latestBacktest(ctx, model.id)) as Backtest | undefined;
  if (latest?.groups) return latest;
  const backtest = await compareWithPast(ctx, model);
  if (ctx.scopes.has('success:write')) await recordBacktest(ctx, model.id, backtest);
  return backtest;
}

/** Scores the past month by month with facts before each month's end only, and looks who churned in the 90 days after. */
async function compareWithPast(ctx: Ctx, model: HealthModel): Promise<Backtest> {
  const company = await companyFacts(ctx);
  const time = await dataTime(ctx);
  const observed = await observe(ctx, { model, company, time });
  const results = Object.fromEntries([...observed].map(([definition, seen]) => [definition, judgeBacktest(seen)]));
  const judgedBy = chooseJudge(company.churnDefinition, results as Backtest['results']);
  const segments = await listSegments({ ...ctx, scopes: new Set(['success:read']) });
  const groups = await groupsOfAccounts(
    ctx,
    time,
    segments.filter(({ rule }) => !passingField(rule)),
  );
  const backtest = {
    run_at: ctx.clock.now().toISOString(),
    data_until: time.on,
    horizon_days: HORIZON_DAYS,
    model: { id: model.id, name: model.name, version: model.version },
    chosen_definition: company.churnDefinition,
    judged_by: judgedBy,
    results: results as Backtest['results'],
    groups: judgeGroups(observed.get(judgedBy) ?? [], groups),
  };
  return backtest;
}

/** Every month's end that has facts before it and the whole horizon after it, newest 36. */
export async function snapshotDays(ctx: Ctx, company: CompanyFacts, time: DataTime): Promise<IsoDate[]> {
  const last = addDaysToDate(time.on, -HORIZON_DAYS);
  const first = (await mrrMovements(ctx, company, last))[0]?.month;
  const ends = monthsBetween(first, last.slice(0, 7)).map(monthEnd);
  return ends.filter((on) => on <= last).slice(-MOST_SNAPSHOTS);
}

/** Every account's score at each month's end, with whether it churned in the 90 days after, by definition of churn. */
export async function observe(
  ctx: Ctx,
  input: { model: HealthModel; company: CompanyFacts; time: DataTime },
): Promise<Map<DatedDefinition, Observation[]>> {
  const { model, company, time } = input;
  const observed = new Map(DATED_DEFINITIONS.map((definition) => [definition, [] as Observation[]]));
  for (const on of await snapshotDays(ctx, company, time)) {
    const facts = await healthFacts(ctx, model.definition, throughDay(on));
    const health = facts.map((one) => computeHealth(one, model.definition, on));
    for (const [definition, seen] of observed) {
      const question = { definition, graceDays: company.graceDays, on, days: HORIZON_DAYS, known: time.on };
      seen.push(...join(health, await churnLabels(ctx, question), on));
    }
  }
  return observed;
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
  const digits = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(3));
  const params = {
    auc: digits(result.auc?.value),
    low: digits(result.auc?.low),
    high: digits(result.auc?.high),
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
