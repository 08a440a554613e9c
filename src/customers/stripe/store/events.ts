import { sql } from 'kysely';
import { offsetOf } from '../../../kernel/page.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { StripeEventRow, StripeState } from '../model.ts';

export type EventQuery = {
  page: number;
  per_page: number;
  order: 'asc' | 'desc';
  state?: StripeState | undefined;
  type?: string | undefined;
  q?: string | undefined;
};

const COLUMNS = [
  'id',
  'stripe_id',
  'type',
  'api_version',
  'livemode',
  'subject_id',
  'customer_id',
  'payload',
  'occurred_at',
  'received_at',
  'deliveries',
  'state',
  'reason',
  'reason_params',
  'waits_for',
  'conversion_id',
  'attempts',
  'processed_at',
] as const;

/** Undefined when the event is here already. */
export async function insertEvent(
  ctx: Ctx,
  event: Omit<StripeEventRow, 'deliveries' | 'attempts'>,
): Promise<StripeEventRow | undefined> {
  const row = await ctx.db
    .insertInto('stripe_events')
    .values({
      ...event,
      payload: JSON.stringify(event.payload),
      reason_params: JSON.stringify(event.reason_params),
    })
    .onConflict((oc) => oc.column('stripe_id').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  return row as StripeEventRow | undefined;
}

/** Counts another delivery of the event. Undefined when it is not here. */
export async function countDelivery(ctx: Ctx, stripeId: string): Promise<StripeEventRow | undefined> {
  const row = await ctx.db
    .updateTable('stripe_events')
    .set((eb) => ({ deliveries: eb('deliveries', '+', 1) }))
    .where('stripe_id', '=', stripeId)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row as StripeEventRow | undefined;
}

export async function updateOutcome(
  ctx: Ctx,
  id: string,
  outcome: Pick<StripeEventRow, 'state' | 'reason' | 'reason_params' | 'waits_for' | 'conversion_id'>,
  isAgain: boolean,
): Promise<void> {
  await ctx.db
    .updateTable('stripe_events')
    .set((eb) => ({
      ...outcome,
      reason_params: JSON.stringify(outcome.reason_params),
      processed_at: ctx.clock.now(),
      ...(isAgain ? { attempts: eb('attempts', '+', 1) } : {}),
    }))
    .where('id', '=', id)
    .execute();
}

/** The events that wait for any of these names, in the order they happened, held until the transaction ends. */
export async function lockWaiting(ctx: Ctx, names: readonly string[]): Promise<StripeEventRow[]> {
  if (names.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('stripe_events')
    .select(COLUMNS)
    .where('state', '=', 'waiting')
    .where(sql<boolean>`waits_for && ${[...names]}::text[]`)
    .orderBy('occurred_at')
    .orderBy('stripe_id')
    .forUpdate()
    .execute();
  return rows as StripeEventRow[];
}

export async function lockEvent(ctx: Ctx, id: string): Promise<StripeEventRow | undefined> {
  const row = await ctx.db
    .selectFrom('stripe_events')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as StripeEventRow | undefined;
}

export async function findEvent(ctx: Ctx, id: string): Promise<StripeEventRow | undefined> {
  const row = await ctx.db.selectFrom('stripe_events').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row as StripeEventRow | undefined;
}

export async function listEvents(ctx: Ctx, query: EventQuery): Promise<{ items: StripeEventRow[]; total: number }> {
  const found = ctx.db
    .selectFrom('stripe_events')
    .$if(query.state !== undefined, (qb) => qb.where('state', '=', query.state ?? ''))
    .$if(query.type !== undefined, (qb) => qb.where('type', '=', query.type ?? ''))
    .$if(query.q !== undefined, (qb) => qb.where(sql<boolean>`${matches(query.q ?? '')}`));
  const rows = await found
    .select(COLUMNS)
    .orderBy('received_at', query.order)
    .orderBy('id', query.order)
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  const counted = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows as StripeEventRow[], total: counted.total };
}

/** Part of any id an event is known by. */
function matches(text: string) {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(stripe_id ilike ${like} or subject_id ilike ${like} or customer_id ilike ${like} or type ilike ${like})`;
}

/** How many events are in each state. */
export async function countByState(ctx: Ctx): Promise<Record<string, number>> {
  const rows = await ctx.db
    .selectFrom('stripe_events')
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
