import type { Insertable } from 'kysely';
import type { InvoiceLines, InvoiceRefunds, Invoices, Subscriptions } from '../../../db/types.ts';
import { type BulkTable, type UpsertCounts, upsertRows } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';

export type SubscriptionRow = Omit<Insertable<Subscriptions>, 'attributes'> & { attributes?: object };
export type InvoiceLineRow = Omit<Insertable<InvoiceLines>, 'invoice_id'>;
export type RefundRow = Insertable<InvoiceRefunds>;
export type InvoiceRow = Omit<Insertable<Invoices>, 'attributes'> & {
  attributes?: object;
  lines?: InvoiceLineRow[];
  refunds?: Omit<RefundRow, 'invoice_id'>[];
};

const REPORTING = { reporting_rate: 'numeric', reporting_rate_source: 'text', reporting_rate_on: 'date' };

const SUBSCRIPTIONS: BulkTable = {
  table: 'subscriptions',
  key: ['source', 'external_id'],
  fixed: ['id', 'created_at'],
  touched: ['updated_at'],
  merged: ['attributes'],
  defaults: { attributes: "'{}'", interval_count: '1', is_trial: 'false' },
  columns: {
    id: 'text',
    account_id: 'text',
    source: 'text',
    external_id: 'text',
    plan: 'text',
    seats: 'integer',
    billing_interval: 'text',
    interval_count: 'integer',
    currency: 'text',
    mrr_minor: 'bigint',
    mrr_reporting_minor: 'bigint',
    ...REPORTING,
    is_trial: 'boolean',
    started_on: 'date',
    ended_on: 'date',
    auto_renews: 'boolean',
    was_upgraded: 'boolean',
    was_downgraded: 'boolean',
    imported_churned: 'boolean',
    attributes: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
};

const INVOICES: BulkTable = {
  table: 'invoices',
  key: ['source', 'external_id'],
  fixed: ['id', 'created_at'],
  merged: ['attributes'],
  defaults: { attributes: "'{}'", coupons: "'{}'", tax_minor: '0', credit_applied_minor: '0', refunded_minor: '0' },
  columns: {
    id: 'text',
    account_id: 'text',
    source: 'text',
    external_id: 'text',
    subscription_external_id: 'text',
    currency: 'text',
    subtotal_minor: 'bigint',
    tax_minor: 'bigint',
    total_minor: 'bigint',
    credit_applied_minor: 'bigint',
    refunded_minor: 'bigint',
    total_reporting_minor: 'bigint',
    ...REPORTING,
    status: 'text',
    issued_at: 'timestamptz',
    due_on: 'date',
    paid_at: 'timestamptz',
    coupons: 'text[]',
    attributes: 'jsonb',
    created_at: 'timestamptz',
  },
};

const LINES: BulkTable = {
  table: 'invoice_lines',
  key: ['invoice_id', 'line_no'],
  defaults: { discount_minor: '0', tax_minor: '0' },
  columns: {
    invoice_id: 'text',
    line_no: 'integer',
    product: 'text',
    description: 'text',
    quantity: 'integer',
    amount_minor: 'bigint',
    discount_minor: 'bigint',
    tax_minor: 'bigint',
  },
};

const REFUNDS: BulkTable = {
  table: 'invoice_refunds',
  key: ['source', 'external_id'],
  fixed: ['id'],
  columns: {
    id: 'text',
    invoice_id: 'text',
    source: 'text',
    external_id: 'text',
    amount_minor: 'bigint',
    currency: 'text',
    refunded_at: 'timestamptz',
    reason: 'text',
  },
};

/** Adds or changes subscriptions by (source, external_id). */
export function upsertSubscriptions(db: Db, rows: readonly SubscriptionRow[]): Promise<UpsertCounts> {
  return upsertRows(db, SUBSCRIPTIONS, rows);
}

/**
 * Adds or changes invoices by (source, external_id), with their lines and refunds. The counts are the invoices'.
 * `id` must be the stored id of an invoice that exists (`mapInvoiceDays`): lines and refunds hang on it.
 */
export async function upsertInvoices(db: Db, rows: readonly InvoiceRow[]): Promise<UpsertCounts> {
  const counts = await upsertRows(
    db,
    INVOICES,
    rows.map(({ lines: _lines, refunds: _refunds, ...invoice }) => invoice),
  );
  const lines = rows.flatMap((row) => (row.lines ?? []).map((line) => ({ ...line, invoice_id: row.id })));
  const refunds = rows.flatMap((row) => (row.refunds ?? []).map((refund) => ({ ...refund, invoice_id: row.id })));
  if (lines.length > 0) await upsertRows(db, LINES, lines);
  if (refunds.length > 0) await upsertRows(db, REFUNDS, refunds);
  return counts;
}

/** Adds or changes refunds by (source, external_id). */
export function upsertRefunds(db: Db, rows: readonly RefundRow[]): Promise<UpsertCounts> {
  return upsertRows(db, REFUNDS, rows);
}

/** Every subscription of a source: the account it belongs to by the id the source gave it. */
export async function mapSubscriptionAccounts(db: Db, source: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['external_id', 'account_id'])
    .where('source', '=', source)
    .execute();
  return new Map(rows.map((row) => [row.external_id, row.account_id]));
}

/** Every invoice of a source: its id and its UTC day by the id the source gave it. */
export async function mapInvoiceDays(db: Db, source: string): Promise<Map<string, { id: string; issued_on: string }>> {
  const rows = await db
    .selectFrom('invoices')
    .select(['external_id', 'id', 'issued_at'])
    .where('source', '=', source)
    .execute();
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return new Map(rows.map(({ external_id, id, issued_at }) => [external_id, { id, issued_on: day(issued_at) }]));
}
