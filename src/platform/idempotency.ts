import { AppError } from '../kernel/errors.ts';
import type { Ctx } from './ctx.ts';

export type FirstAnswer = { status: number; body: unknown };

/**
 * Claims a key for a request of `scope`, inside the transaction of its effect. A request with the same key waits for the
 * first one to end. Returns the first answer when there is one already.
 * @throws conflict when the key was used for another request
 */
export async function claimKey(ctx: Ctx, scope: string, key: string, hash: string): Promise<FirstAnswer | undefined> {
  const claimed = await ctx.db
    .insertInto('idempotency_keys')
    .values({ scope, key, request_hash: hash, created_at: ctx.clock.now() })
    .onConflict((oc) => oc.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return undefined;
  const first = await ctx.db
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (first.request_hash === hash && first.response_status !== null)
    return { status: first.response_status, body: first.response_body };
  throw new AppError('conflict', 'This Idempotency-Key was used for another request.', {
    field: 'Idempotency-Key',
    hint: 'Send a new key for a new request, and the same key only to repeat one.',
  });
}

/** Keeps the answer for repetitions, in the transaction of the effect. */
export async function keepAnswer(ctx: Ctx, scope: string, key: string, answer: FirstAnswer): Promise<void> {
  await ctx.db
    .updateTable('idempotency_keys')
    .set({ response_status: answer.status, response_body: JSON.stringify(answer.body) })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute();
}
