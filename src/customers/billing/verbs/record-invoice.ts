import { notFound } from '../../../kernel/errors.ts';
import type { Minor } from '../../../kernel/money.ts';
import { toMinor } from '../../../kernel/money.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import {
  findInvoiceName,
  findReportingCurrency,
  type KnownInvoice,
  lockInvoice,
  updateRefunded,
} from '../store/one-invoice.ts';
import { upsertInvoices, upsertRefunds } from '../store.ts';

export type PaidInvoiceFacts = {
  source: string;
  external_id: string;
  account_id: string;
  currency: string;
  /** Minor units; `amount` before the discount and without tax, unless the tax is said to be inside it. */
  lines: readonly { amount_minor: Minor; discount_minor: Minor; tax_minor: Minor; product?: string | undefined }[];
  credit_applied_minor: Minor;
  issued_at: Date;
  paid_at: Date;
  coupons: readonly string[];
  /** When the period it pays for ends. */
  period_ends_at?: Date | undefined;
};

/** Keeps a paid invoice with its lines; one that was open is paid now. @throws 422 when a sum is beyond 2^53-1 minor units */
export async function recordInvoice(ctx: Ctx, facts: PaidInvoiceFacts): Promise<KnownInvoice> {
  requireScope(ctx, 'track:write');
  const known = await lockInvoice(ctx, facts.source, facts.external_id);
  if (known?.status === 'paid') return known;
  const sums = sumLines(facts.lines);
  const id = known?.id ?? newId(ctx, 'invoice');
  const reporting = await reportingValue(ctx, facts, sums.total_minor);
  const { lines, period_ends_at, coupons, ...rest } = facts;
  const row = {
    ...rest,
    ...sums,
    ...reporting,
    id,
    status: 'paid',
    coupons: [...coupons],
    attributes: period_ends_at ? { period_ends_at } : {},
    created_at: ctx.clock.now(),
    lines: lines.map((line, index) => ({ ...line, product: line.product ?? null, line_no: index + 1 })),
  };
  await upsertInvoices(ctx.db, [row]);
  const { account_id, currency, paid_at } = facts;
  const refunded_minor = known?.refunded_minor ?? 0;
  return { id, account_id, currency, paid_at, total_minor: sums.total_minor, refunded_minor, status: 'paid' };
}

/** The amounts of an invoice from its lines; exact. */
export function sumLines(lines: PaidInvoiceFacts['lines']) {
  const sum = (of: (line: PaidInvoiceFacts['lines'][number]) => Minor, field: string) =>
    toMinor(
      lines.reduce((total, line) => total + BigInt(of(line)), 0n),
      field,
    );
  const subtotal_minor = sum((line) => line.amount_minor - line.discount_minor, 'lines');
  const tax_minor = sum((line) => line.tax_minor, 'lines');
  return { subtotal_minor, tax_minor, total_minor: toMinor(BigInt(subtotal_minor) + BigInt(tax_minor), 'lines') };
}

/** The value in the reporting currency when no rate is needed; unknown otherwise. */
async function reportingValue(ctx: Ctx, facts: PaidInvoiceFacts, total: Minor) {
  if (facts.currency !== (await findReportingCurrency(ctx))) return {};
  return {
    total_reporting_minor: total,
    reporting_rate: '1',
    reporting_rate_source: 'same currency',
    reporting_rate_on: dateIn(facts.paid_at, 'UTC'),
  };
}

/** The invoice by the id its source gave it, held until the transaction ends. */
export function findInvoice(ctx: Ctx, source: string, externalId: string): Promise<KnownInvoice | undefined> {
  requireScope(ctx, 'track:write');
  return lockInvoice(ctx, source, externalId);
}

/** What an invoice is called where it came from. @throws 404 */
export async function invoiceById(ctx: Ctx, id: string): Promise<{ source: string; external_id: string }> {
  requireScope(ctx, 'track:write');
  const name = await findInvoiceName(ctx, id);
  if (!name) throw notFound('invoice', id);
  return name;
}

export type RefundFacts = {
  source: string;
  external_id: string;
  amount_minor: Minor;
  refunded_at: Date;
  reason?: string | undefined;
};

/** Keeps a refund of an invoice. Returns everything refunded so far. */
export async function recordRefund(ctx: Ctx, invoice: KnownInvoice, refund: RefundFacts): Promise<Minor> {
  requireScope(ctx, 'track:write');
  const row = { ...refund, reason: refund.reason ?? null, invoice_id: invoice.id, currency: invoice.currency };
  await upsertRefunds(ctx.db, [{ ...row, id: newId(ctx, 'refund') }]);
  const refunded = invoice.refunded_minor + refund.amount_minor;
  await updateRefunded(ctx, invoice.id, refunded);
  return refunded;
}
