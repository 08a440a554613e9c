import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Fee, FeeState, Gate } from '../model.ts';

type Row = Omit<Fee, 'state'> & { state: string };
const toFee = (row: Row): Fee => ({ ...row, state: row.state as FeeState });

/** Keeps a fee unless the period has one; returns the one that is kept now. */
export async function insertFee(ctx: Ctx, fee: Fee): Promise<Fee> {
  await ctx.db
    .insertInto('programme_fees')
    .values(fee)
    .onConflict((oc) => oc.columns(['programme_id', 'partner_id', 'starts_on']).doNothing())
    .execute();
  const row = await ctx.db
    .selectFrom('programme_fees')
    .selectAll()
    .where('programme_id', '=', fee.programme_id)
    .where('partner_id', '=', fee.partner_id)
    .where('starts_on', '=', fee.starts_on)
    .executeTakeFirstOrThrow();
  return toFee(row);
}

export async function lockFee(ctx: Ctx, id: string): Promise<Fee | undefined> {
  const row = await ctx.db.selectFrom('programme_fees').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toFee(row);
}

/** The fee an invoice of a billing system paid. */
export async function lockFeeOfInvoice(ctx: Ctx, invoice: { source: string; id: string }): Promise<Fee | undefined> {
  const row = await ctx.db
    .selectFrom('programme_fees')
    .selectAll()
    .where('invoice_source', '=', invoice.source)
    .where('invoice_external_id', '=', invoice.id)
    .forUpdate()
    .executeTakeFirst();
  return row && toFee(row);
}

export type Settled = Pick<
  Fee,
  'state' | 'settled_by' | 'settled_at' | 'invoice_source' | 'invoice_external_id' | 'reason'
>;

export async function updateFee(ctx: Ctx, id: string, change: Settled): Promise<void> {
  await ctx.db.updateTable('programme_fees').set(change).where('id', '=', id).execute();
}

/** Newest period first. */
export async function listFees(ctx: Ctx, filter: { programme_id?: string; partner_id?: string; state?: FeeState }) {
  let query = ctx.db
    .selectFrom('programme_fees')
    .innerJoin('partners', 'partners.id', 'programme_fees.partner_id')
    .innerJoin('programmes', 'programmes.id', 'programme_fees.programme_id')
    .selectAll('programme_fees')
    .select(['partners.name as partner_name', 'programmes.name as programme_name']);
  if (filter.programme_id) query = query.where('programme_fees.programme_id', '=', filter.programme_id);
  if (filter.partner_id) query = query.where('programme_fees.partner_id', '=', filter.partner_id);
  if (filter.state) query = query.where('programme_fees.state', '=', filter.state);
  const rows = await query.orderBy('starts_on', 'desc').orderBy('programme_fees.id').limit(500).execute();
  return rows.map((row) => ({ ...toFee(row), partner_name: row.partner_name, programme_name: row.programme_name }));
}

export type Owing = { programme_id: string; partner_id: string; enrolled_at: Date; zone: string; currency: string };

/** Active partners of live programmes that ask a fee. */
export async function listOwing(ctx: Ctx): Promise<(Owing & { gates: Gate[] })[]> {
  const { rows } = await sql<Owing & { gates: Gate[] }>`
    select e.programme_id, e.partner_id, e.enrolled_at, p.zone, p.currency, p.gates
    from enrolments e join programmes p on p.id = e.programme_id join partners pa on pa.id = e.partner_id
    where e.state = 'active' and p.state = 'live' and pa.state = 'approved'
      and p.gates @> '[{"kind": "entry_fee"}]'::jsonb`.execute(ctx.db);
  return rows;
}

export async function findOwing(ctx: Ctx, key: { programme_id: string; partner_id: string }) {
  const row = await ctx.db
    .selectFrom('enrolments')
    .innerJoin('programmes', 'programmes.id', 'enrolments.programme_id')
    .select(['programme_id', 'partner_id', 'enrolled_at', 'zone', 'currency', 'gates'])
    .where('programme_id', '=', key.programme_id)
    .where('partner_id', '=', key.partner_id)
    .executeTakeFirst();
  return row && { ...row, gates: row.gates as Gate[] };
}
