import { type Ctx, newId } from './ctx.ts';

/**
 * Records an event for the outside in the caller's transaction: without the row there is no change. Rows wait,
 * undelivered, for webhooks, the one reader they are meant for; nothing inside the product goes by them.
 */
export async function putInOutbox(ctx: Ctx, topic: string, payload: object): Promise<void> {
  await ctx.db
    .insertInto('outbox')
    .values({ id: newId(ctx, 'outbox'), topic, payload: JSON.stringify(payload), created_at: ctx.clock.now() })
    .execute();
}
