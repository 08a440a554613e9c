import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';

export type NameKind = 'payment' | 'customer' | 'discount';

/** Notes what a name of Stripe's means; the newest says so. */
export async function putName(ctx: Ctx, kind: NameKind, stripe_id: string, means: string): Promise<void> {
  await ctx.db
    .insertInto('stripe_names')
    .values({ kind, stripe_id, means })
    .onConflict((oc) => oc.columns(['kind', 'stripe_id']).doUpdateSet({ means }))
    .execute();
}

/** What the names mean, as far as anybody said. */
export async function findMeanings(ctx: Ctx, kind: NameKind, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('stripe_names')
    .select(['stripe_id', 'means'])
    .where('kind', '=', kind)
    .where('stripe_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ stripe_id, means }) => [stripe_id, means]));
}

/** The names that mean this one. */
export async function listMeaning(ctx: Ctx, kind: NameKind, means: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('stripe_names')
    .select('stripe_id')
    .where('kind', '=', kind)
    .where('means', '=', means)
    .execute();
  return rows.map(({ stripe_id }) => stripe_id);
}

/**
 * Raises what is known to be given back of a charge, and returns by how much: 0 for news that is older than what is
 * known. Others who speak of the charge wait until the transaction ends.
 */
export async function raiseRefunded(ctx: Ctx, chargeId: string, refundedMinor: number): Promise<number> {
  const { rows } = await sql<{ before: number }>`
    insert into stripe_charges (charge_id, refunded_minor) values (${chargeId}, 0)
    on conflict (charge_id) do update set refunded_minor = stripe_charges.refunded_minor
    returning refunded_minor as before`.execute(ctx.db);
  const before = rows[0]?.before ?? 0;
  if (refundedMinor <= before) return 0;
  await ctx.db
    .updateTable('stripe_charges')
    .set({ refunded_minor: refundedMinor })
    .where('charge_id', '=', chargeId)
    .execute();
  return refundedMinor - before;
}

/** Everything about one customer takes turns until the transaction ends. */
export async function lockCustomer(ctx: Ctx, customerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stripe:${customerId}`}, 7463))`.execute(ctx.db);
}
