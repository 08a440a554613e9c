import { ensureAccount, resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { recordInvoice, sumLines } from '../customers/billing/verbs/record-invoice.ts';
import { STRIPE } from '../customers/stripe/model.ts';
import { findSaleStanding, supersedeSale } from '../money/commissions/verbs/supersede.ts';
import type { ConversionEvent, Decision } from '../partners/attribution/model.ts';
import { attribute, findAnchor, hasEvidence, markAccrued } from '../partners/attribution/verbs/attribute.ts';
import { notePaymentMethod } from '../partners/attribution/verbs/note-payment-method.ts';
import { listMoneyBack, parkEvent } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { creditSale, type InvoiceBody, linesOf } from './credit-sale.ts';
import { settleRewards, takeBackIfWhole } from './reward-sale.ts';
import { settleDispute } from './settle-dispute.ts';
import { settleProgrammeFee } from './settle-programme-fee.ts';
import { winByPayment } from './settle-referral.ts';
import { settleRefund } from './settle-refund.ts';
import { couponsOf } from './stripe-coupons.ts';
import { backSoFar, takeBackAgain } from './take-back.ts';

/**
 * Decides about a received invoice: parked while nobody knows its account, else kept, attributed, and credited; then
 * the refunds and disputes that waited for it. Called when it arrives and again when the missing part does; what a
 * payout has claimed, or somebody decided by hand, is not decided again.
 */
export async function settleInvoice(ctx: Ctx, event: ConversionEvent): Promise<void> {
  requireScope(ctx, 'track:write');
  const body = event.body as InvoiceBody;
  if (body.programme_fee) return settleProgrammeFee(ctx, event, body.programme_fee);
  const accountId = await findAccount(ctx, body);
  if (!accountId) return parkEvent(ctx, event.id, 'unknown_account');
  const invoice = await keepInvoice(ctx, event, accountId);
  if (body.fingerprint)
    await notePaymentMethod(ctx, { owner_kind: 'account', owner_id: accountId, fingerprint: body.fingerprint });
  const is_paid = sumLines(linesOf(body)).total_minor - (body.credit_applied_minor ?? 0) > 0;
  const coupons = event.source === STRIPE ? await couponsOf(ctx, body.coupons ?? []) : (body.coupons ?? []);
  const about = { event, account_id: accountId, invoice_id: invoice.id, is_paid, coupons };
  const { id, decision } = await attribute(ctx, about);
  if (is_paid) await winByPayment(ctx, accountId);
  await credit(ctx, { event, accountId, decision, decisionId: id, invoiceId: invoice.id });
  await settleRewards(ctx, { event, accountId, decision, invoiceId: invoice.id });
  await takeBackIfWhole(ctx, {
    invoiceId: invoice.id,
    refundedTotalMinor: await backSoFar(ctx, event.source, body.invoice_id),
  });
  const waiting = { source: event.source, external_id: body.invoice_id, state: 'parked' as const };
  for (const back of await listMoneyBack(ctx, waiting))
    await (back.kind === 'dispute' ? settleDispute(ctx, back) : settleRefund(ctx, back));
}

/** The account, made now when the invoice itself says who brought it. */
async function findAccount(ctx: Ctx, body: InvoiceBody): Promise<string | undefined> {
  const known = await resolveAccount(ctx, body.account_id);
  if (known) return known.id;
  if (!hasEvidence(ctx, body)) return undefined;
  return (await ensureAccount(ctx, { external_id: body.account_id })).id;
}

function keepInvoice(ctx: Ctx, event: ConversionEvent, account_id: string) {
  const body = event.body as InvoiceBody;
  return recordInvoice(ctx, {
    source: event.source,
    external_id: body.invoice_id,
    account_id,
    currency: body.currency,
    lines: linesOf(body).map(({ tax_inclusive_rate: _inside, ...line }) => line),
    credit_applied_minor: body.credit_applied_minor ?? 0,
    issued_at: body.issued_at ? new Date(body.issued_at) : event.occurred_at,
    paid_at: event.occurred_at,
    coupons: body.coupons ?? [],
    period_ends_at: body.period_ends_at ? new Date(body.period_ends_at) : undefined,
  });
}

type Credit = { event: ConversionEvent; accountId: string; decision: Decision; decisionId: string; invoiceId: string };

/** Brings the invoice's commissions in line with the decision: kept, taken back, or written now. */
async function credit(ctx: Ctx, sale: Credit): Promise<void> {
  const { decision, invoiceId, decisionId } = sale;
  const fit = await findFit(ctx, sale);
  if (fit === 'kept') return markAccrued(ctx, decisionId);
  if (fit === 'other') await supersedeSale(ctx, { invoiceId, reason: 'decided_again', at: ctx.clock.now() });
  if (decision.outcome !== 'credited') return;
  for (const id of await creditSale(ctx, sale)) await takeBackAgain(ctx, id);
}

/** Whether what the invoice earned before, if anything, is what the decision of now would earn. */
async function findFit(ctx: Ctx, sale: Credit): Promise<'none' | 'kept' | 'refused' | 'other'> {
  const { decision, accountId, invoiceId, event } = sale;
  const { isFixed, commissions } = await findSaleStanding(ctx, invoiceId);
  const first = commissions.find(({ rule }) => rule === 'sale');
  if (!first) return 'none';
  const isEarning = first.state !== 'refused';
  if (isFixed || decision.outcome === 'refused') return isEarning ? 'kept' : 'refused';
  if (decision.partner_id !== first.creditedPartnerId || decision.programme_id !== first.programmeId) return 'other';
  const found = await findAnchor(ctx, accountId, first.creditedPartnerId);
  const anchor = found && found < event.occurred_at ? found : event.occurred_at;
  if (anchor.toISOString() !== first.calculation.anchor_at) return 'other';
  return isEarning ? 'kept' : 'refused';
}
