import { STRIPE, type StripeFact, type StripeOutcome } from '../customers/stripe/model.ts';
import { findSameEvent } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { recordDispute } from './record-dispute.ts';
import { invoiceOfPayments } from './stripe-money.ts';

type Dispute = Extract<StripeFact, { kind: 'dispute' }>;

/** A charge is disputed, or the bank has decided. Several events tell of one dispute; each outcome counts once. */
export async function disputeStripeCharge(ctx: Ctx, fact: Dispute): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  const { dispute_id, outcome, amount_minor, fee_minor, currency } = fact;
  const invoice_id = await invoiceOfPayments(ctx, fact.payments);
  if (!invoice_id) return { state: 'waiting', reason: 'unknown_payment', waits_for: fact.payments };
  const event_id = `${dispute_id}:${outcome}`;
  const known = await findSameEvent(ctx, { source: STRIPE, kind: 'dispute', event_id });
  if (known) return { state: 'applied', reason: 'dispute_known', conversion_id: known.id };
  const dispute = { dispute_id, invoice_id, outcome, amount_minor, fee_minor, currency, event_id };
  const { id } = await recordDispute(ctx, { ...dispute, occurred_at: fact.at.toISOString() }, STRIPE);
  return { state: 'applied', reason: `dispute_${outcome}`, conversion_id: id };
}
