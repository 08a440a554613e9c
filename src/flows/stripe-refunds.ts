import { STRIPE, type StripeFact, type StripeOutcome } from '../customers/stripe/model.ts';
import {
  type ChargeStanding,
  markRecorded,
  noteFailedRefund,
  observeCharge,
} from '../customers/stripe/verbs/charges.ts';
import { listMoneyBack } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { RefundInput } from './conversion-schema.ts';
import { reverseConversion } from './reverse-conversion.ts';
import { invoiceOfPayments } from './stripe-money.ts';
import { undoRefund } from './undo-refund.ts';

type Fact<K extends StripeFact['kind']> = Extract<StripeFact, { kind: K }>;

/** Part or all of a charge was given back: what is more than was known before takes its part of the commission. */
export async function refundStripeCharge(ctx: Ctx, fact: Fact<'charge_refunded'>): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  const invoice_id = fact.invoice_id ?? (await invoiceOfPayments(ctx, fact.payments));
  if (!invoice_id) return { state: 'waiting', reason: 'unknown_payment', waits_for: fact.payments };
  const change = await bringInLine(ctx, { ...fact, invoice_id }, await observeCharge(ctx, fact));
  return change ?? { state: 'applied', reason: 'refund_known' };
}

/** A refund did not go through: what it took is given back; told before its charge is, it will take nothing. */
export async function failStripeRefund(ctx: Ctx, fact: Fact<'refund_failed'>): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  const invoice_id = await invoiceOfPayments(ctx, fact.payments);
  if (!invoice_id) return { state: 'waiting', reason: 'unknown_payment', waits_for: fact.payments };
  const { refund_id, charge_id, amount_minor, at: failed_at } = fact;
  const standing = await noteFailedRefund(ctx, { refund_id, charge_id, amount_minor, failed_at });
  const change = await bringInLine(ctx, { ...fact, invoice_id }, standing);
  return change ?? { state: 'applied', reason: 'refund_failure_known' };
}

type Charge = { charge_id: string; invoice_id: string; currency: string; at: Date };

/** Takes or gives back what the books lack or hold too much of. Undefined when they are in line. */
async function bringInLine(ctx: Ctx, charge: Charge, standing: ChargeStanding): Promise<StripeOutcome | undefined> {
  const { given_back_minor, recorded_minor } = standing;
  if (given_back_minor === recorded_minor) return undefined;
  await markRecorded(ctx, charge.charge_id, given_back_minor);
  if (given_back_minor > recorded_minor) {
    const { id } = await refund(ctx, charge, standing, given_back_minor - recorded_minor);
    return { state: 'applied', reason: 'refunded', conversion_id: id };
  }
  await giveBack(ctx, charge, standing, recorded_minor - given_back_minor);
  return { state: 'applied', reason: 'refund_failed' };
}

/** The id says how much was given back in all, and how many refunds had failed by then: both only grow. */
function refund(ctx: Ctx, charge: Charge, { given_back_minor, failures }: ChargeStanding, amount_minor: number) {
  const { charge_id, invoice_id, currency, at } = charge;
  const name = `${charge_id}:${given_back_minor}`;
  const refund_id = failures === 0 ? name : `${name}:${failures}`;
  return reverseConversion(
    ctx,
    { refund_id, invoice_id, amount_minor, currency, occurred_at: at.toISOString() },
    STRIPE,
  );
}

/** Undoes the charge's refunds, the newest first, until enough is given back; of the last a part may stay refunded. */
async function giveBack(ctx: Ctx, charge: Charge, standing: ChargeStanding, amountMinor: number): Promise<void> {
  let left = amountMinor;
  for (const body of await listRefunds(ctx, charge)) {
    if (left <= 0) break;
    await undoRefund(ctx, { refund_id: body.refund_id, invoice_id: charge.invoice_id }, STRIPE);
    left -= body.amount_minor;
  }
  if (left < 0) await refund(ctx, charge, standing, -left);
}

async function listRefunds(ctx: Ctx, { charge_id, invoice_id }: Charge): Promise<RefundInput[]> {
  const invoice = { source: STRIPE, external_id: invoice_id };
  const waiting = await listMoneyBack(ctx, { ...invoice, state: 'parked' });
  const decided = await listMoneyBack(ctx, { ...invoice, state: 'decided' });
  const bodies = [...decided, ...waiting]
    .filter(({ kind }) => kind === 'refund')
    .map(({ body }) => body as RefundInput);
  return bodies.filter(({ refund_id }) => refund_id.startsWith(`${charge_id}:`)).toReversed();
}
