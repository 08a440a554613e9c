import { listCouponed } from '../customers/billing/verbs/list-couponed.ts';
import type { StripeEventRow, StripeFact, StripeOutcome, StripeSettings } from '../customers/stripe/model.ts';
import { STRIPE } from '../customers/stripe/model.ts';
import { learnNames, meaningsOf, namesMeaning } from '../customers/stripe/verbs/events.ts';
import { takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { decideAllAgain } from './decide-again.ts';
import { recordSubscription } from './record-subscription.ts';
import { disputeStripeCharge } from './stripe-disputes.ts';
import { creditByStripe, noteStripeInvoice, payStripeCheckout, payStripeInvoice } from './stripe-money.ts';
import { keepStripeCustomer, signUpByStripe } from './stripe-people.ts';
import { failStripeRefund, refundStripeCharge } from './stripe-refunds.ts';

type Fact<K extends StripeFact['kind']> = Extract<StripeFact, { kind: K }>;

/** What an event came to, and the names that are known because of it: others may have waited for them. */
export type Applied = StripeOutcome & { learned: string[] };

/** Does what an event says, in the caller's transaction. @throws 4xx when it cannot be */
export async function applyStripe(
  ctx: Ctx,
  event: Pick<StripeEventRow, 'stripe_id'>,
  fact: StripeFact,
  settings: Pick<StripeSettings, 'client_reference'>,
): Promise<Applied> {
  requireScope(ctx, 'track:write');
  const learned = await learn(ctx, fact);
  return { ...(await dispatch(ctx, event, fact, settings)), learned };
}

function dispatch(
  ctx: Ctx,
  event: Pick<StripeEventRow, 'stripe_id'>,
  fact: StripeFact,
  settings: Pick<StripeSettings, 'client_reference'>,
): Promise<StripeOutcome> | StripeOutcome {
  switch (fact.kind) {
    case 'invoice_paid':
      return payStripeInvoice(ctx, fact);
    case 'invoice_state':
      return noteStripeInvoice(ctx, fact);
    case 'charge_refunded':
      return refundStripeCharge(ctx, fact);
    case 'refund_failed':
      return failStripeRefund(ctx, fact);
    case 'dispute':
      return disputeStripeCharge(ctx, fact);
    case 'credit_note':
      return creditByStripe(ctx, fact);
    case 'subscription':
      return changeSubscription(ctx, event, fact);
    case 'customer':
      return noteCustomer(ctx, fact);
    case 'checkout':
      return noteCheckout(ctx, fact, settings);
    case 'payment':
      return { state: 'applied', reason: 'payment_noted' };
    case 'discount':
      return noteDiscount(ctx, fact);
    case 'ignored':
      return { state: 'ignored', reason: fact.reason, params: fact.params ?? {} };
  }
}

/** Notes which payment belongs to which invoice. */
async function learn(ctx: Ctx, fact: StripeFact): Promise<string[]> {
  const payments = paymentsOf(fact);
  await learnNames(ctx, 'payment', payments);
  return payments.map(({ id }) => id);
}

function paymentsOf(fact: StripeFact): { id: string; means: string }[] {
  if (fact.kind === 'invoice_paid' || fact.kind === 'payment' || fact.kind === 'invoice_state')
    return fact.payments.map((id) => ({ id, means: fact.invoice_id }));
  if (fact.kind !== 'checkout') return [];
  const own = fact.sale ? [{ id: fact.sale.payment_id, means: fact.sale.payment_id }] : [];
  return [...own, ...fact.payments.map(({ payment, invoice }) => ({ id: payment, means: invoice }))];
}

/**
 * Notes which discount is which code. Told after invoices that carry it, it decides about their accounts again; what was
 * paid out or decided by hand stays.
 */
async function noteDiscount(ctx: Ctx, { discount_id, means }: Fact<'discount'>): Promise<StripeOutcome> {
  const known = (await meaningsOf(ctx, 'discount', [discount_id])).get(discount_id);
  if (known === means) return { state: 'applied', reason: 'discount_noted' };
  await learnNames(ctx, 'discount', [{ id: discount_id, means }]);
  const accounts = await listCouponed(ctx, STRIPE, [
    discount_id,
    ...(await namesMeaning(ctx, 'discount', discount_id)),
  ]);
  for (const account of accounts) await takeTurns(ctx, 'account', account);
  for (const account of accounts) await decideAllAgain(ctx, account);
  return { state: 'applied', reason: accounts.length > 0 ? 'discount_decided' : 'discount_noted' };
}

async function changeSubscription(
  ctx: Ctx,
  { stripe_id }: Pick<StripeEventRow, 'stripe_id'>,
  fact: Fact<'subscription'>,
): Promise<StripeOutcome> {
  const { customer, referral, subscription_id, status, interval, interval_count, currency, amount, rank, at } = fact;
  const conversion_id = await signUpByStripe(ctx, {
    customer,
    referral,
    name: `signup:${subscription_id}`,
    at: fact.started_at,
  });
  const { external_id } = await keepStripeCustomer(ctx, customer);
  const { mrr_minor } = await recordSubscription(
    ctx,
    {
      subscription_id,
      account_id: external_id,
      event_id: stripe_id,
      occurred_at: at.toISOString(),
      status,
      interval,
      interval_count,
      currency,
      amount,
      rank,
      started_at: fact.started_at.toISOString(),
      ...(fact.plan ? { plan: fact.plan } : {}),
      ...(fact.seats ? { seats: fact.seats } : {}),
      ...(fact.ended_at && fact.ended_at >= fact.started_at ? { ended_at: fact.ended_at.toISOString() } : {}),
    },
    STRIPE,
  );
  const params = { mrr_minor, currency };
  return { state: 'applied', reason: `subscription_${status}`, params, ...(conversion_id ? { conversion_id } : {}) };
}

async function noteCustomer(ctx: Ctx, { customer, referral, created_at }: Fact<'customer'>): Promise<StripeOutcome> {
  await keepStripeCustomer(ctx, customer);
  const name = `signup:${customer.customer_id}`;
  const conversion_id = await signUpByStripe(ctx, { customer, referral, name, at: created_at });
  if (conversion_id) return { state: 'applied', reason: 'signed_up', conversion_id };
  return { state: 'applied', reason: 'customer_noted' };
}

async function noteCheckout(
  ctx: Ctx,
  fact: Fact<'checkout'>,
  settings: Pick<StripeSettings, 'client_reference'>,
): Promise<StripeOutcome> {
  const { reference } = fact;
  const isAccount = settings.client_reference === 'account';
  const customer = isAccount && reference ? { ...fact.customer, account: reference.slice(0, 200) } : fact.customer;
  const via = isAccount ? undefined : reference;
  const referral = via && !fact.referral.via ? { ...fact.referral, via } : fact.referral;
  const about = { customer, referral, name: `signup:${fact.session_id}`, at: fact.at };
  const conversion_id = await signUpByStripe(ctx, about);
  if (!conversion_id) await keepStripeCustomer(ctx, customer);
  const paid = await payStripeCheckout(ctx, { ...fact, customer });
  if (fact.sale || !conversion_id) return paid;
  return { state: 'applied', reason: 'signed_up', conversion_id };
}
