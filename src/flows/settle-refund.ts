import { findInvoice, recordRefund } from '../customers/billing/verbs/record-invoice.ts';
import { hasRefundFailed } from '../customers/billing/verbs/refund-failures.ts';
import { type AppError, invalidField } from '../kernel/errors.ts';
import { DAY_MS } from '../kernel/time.ts';
import { type ConversionEvent, PARKED_DAYS } from '../partners/attribution/model.ts';
import { closeEvent, parkEvent } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { RefundInput } from './conversion-schema.ts';
import { refundProgrammeFee } from './settle-programme-fee.ts';
import { backSoFar, reverse } from './take-back.ts';

/** What becomes of a refund that did not go through. */
export const FAILED = { state: 'unattributed', parked_reason: 'refund_failed', result: {} } as const;

type RefundBody = Omit<RefundInput, 'event_id'>;

/**
 * Takes back the commission of what was refunded; parked while nobody knows the invoice. A refund that cannot be is
 * refused (`refuse: true`, while somebody waits for the answer) or kept as unattributed with its reason.
 */
export async function settleRefund(ctx: Ctx, event: ConversionEvent, refuse = false): Promise<void> {
  requireScope(ctx, 'track:write');
  const body = event.body as RefundBody;
  if (await hasRefundFailed(ctx, event.source, body.refund_id)) return closeEvent(ctx, event.id, FAILED);
  const invoice = await findInvoice(ctx, event.source, body.invoice_id);
  if (!invoice && (await refundProgrammeFee(ctx, event, body.invoice_id))) return;
  if (!invoice) return parkEvent(ctx, event.id, 'unknown_invoice');
  const at = new Date(event.occurred_at.getTime() + DAY_MS * (refuse ? 1 : PARKED_DAYS));
  const problem = findProblem(body, at, invoice);
  if (problem && refuse) throw problem.error;
  if (problem) return closeEvent(ctx, event.id, { state: 'unattributed', parked_reason: problem.reason, result: {} });
  await recordRefund(ctx, invoice, {
    source: event.source,
    external_id: body.refund_id,
    amount_minor: body.amount_minor,
    refunded_at: event.occurred_at,
    reason: body.reason,
  });
  const refundedTotalMinor = await backSoFar(ctx, event.source, body.invoice_id);
  await reverse(ctx, event, { invoiceId: invoice.id, refundedTotalMinor });
}

type Invoice = { currency: string; total_minor: number; refunded_minor: number; paid_at: Date | null };
type Problem = { reason: string; error: AppError };

/**
 * Why the refund cannot be; undefined when it can. `latest`: when the invoice can have been paid at the latest. Clocks
 * differ by up to a day; what came before its invoice is believed as long as it may wait for it.
 */
function findProblem(refund: RefundBody, latest: Date, invoice: Invoice): Problem | undefined {
  if (refund.currency && refund.currency !== invoice.currency) {
    const message = `The invoice is in ${invoice.currency}; a refund of it cannot be in ${refund.currency}.`;
    return { reason: 'refund_in_other_currency', error: invalidField('currency', message) };
  }
  if (invoice.paid_at && latest < invoice.paid_at) {
    const message = `The invoice was paid at ${invoice.paid_at.toISOString()}, long after this refund of it.`;
    return { reason: 'refund_before_invoice', error: invalidField('occurred_at', message) };
  }
  const left = invoice.total_minor - invoice.refunded_minor;
  if (refund.amount_minor <= left) return undefined;
  const message = `Only ${Math.max(left, 0)} minor units of this invoice are left to refund.`;
  return { reason: 'refund_too_large', error: invalidField('amount_minor', message) };
}
