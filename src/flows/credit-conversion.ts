import { AppError, invalidField } from '../kernel/errors.ts';
import { isCurrency } from '../kernel/money.ts';
import { parsePercent } from '../kernel/percent.ts';
import { DAY_MS } from '../kernel/time.ts';
import { findEvent, receiveEvent, takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { emit } from '../platform/outbox.ts';
import type { InvoiceInput } from './conversion-schema.ts';
import { decideIfLate } from './decide-again.ts';
import { settleInvoice } from './settle-invoice.ts';

/**
 * An invoice was paid: keep it once, decide who is credited (R0-R7), and make the commission. Deliveries about the same
 * account take turns. Returns the event's id.
 * @throws 422 for a currency that does not exist; 409 for the same invoice with other content
 */
export async function creditConversion(
  ctx: Ctx,
  input: InvoiceInput,
  source = 'api',
): Promise<{ id: string; isNew: boolean }> {
  requireScope(ctx, 'track:write');
  checkInvoice(input, ctx.clock.now());
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx, 'invoice', input.invoice_id);
    await takeTurns(ctx, 'account', input.account_id);
    const { event, isNew } = await receive(ctx, input, source);
    if (!isNew) return { id: event.id, isNew };
    if (!(await decideIfLate(ctx, event))) await settleInvoice(ctx, event);
    const { state } = await findEvent(ctx, event.id);
    await emit(ctx, 'invoice.recorded', { conversion_id: event.id, state });
    return { id: event.id, isNew };
  });
}

/** @throws 422 naming the field that cannot be */
function checkInvoice(input: InvoiceInput, now: Date): void {
  if (!isCurrency(input.currency))
    throw invalidField('currency', `There is no currency ${input.currency}.`, 'Use an ISO 4217 code like EUR.');
  if (input.paid_at && input.occurred_at && Date.parse(input.paid_at) !== Date.parse(input.occurred_at))
    throw invalidField('occurred_at', 'paid_at and occurred_at differ.', 'Send one of them.');
  if (input.issued_at && Date.parse(input.issued_at) - now.getTime() > DAY_MS)
    throw invalidField('issued_at', 'This is more than a day in the future.', 'Send the instant it was issued.');
  const total = input.lines.reduce((sum, line) => sum + amountOf(line), 0);
  if ((input.credit_applied_minor ?? 0) > Math.max(total, 0))
    throw invalidField('credit_applied_minor', 'More credit is used than the invoice costs.');
  for (const [index, line] of input.lines.entries()) {
    if ((line.discount_minor ?? 0) > Math.max(line.amount_minor, 0))
      throw invalidField(`lines[${index}].discount_minor`, 'The discount is larger than the amount.');
    if (!line.tax_inclusive_rate) continue;
    parsePercent(line.tax_inclusive_rate, `lines[${index}].tax_inclusive_rate`);
    if (line.tax_minor)
      throw new AppError('unprocessable', 'A tax is either inside the amount or on top of it.', {
        field: `lines[${index}].tax_minor`,
      });
  }
}

function amountOf({ amount_minor, discount_minor = 0, tax_minor = 0 }: InvoiceInput['lines'][number]): number {
  return amount_minor - discount_minor + tax_minor;
}

function receive(ctx: Ctx, input: InvoiceInput, source: string) {
  const { event_id, ...body } = input;
  const at = input.paid_at ?? input.occurred_at;
  return receiveEvent(ctx, {
    source,
    kind: 'invoice',
    event_id: event_id ?? input.invoice_id,
    account_external_id: input.account_id,
    invoice_external_id: input.invoice_id,
    occurred_at: at ? new Date(at) : ctx.clock.now(),
    body,
  });
}
