import { readDisputes } from '../customers/billing/verbs/record-dispute.ts';
import { findInvoice, invoiceById } from '../customers/billing/verbs/record-invoice.ts';
import { holdForDispute } from '../money/commissions/verbs/hold.ts';
import { loseSteps } from '../money/commissions/verbs/lose-steps.ts';
import { reverseForRefund } from '../money/commissions/verbs/reverse.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import { closeEvent, listMoneyBack } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { DisputeInput, RefundInput } from './conversion-schema.ts';
import { takeBackIfWhole } from './reward-sale.ts';

/**
 * Commissions of an invoice that were written after money of it went back: every refund and lost dispute takes its part
 * of them, and an open dispute holds them. What was taken before stays as it is.
 */
export async function takeBackAgain(ctx: Ctx, invoiceId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  const invoice = await invoiceById(ctx, invoiceId);
  let refundedTotalMinor = 0;
  for (const event of await listMoneyBack(ctx, { ...invoice, state: 'decided' })) {
    const amount = amountBack(event);
    if (amount === 0) continue;
    refundedTotalMinor += amount;
    await reverse(ctx, event, { invoiceId, refundedTotalMinor });
  }
  if ((await readDisputes(ctx, invoiceId)).isOpen) await holdForDispute(ctx, invoiceId);
}

/** What went back of the invoice with an event: a refund's amount, a lost dispute's; nothing of another one. */
function amountBack({ kind, body, result }: ConversionEvent): number {
  if (kind === 'refund') return (body as RefundInput).amount_minor;
  if ((body as DisputeInput).outcome !== 'lost') return 0;
  return (result as { amount_minor?: number } | null)?.amount_minor ?? 0;
}

/** Everything that had gone back of the invoice after each refund and lost dispute that stands, oldest first. */
export async function totalsBack(ctx: Ctx, invoice: { source: string; external_id: string }): Promise<number[]> {
  requireScope(ctx, 'track:write');
  const amounts = (await listMoneyBack(ctx, { ...invoice, state: 'decided' })).map(amountBack);
  return amounts.map((_, index) => amounts.slice(0, index + 1).reduce((sum, amount) => sum + amount, 0));
}

type Back = { invoiceId: string; refundedTotalMinor: number };

/** Takes from the invoice's commissions what an event gave back, and keeps with the event what it took. */
export async function reverse(ctx: Ctx, event: ConversionEvent, back: Back, more: object = {}): Promise<void> {
  requireScope(ctx, 'track:write');
  const reason = event.kind === 'dispute' ? 'dispute' : 'refund';
  const about = { ...back, conversionEventId: event.id, at: event.occurred_at, reason };
  const reversals = await reverseForRefund(ctx, about);
  await loseSteps(ctx, { invoiceId: back.invoiceId, at: event.occurred_at });
  await takeBackIfWhole(ctx, back);
  const kept = { ...(event.result as object | null), ...more, reversals };
  await closeEvent(ctx, event.id, { state: 'decided', parked_reason: null, result: kept });
}

/** Everything of the invoice that went back so far: refunds and lost disputes. */
export async function backSoFar(ctx: Ctx, source: string, externalId: string): Promise<number> {
  requireScope(ctx, 'track:write');
  const invoice = await findInvoice(ctx, source, externalId);
  if (!invoice) return 0;
  return invoice.refunded_minor + (await readDisputes(ctx, invoice.id)).lostMinor;
}
