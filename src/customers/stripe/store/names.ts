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

export type Charge = {
  /** What the charge said last is given back, without what had failed by then. */
  refunded_minor: number;
  /** When it said so; null: long ago. */
  observed_at: Date | null;
  /** How much of it is in the books. */
  recorded_minor: number;
};

/** The charge, held until the transaction ends; one that nobody spoke of yet is empty. */
export async function lockCharge(ctx: Ctx, chargeId: string): Promise<Charge> {
  const { rows } = await sql<Charge>`
    insert into stripe_charges (charge_id, refunded_minor) values (${chargeId}, 0)
    on conflict (charge_id) do update set refunded_minor = stripe_charges.refunded_minor
    returning refunded_minor, observed_at, recorded_minor`.execute(ctx.db);
  if (!rows[0]) throw new Error(`the charge ${chargeId} was not kept`);
  return rows[0];
}

export async function updateCharge(ctx: Ctx, chargeId: string, change: Partial<Charge>): Promise<void> {
  await ctx.db.updateTable('stripe_charges').set(change).where('charge_id', '=', chargeId).execute();
}

export type FailedRefund = { refund_id: string; charge_id: string; amount_minor: number; failed_at: Date };

/** Several events tell of one failure; the earliest says when. */
export async function putFailedRefund(ctx: Ctx, refund: FailedRefund): Promise<void> {
  await sql`insert into stripe_failed_refunds (refund_id, charge_id, amount_minor, failed_at)
    values (${refund.refund_id}, ${refund.charge_id}, ${refund.amount_minor}, ${refund.failed_at})
    on conflict (refund_id) do update set failed_at = least(stripe_failed_refunds.failed_at, excluded.failed_at)`.execute(
    ctx.db,
  );
}

export async function listFailedRefunds(ctx: Ctx, chargeId: string): Promise<FailedRefund[]> {
  return ctx.db.selectFrom('stripe_failed_refunds').selectAll().where('charge_id', '=', chargeId).execute();
}

/** Everything about one customer takes turns until the transaction ends. */
export async function lockCustomer(ctx: Ctx, customerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stripe:${customerId}`}, 7463))`.execute(ctx.db);
}
