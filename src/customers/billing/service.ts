import type { UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import {
  type InvoiceRow,
  mapInvoiceDays,
  mapSubscriptionAccounts,
  type RefundRow,
  type SubscriptionRow,
  upsertInvoices,
  upsertRefunds,
  upsertSubscriptions,
} from './store.ts';

/** Adds or changes subscriptions in bulk. */
export async function saveSubscriptions(ctx: Ctx, rows: readonly SubscriptionRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertSubscriptions(ctx.db, rows);
}

/** Adds or changes invoices in bulk. */
export async function saveInvoices(ctx: Ctx, rows: readonly InvoiceRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertInvoices(ctx.db, rows);
}

/** Adds or changes refunds in bulk. */
export async function saveRefunds(ctx: Ctx, rows: readonly RefundRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertRefunds(ctx.db, rows);
}

/** The accounts of subscriptions by the ids a source gave the subscriptions. */
export async function subscriptionAccounts(ctx: Ctx, source: string): Promise<Map<string, string>> {
  requireScope(ctx, 'imports:write');
  return mapSubscriptionAccounts(ctx.db, source);
}

/** Invoices, with the UTC day of each, by the ids a source gave them. */
export async function invoiceDays(ctx: Ctx, source: string): Promise<Map<string, { id: string; issued_on: string }>> {
  requireScope(ctx, 'imports:write');
  return mapInvoiceDays(ctx.db, source);
}
