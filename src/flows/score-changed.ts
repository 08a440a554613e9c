import type { ReadinessRun } from '../advocacy/advocates/verbs/keep-readiness.ts';
import { noteReady } from '../advocacy/exposures/service.ts';
import { changedUsage, sumUsage } from '../customers/usage/verbs/sum-usage.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { newlyReady } from '../reports/ask-learning/asks.ts';
import { type DataTime, dataTime } from '../reports/data-time.ts';
import { lockHealthModel, type ScoringCount } from '../success/health/service.ts';
import { lastScoring, noteScoring, takeChanged } from '../success/scoring/service.ts';
import { asAdvocacy, recordHealthOf, scoreAccounts } from './score-accounts.ts';
import { type ScoredHorizon, scoreChurnOfAll } from './score-churn.ts';
import { rescoreReadiness } from './score-readiness.ts';
import { evaluateSegments } from './segments.ts';

/** Between two nights: whoever changed is scored within the quarter of an hour. */
export const SCORE_CHANGED = { name: 'score-changed', cron: '*/15 * * * *' };

/** With more accounts than this the whole costs hardly more, and moves everybody's rank. */
const MOST = 20_000;

export type ChangedSummary = {
  /** all: a new day, a first time, or too much that changed; some: the accounts that changed; none: nothing did. */
  scored: 'all' | 'some' | 'none';
  accounts: number;
  health: ScoringCount;
  readiness: ReadinessRun;
  churn: ScoredHorizon[];
};

/**
 * Scores the accounts something changed about since they were scored, as scoring everybody would: health and risk from
 * the same facts, use and friction ranked among all as they now are. What others are thereby worth in comparison, and
 * where value and cost stand, waits for the night.
 */
export async function scoreChanged(ctx: Ctx): Promise<ChangedSummary> {
  requireScope(ctx, 'success:write');
  const some = await inTransaction(ctx, async (ctx) => {
    const model = await lockHealthModel(ctx);
    const time = await dataTime(ctx);
    if ((await lastScoring(ctx))?.on_date !== time.on) return undefined;
    const accountIds = [...new Set([...(await takeChanged(ctx)), ...(await changedUsage(ctx, time.on))])];
    if (accountIds.length > MOST) return undefined;
    if (accountIds.length === 0) return NOTHING;
    await sumUsage(ctx, { on: time.on, accountIds });
    const whose: DataTime = { ...time, isSummed: true, only: accountIds, kept: new Map() };
    const health = await recordHealthOf(ctx, model, whose);
    const readiness = await rescoreReadiness(asAdvocacy(ctx), accountIds, whose);
    await noteReady(asAdvocacy(ctx), await newlyReady(ctx, accountIds));
    await evaluateSegments(ctx, { accountIds });
    const churn = await scoreChurnOfAll(ctx, whose);
    await noteScoring(ctx, time.on);
    return { scored: 'some' as const, accounts: accountIds.length, health, readiness, churn };
  });
  if (some) return some;
  const { health, readiness, churn } = await scoreAccounts(ctx);
  return { scored: 'all', accounts: health.scored, health, readiness, churn };
}

const NOTHING: ChangedSummary = {
  scored: 'none',
  accounts: 0,
  health: { scored: 0, changed: 0, ended: 0 },
  readiness: { accounts: 0, people: 0, ready: 0 },
  churn: [],
};
