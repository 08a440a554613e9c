import { type Ctx, newId } from './ctx.ts';

/** Puts a message for the outside in the caller's transaction; it is delivered after the commit, at least once. */
export async function putInOutbox(ctx: Ctx, topic: string, payload: object): Promise<void> {
  await ctx.db
    .insertInto('outbox')
    .values({ id: newId(ctx, 'outbox'), topic, payload: JSON.stringify(payload), created_at: ctx.clock.now() })
    .execute();
}
