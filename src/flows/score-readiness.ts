import { keepReadiness, type ReadinessRun } from '../advocacy/advocates/verbs/keep-readiness.ts';
import { readKeptFacts } from '../advocacy/advocates/verbs/read-advocates.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { DataTime } from '../reports/data-time.ts';
import { readinessFacts, readinessFactsOf } from '../reports/readiness-facts.ts';

/** Scores every account and person from the facts up to `until`, the data's own time unless given. Health is scored before. */
export async function scoreReadiness(ctx: Ctx, until?: DataTime): Promise<ReadinessRun> {
  const { accounts, people, data } = await readinessFacts(ctx, until);
  return keepReadiness(ctx, { accounts, people, data_at: data.before, whole: true });
}

/**
 * Scores some accounts again from facts read now. Where they stand among their peers stays as of the last full scoring,
 * but for use and friction when `until` has sums of use.
 */
export async function rescoreReadiness(
  ctx: Ctx,
  accountIds: readonly string[],
  until?: DataTime,
): Promise<ReadinessRun> {
  const before = await readKeptFacts(ctx, accountIds);
  const { accounts, people, data } = await readinessFactsOf(ctx, { only: accountIds, before }, until);
  return keepReadiness(ctx, { accounts, people, data_at: data.before, whole: accountIds });
}

/** Scores one account again, so that a veto is never older than the question. Does nothing for one never scored. */
export async function refreshReadiness(ctx: Ctx, accountId: string): Promise<void> {
  const [before] = await readKeptFacts(ctx, [accountId]);
  if (before) await rescoreReadiness(ctx, [accountId]);
}
