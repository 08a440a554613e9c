import { readDisputes } from '../customers/billing/verbs/record-dispute.ts';
import { findInvoice } from '../customers/billing/verbs/record-invoice.ts';
import { noteRefundFailure, removeRefund } from '../customers/billing/verbs/refund-failures.ts';
import { giveBackRefund } from '../money/commissions/verbs/give-back.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import {
  closeEvent,
  findInvoiceEvent,
  findRefundEvent,
  listMoneyBack,
  takeTurns,
} from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { emit } from '../platform/outbox.ts';
import type { RefundFailureInput, RefundInput } from './conversion-schema.ts';
import { restoreRewards } from './reward-sale.ts';
import { restoreProgrammeFee } from './settle-programme-fee.ts';
import { FAILED, settleRefund } from './settle-refund.ts';
import { backSoFar, totalsBack } from './take-back.ts';

/**
 * A refund did not go through: what it took of commissions and rewards is given back, whatever a payout has claimed; one
 * that reaches us later takes nothing. Again it changes nothing. Returns the refund's event, when it is known.
 * @throws 409 when the failed refund was one of another invoice
 */
export async function undoRefund(
  ctx: Ctx,
  input: RefundFailureInput,
  source = 'api',
): Promise<{ isNew: boolean; conversion_id: string | null }> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx, 'invoice', input.invoice_id);
    const invoice = await findInvoiceEvent(ctx, source, input.invoice_id);
    if (invoice?.account_external_id) await takeTurns(ctx, 'account', invoice.account_external_id);
    const isNew = await noteRefundFailure(ctx, {
      source,
      external_id: input.refund_id,
      invoice_external_id: input.invoice_id,
      failed_at: input.occurred_at ? new Date(input.occurred_at) : ctx.clock.now(),
      reason: input.reason ?? null,
    });
    const refund = await findRefundEvent(ctx, source, input.refund_id);
    if (isNew && refund) await undo(ctx, refund);
    if (isNew) await emit(ctx, 'refund.failed', { refund_id: input.refund_id, conversion_id: refund?.id ?? null });
    return { isNew, conversion_id: refund?.id ?? null };
  });
}

async function undo(ctx: Ctx, refund: ConversionEvent): Promise<void> {
  await closeEvent(ctx, refund.id, FAILED);
  if (refund.state !== 'decided') return;
  const { refund_id: external_id, invoice_id } = refund.body as RefundInput;
  const { source } = refund;
  const invoice = await findInvoice(ctx, source, invoice_id);
  if (!invoice) return restoreProgrammeFee(ctx, refund, invoice_id);
  await removeRefund(ctx, invoice, { source, external_id });
  await giveBackRefund(ctx, {
    invoiceId: invoice.id,
    totals: await totalsBack(ctx, { source, external_id: invoice_id }),
    key: refund.id,
    at: ctx.clock.now(),
    isDisputed: (await readDisputes(ctx, invoice.id)).isOpen,
  });
  const refundedTotalMinor = await backSoFar(ctx, source, invoice_id);
  await restoreRewards(ctx, { invoiceId: invoice.id, accountId: invoice.account_id, refundedTotalMinor });
  await tryAgain(ctx, { source, external_id: invoice_id });
}

/** Refunds for which nothing was left may find something now. */
async function tryAgain(ctx: Ctx, invoice: { source: string; external_id: string }): Promise<void> {
  const refused = await listMoneyBack(ctx, { ...invoice, state: 'unattributed' });
  for (const event of refused.filter(({ parked_reason }) => parked_reason === 'refund_too_large'))
    await settleRefund(ctx, event);
}
