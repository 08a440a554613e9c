import { sql } from 'kysely';
import type { Topic } from '../kernel/topics.ts';
import { type Ctx, newId } from './ctx.ts';

/** One event as the outside hears it; `payload` is small: ids and states, in snake_case, never a person's data. */
export type OutboxEvent = { id: string; topic: string; payload: unknown; created_at: Date };

/**
 * Tells the outside that something happened: call it in the transaction of the change, `emit(ctx, 'partner.approved',
 * { partner_id })`, with a topic of `kernel/topics.ts`. Without the row there is no change, and without the change no
 * row; the webhooks that listen to the topic get it within seconds, at least once. Nothing inside the product goes by it.
 */
export async function emit(ctx: Ctx, topic: Topic, payload: object): Promise<void> {
  await ctx.db
    .insertInto('outbox')
    .values({ id: newId(ctx, 'outbox'), topic, payload: JSON.stringify(payload), created_at: ctx.clock.now() })
    .execute();
}

/** Keeps an event that is for one listener only, outside the stream everybody hears; returns it. */
export async function keepEvent(ctx: Ctx, topic: string, payload: object): Promise<OutboxEvent> {
  const at = ctx.clock.now();
  return ctx.db
    .insertInto('outbox')
    .values({ id: newId(ctx, 'outbox'), topic, payload: JSON.stringify(payload), created_at: at, delivered_at: at })
    .returning(['id', 'topic', 'payload', 'created_at'])
    .executeTakeFirstOrThrow();
}

/** Takes the oldest events nobody has handed on yet, in the transaction that hands them on; two takers never share one. */
export async function takeEvents(ctx: Ctx, limit: number): Promise<OutboxEvent[]> {
  const { rows } = await sql<OutboxEvent>`
    with waiting as (
      select id from outbox where delivered_at is null order by created_at, id limit ${limit} for update skip locked)
    update outbox set delivered_at = ${ctx.clock.now()} where id in (select id from waiting)
    returning id, topic, payload, created_at`.execute(ctx.db);
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Forgets events that were handed on before `before`, with the messages made of them. */
export async function forgetEvents(ctx: Ctx, before: Date): Promise<number> {
  const gone = await ctx.db.deleteFrom('outbox').where('delivered_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
