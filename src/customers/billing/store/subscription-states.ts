import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Interval, SubscriptionState, SubscriptionStatus } from '../model.ts';

type Key = Pick<SubscriptionState, 'source' | 'subscription_external_id'>;

/** Others who speak of the subscription wait until the transaction ends. */
export async function lockSubscription(ctx: Ctx, key: Key): Promise<void> {
  const name = `subscription:${key.source}:${key.subscription_external_id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 7463))`.execute(ctx.db);
}

/** The content's hash when the state is here already; undefined when it is new, and kept now. */
export async function insertState(ctx: Ctx, state: SubscriptionState, hash: string): Promise<string | undefined> {
  const row = await ctx.db
    .insertInto('subscription_states')
    .values({ ...state, body_hash: hash, received_at: ctx.clock.now() })
    .onConflict((oc) => oc.columns(['source', 'subscription_external_id', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst();
  if (row) return undefined;
  const known = await ctx.db
    .selectFrom('subscription_states')
    .select('body_hash')
    .where('source', '=', state.source)
    .where('subscription_external_id', '=', state.subscription_external_id)
    .where('event_id', '=', state.event_id)
    .executeTakeFirstOrThrow();
  return known.body_hash;
}

export async function listStates(ctx: Ctx, key: Key): Promise<SubscriptionState[]> {
  const rows = await ctx.db
    .selectFrom('subscription_states')
    .select([
      'source',
      'subscription_external_id',
      'event_id',
      'account_id',
      'at',
      'rank',
      'status',
      'plan',
      'seats',
      'billing_interval',
      'interval_count',
      'currency',
      'mrr_minor',
      'started_at',
      'ended_at',
    ])
    .where('source', '=', key.source)
    .where('subscription_external_id', '=', key.subscription_external_id)
    .execute();
  return rows.map((row) => ({
    ...row,
    status: row.status as SubscriptionStatus,
    billing_interval: row.billing_interval as Interval,
  }));
}

/** Takes away the spans of a subscription that no longer follow from what is known. */
export async function deleteOtherSpans(ctx: Ctx, key: Key, kept: readonly string[]): Promise<void> {
  const id = key.subscription_external_id;
  // From `id@` to `idA`, the next letter: what starts with `id@`, by an index.
  await sql`delete from subscriptions
    where source = ${key.source} and (external_id = ${id}
      or (external_id collate "C" >= ${`${id}@`} and external_id collate "C" < ${`${id}A`}))
      and external_id <> all(${[...kept]}::text[])`.execute(ctx.db);
}
