import type { ReadinessRun } from '../advocacy/advocates/verbs/keep-readiness.ts';
import { noteReady } from '../advocacy/exposures/service.ts';
import { sumUsage } from '../customers/usage/verbs/sum-usage.ts';
import type { IsoDate } from '../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { newlyReady } from '../reports/ask-learning/asks.ts';
import { type DataTime, dataTime, throughDay } from '../reports/data-time.ts';
import { healthFacts } from '../reports/health-facts.ts';
import { refreshStatistics } from '../reports/planner-statistics.ts';
import { computeHealth } from '../success/health/rules/score.ts';
import { lockHealthModel, recordHealth, type ScoringCount, type StoredModel } from '../success/health/service.ts';
import { forgetChanged, noteScoring } from '../success/scoring/service.ts';
import { type ScoredHorizon, scoreChurnOfAll } from './score-churn.ts';
import { scoreReadiness } from './score-readiness.ts';
import { evaluateSegments } from './segments.ts';

export type ScoringSummary = {
  data_until: IsoDate;
  is_live: boolean;
  health: ScoringCount;
  readiness: ReadinessRun;
  churn: ScoredHorizon[];
};

/**
 * Scores every active account from the facts up to day `at` (by default the last day there is data for): health first,
 * then what rests on it: readiness, and who is in which segment; and the risk of leaving where a model predicts it. Stores
 * only what changed. One scoring at a time; a second waits.
 */
export async function scoreAccounts(ctx: Ctx, input: { at?: IsoDate } = {}): Promise<ScoringSummary> {
  requireScope(ctx, 'success:write');
  await refreshStatistics(ctx);
  return inTransaction(ctx, async (ctx) => {
    const model = await lockHealthModel(ctx);
    await forgetChanged(ctx);
    const time = await summedTime(ctx, input);
    const health = await recordHealthOf(ctx, model, time);
    const readiness = await scoreReadiness(asAdvocacy(ctx), time);
    await noteReady(asAdvocacy(ctx), await newlyReady(ctx));
    await evaluateSegments(ctx);
    const churn = await scoreChurnOfAll(ctx, time);
    await noteScoring(ctx, time.on);
    return { data_until: time.on, is_live: time.isLive, health, readiness, churn };
  });
}

/** Scores the health of every active account alone. */
export async function scoreHealth(
  ctx: Ctx,
  input: { at?: IsoDate } = {},
): Promise<{ time: DataTime; health: ScoringCount }> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const model = await lockHealthModel(ctx);
    const time = await summedTime(ctx, input);
    return { time, health: await recordHealthOf(ctx, model, time) };
  });
}

/** The day to score as of, its use summed by account: days of use are read once, whatever is made of them. */
async function summedTime(ctx: Ctx, { at }: { at?: IsoDate }): Promise<DataTime> {
  const time = at ? throughDay(at) : await dataTime(ctx);
  await sumUsage(ctx, { on: time.on });
  return { ...time, isSummed: true, kept: new Map() };
}

/** Scores and stores the health of the accounts the time names, or of all. */
export async function recordHealthOf(ctx: Ctx, model: StoredModel, time: DataTime): Promise<ScoringCount> {
  const facts = await healthFacts(ctx, model.definition, time);
  const health = facts.values().map((one) => computeHealth(one, model.definition, time.on));
  return recordHealth(ctx, { model, health, dataAt: time.before, among: time.only });
}

/** Whoever may score accounts thereby scores who is ready to vouch for us. */
export function asAdvocacy(ctx: Ctx): Ctx {
  return { ...ctx, scopes: new Set([...ctx.scopes, 'advocates:read' as const, 'advocates:write' as const]) };
}
