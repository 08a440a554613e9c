import type { Minor } from '../../../kernel/money.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import { lockInvoice, updateStatus } from '../store/one-invoice.ts';
import { upsertInvoices } from '../store.ts';

export type UnpaidInvoice = {
  source: string;
  external_id: string;
  account_id: string;
  currency: string;
  total_minor: Minor;
  tax_minor: Minor;
  status: 'open' | 'uncollectible' | 'void';
  issued_at: Date;
  due_at?: Date | undefined;
};

/** An invoice never goes back: what is void or paid does not open again because older news come later. */
const ORDER = ['draft', 'open', 'uncollectible', 'void', 'paid'];

/** Keeps that an invoice is open, given up on or void; news older than what is known change nothing. */
export async function noteInvoiceState(ctx: Ctx, invoice: UnpaidInvoice): Promise<{ changed: boolean }> {
  requireScope(ctx, 'track:write');
  const known = await lockInvoice(ctx, invoice.source, invoice.external_id);
  if (known && ORDER.indexOf(known.status) >= ORDER.indexOf(invoice.status)) return { changed: false };
  if (known) await updateStatus(ctx, known.id, invoice.status);
  else await insert(ctx, invoice);
  return { changed: true };
}

async function insert(ctx: Ctx, { due_at, ...invoice }: UnpaidInvoice): Promise<void> {
  const row = {
    ...invoice,
    id: newId(ctx, 'invoice'),
    subtotal_minor: invoice.total_minor - invoice.tax_minor,
    due_on: dateIn(due_at ?? invoice.issued_at, 'UTC'),
    created_at: ctx.clock.now(),
  };
  await upsertInvoices(ctx.db, [row]);
}
