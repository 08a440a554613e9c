import type { ReadinessRun } from '../advocacy/advocates/verbs/keep-readiness.ts';
import type { IsoDate } from '../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { type DataTime, dataTime, throughDay } from '../reports/data-time.ts';
import { healthFacts } from '../reports/health-facts.ts';
import { refreshStatistics } from '../reports/planner-statistics.ts';
import { computeHealth } from '../success/health/rules/score.ts';
import { lockHealthModel, recordHealth, type ScoringCount } from '../success/health/service.ts';
import { scoreReadiness } from './score-readiness.ts';
import { evaluateSegments } from './segments.ts';

export type ScoringSummary = {
  data_until: IsoDate;
  is_live: boolean;
  health: ScoringCount;
  readiness: ReadinessRun;
};

/**
 * Scores every active account from the facts up to day `at` (by default the last day there is data for): health first,
 * then what rests on it: readiness, and who is in which segment. Stores only what changed. One scoring at a time; a second waits.
 */
export async function scoreAccounts(ctx: Ctx, input: { at?: IsoDate } = {}): Promise<ScoringSummary> {
  requireScope(ctx, 'success:write');
  await refreshStatistics(ctx);
  return inTransaction(ctx, async (ctx) => {
    const { time, health } = await scoreHealth(ctx, input);
    const readiness = await scoreReadiness(asAdvocacy(ctx), time);
    await evaluateSegments(ctx);
    return { data_until: time.on, is_live: time.isLive, health, readiness };
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
    const time = input.at ? throughDay(input.at) : await dataTime(ctx);
    const facts = await healthFacts(ctx, model.definition, time);
    const health = facts.map((one) => computeHealth(one, model.definition, time.on));
    return { time, health: await recordHealth(ctx, { model, health, dataAt: time.before }) };
  });
}

/** Whoever may score accounts thereby scores who is ready to vouch for us. */
function asAdvocacy(ctx: Ctx): Ctx {
  return { ...ctx, scopes: new Set([...ctx.scopes, 'advocates:write' as const]) };
}
