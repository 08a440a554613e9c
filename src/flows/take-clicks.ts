import { MINUTE_MS } from '../kernel/time.ts';
import { listAccountsAwaiting } from '../partners/attribution/verbs/awaited.ts';
import type { Click } from '../partners/clicks/model.ts';
import { recordClicks } from '../partners/clicks/service.ts';
import type { Ctx } from '../platform/ctx.ts';
import { inSavepoint } from '../platform/savepoint.ts';
import { decideAccountAgain } from './decide-again.ts';

export const CREDIT_LATE = 'credit-late-click';

type KeptClick = { at: Date; payload: Buffer };

/** How far the clocks of two machines may be apart. */
const SKEW_MS = 5 * MINUTE_MS;

/**
 * Takes the clicks of the edge's log into the database, in the caller's transaction. A sign-up may have come first,
 * while they were on their way: then everything of its account is decided again, as if they had come in time.
 */
export async function takeClicks(ctx: Ctx, _client: unknown, records: readonly KeptClick[]): Promise<void> {
  const texts = records.map(({ payload }) => payload.toString());
  await recordClicks(ctx, texts);
  const oldest = records.reduce((least, { at }) => Math.min(least, at.getTime()), Number.POSITIVE_INFINITY);
  const since = new Date(oldest - SKEW_MS);
  for (const account of await listAccountsAwaiting(ctx, since, () => seenIn(texts))) await credit(ctx, account);
}

function seenIn(texts: readonly string[]) {
  const clicks = texts.map((text) => JSON.parse(text) as Click);
  return {
    clicks: new Set(clicks.map(({ id }) => id)),
    visitors: new Set(clicks.flatMap(({ visitor_key }) => visitor_key ?? [])),
  };
}

/** An account that cannot be decided now must not hold up everybody's clicks: a job tries again. */
async function credit(ctx: Ctx, account: string): Promise<void> {
  try {
    await inSavepoint(ctx, () => decideAccountAgain(ctx, account));
  } catch (error) {
    ctx.log.warn({ err: error }, 'an account could not be decided again for a late click, and will be by a job');
    await ctx.jobs.enqueue(ctx.db, CREDIT_LATE, { account });
  }
}
