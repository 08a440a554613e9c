import { sumLines } from '../customers/billing/verbs/record-invoice.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import { closeEvent } from '../partners/attribution/verbs/receive-event.ts';
import { keepFeePaid, refundFee, settleFee } from '../partners/gates/verbs/fees.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { type InvoiceBody, linesOf } from './credit-sale.ts';

/**
 * An invoice that names a programme fee was paid: it opens the partner's gate for the period and is no sale to anybody.
 * @throws 404 when there is no such fee; 409 when something else settled it; 422 when the invoice does not cover it
 */
export async function settleProgrammeFee(ctx: Ctx, event: ConversionEvent, feeId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  const body = event.body as InvoiceBody;
  const { subtotal_minor: amount_minor } = sumLines(linesOf(body));
  const invoice = { source: event.source, id: body.invoice_id, amount_minor, currency: body.currency };
  const { id } = await settleFee(ctx, feeId, invoice);
  await closeEvent(ctx, event.id, { state: 'decided', parked_reason: null, result: { programme_fee: id } });
}

/** The money of a fee went back: the gate of its period closes. False when the invoice paid no fee. */
export async function refundProgrammeFee(ctx: Ctx, event: ConversionEvent, invoiceId: string): Promise<boolean> {
  requireScope(ctx, 'track:write');
  const fee = await refundFee(ctx, { source: event.source, id: invoiceId });
  if (!fee) return false;
  await closeEvent(ctx, event.id, { state: 'decided', parked_reason: null, result: { programme_fee: fee.id } });
  return true;
}

/** The refund of a fee did not go through: the gate of its period is open again. */
export async function restoreProgrammeFee(ctx: Ctx, event: ConversionEvent, invoiceId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  await keepFeePaid(ctx, { source: event.source, id: invoiceId });
}
