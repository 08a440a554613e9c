import type { Ctx } from '../../../platform/ctx.ts';

export type Dispute = {
  id: string;
  invoice_id: string;
  source: string;
  external_id: string;
  amount_minor: number;
  /** What the bank charged the company; no partner pays it. */
  fee_minor: number;
  currency: string;
  state: 'open' | 'won' | 'lost';
  opened_at: Date;
  closed_at: Date | null;
};

export async function lockDispute(ctx: Ctx, source: string, externalId: string): Promise<Dispute | undefined> {
  const row = await ctx.db
    .selectFrom('invoice_disputes')
    .selectAll()
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, state: row.state as Dispute['state'] };
}

export async function insertDispute(ctx: Ctx, dispute: Dispute): Promise<void> {
  await ctx.db.insertInto('invoice_disputes').values(dispute).execute();
}

export async function updateDispute(
  ctx: Ctx,
  id: string,
  change: Partial<Pick<Dispute, 'state' | 'closed_at' | 'fee_minor'>>,
): Promise<void> {
  await ctx.db.updateTable('invoice_disputes').set(change).where('id', '=', id).execute();
}

export async function listDisputes(ctx: Ctx, invoiceId: string): Promise<Pick<Dispute, 'state' | 'amount_minor'>[]> {
  const rows = await ctx.db
    .selectFrom('invoice_disputes')
    .select(['state', 'amount_minor'])
    .where('invoice_id', '=', invoiceId)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as Dispute['state'] }));
}
