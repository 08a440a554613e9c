import type { AccountFacts } from '../advocacy/advocates/model.ts';
import { keepReadiness, type ReadinessRun } from '../advocacy/advocates/verbs/keep-readiness.ts';
import { readKeptFacts } from '../advocacy/advocates/verbs/read-advocates.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { DataTime } from '../reports/data-time.ts';
import { readinessFacts, readinessFactsOf } from '../reports/readiness-facts.ts';

/** Scores every account and person from the facts up to `until`, the data's own time unless given. Health is scored before. */
export async function scoreReadiness(ctx: Ctx, until?: DataTime): Promise<ReadinessRun> {
  const { accounts, people, data } = await readinessFacts(ctx, until);
  return keepReadiness(ctx, { accounts, people, data_at: data.before, is_everything: true });
}

/**
 * Scores one account again from facts read now, so that a veto is never older than the question; where it stands among
 * its peers stays as of the last full scoring. Does nothing for an account never scored.
 */
export async function refreshReadiness(ctx: Ctx, accountId: string): Promise<void> {
  const before: AccountFacts | undefined = await readKeptFacts(ctx, accountId);
  if (!before) return;
  const { accounts, people, data } = await readinessFactsOf(ctx, before);
  await keepReadiness(ctx, { accounts, people, data_at: data.before, is_everything: false });
}
