import type { Ctx } from '../../../platform/ctx.ts';

export type KnownInvoice = {
  id: string;
  account_id: string;
  currency: string;
  total_minor: number;
  refunded_minor: number;
  paid_at: Date | null;
  status: string;
};

/** The invoice by the id its source gave it, held until the transaction ends. */
export async function lockInvoice(ctx: Ctx, source: string, externalId: string): Promise<KnownInvoice | undefined> {
  return ctx.db
    .selectFrom('invoices')
    .select(['id', 'account_id', 'currency', 'total_minor', 'refunded_minor', 'paid_at', 'status'])
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateRefunded(ctx: Ctx, id: string, refunded_minor: number): Promise<void> {
  await ctx.db.updateTable('invoices').set({ refunded_minor }).where('id', '=', id).execute();
}

export async function updateStatus(ctx: Ctx, id: string, status: string): Promise<void> {
  await ctx.db.updateTable('invoices').set({ status }).where('id', '=', id).execute();
}

export async function findReportingCurrency(ctx: Ctx): Promise<string | undefined> {
  const row = await ctx.db.selectFrom('company_settings').select('reporting_currency').executeTakeFirst();
  return row?.reporting_currency;
}

export async function findInvoiceName(
  ctx: Ctx,
  id: string,
): Promise<{ source: string; external_id: string } | undefined> {
  return ctx.db.selectFrom('invoices').select(['source', 'external_id']).where('id', '=', id).executeTakeFirst();
}

export async function updateAccountOfBilling(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  for (const table of ['invoices', 'subscriptions', 'subscription_states'] as const)
    await ctx.db.updateTable(table).set({ account_id: intoId }).where('account_id', '=', fromId).execute();
}
