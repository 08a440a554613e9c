import type { StripeEnvelope, StripeFact, StripeSettings } from '../model.ts';
import { readCheckout } from './checkout.ts';
import { readCustomer, readReferral } from './customer.ts';
import { at, first, idAt, present, textAt, timeAt } from './fields.ts';
import { readInvoiceState, readPaidInvoice } from './invoice.ts';
import { readCreditNote, readDispute, readRefund, readRefundedCharge } from './money-back.ts';
import { readSubscription } from './subscription.ts';

type Read = (event: StripeEnvelope, key: string) => StripeFact | undefined;

const paid: Read = ({ object, created }, key) => readPaidInvoice(object, key, created);
const unpaid: Read = ({ object }, key) => readInvoiceState(object, key);
const dispute: Read = ({ object, type, created }) => readDispute(object, type, created);
const refund: Read = ({ object, created }) => readRefund(object, created);
const subscription: Read = ({ object, type, created }, key) => readSubscription(object, key, type, created);
const customer: Read = ({ object, created }, key) => {
  const found = readCustomer(object, key);
  const referral = readReferral(at(object, 'metadata'));
  return found && { kind: 'customer', customer: found, referral, created_at: timeAt(object, 'created') ?? created };
};
const checkout: Read = ({ object, created }, key) => readCheckout(object, key, created);
const creditNote: Read = ({ object, type, created }) => readCreditNote(object, type, created);
const discount: Read = ({ object }) => {
  const discount_id = textAt(object, 'id', 200);
  const means = first(idAt(object, 'promotion_code'), idAt(object, 'coupon'), idAt(object, 'source.coupon'));
  return discount_id && means ? { kind: 'discount', discount_id, means: means.slice(0, 64) } : undefined;
};
const promotion: Read = ({ object }) => {
  const discount_id = textAt(object, 'id', 200);
  const means = textAt(object, 'code', 64);
  return discount_id && means ? { kind: 'discount', discount_id, means } : undefined;
};
const payment: Read = ({ object }) => {
  const invoice_id = idAt(object, 'invoice');
  const payments = present([idAt(object, 'payment.payment_intent'), idAt(object, 'payment.charge')]);
  return invoice_id && payments.length > 0 ? { kind: 'payment', payments, invoice_id } : undefined;
};

/** Every kind of event that means something here; all others are kept and left alone. */
const READERS: Record<string, Read | undefined> = {
  'invoice.paid': paid,
  'invoice.payment_succeeded': paid,
  'invoice.finalized': unpaid,
  'invoice.payment_failed': unpaid,
  'invoice.marked_uncollectible': unpaid,
  'invoice.voided': unpaid,
  'invoice_payment.paid': payment,
  'charge.refunded': ({ object, created }) => readRefundedCharge(object, created),
  'refund.failed': refund,
  'refund.updated': refund,
  'charge.refund.updated': refund,
  'charge.dispute.created': dispute,
  'charge.dispute.updated': dispute,
  'charge.dispute.closed': dispute,
  'charge.dispute.funds_withdrawn': dispute,
  'charge.dispute.funds_reinstated': dispute,
  'customer.subscription.created': subscription,
  'customer.subscription.updated': subscription,
  'customer.subscription.deleted': subscription,
  'customer.subscription.paused': subscription,
  'customer.subscription.resumed': subscription,
  'customer.created': customer,
  'customer.updated': customer,
  'customer.discount.created': discount,
  'customer.discount.updated': discount,
  'promotion_code.created': promotion,
  'promotion_code.updated': promotion,
  'checkout.session.completed': checkout,
  'checkout.session.async_payment_succeeded': checkout,
  'credit_note.created': creditNote,
  'credit_note.updated': creditNote,
  'credit_note.voided': creditNote,
};

/** The kinds of event to choose in Stripe's dashboard. */
export const STRIPE_TYPES: readonly string[] = Object.keys(READERS);

/** What a signed event says, in our words. */
export function readEvent(event: StripeEnvelope, settings: Pick<StripeSettings, 'account_metadata_key'>): StripeFact {
  const read = READERS[event.type];
  if (!read) return { kind: 'ignored', reason: 'not_needed', params: { type: event.type } };
  const fact = read(event, settings.account_metadata_key);
  return fact ?? { kind: 'ignored', reason: 'not_readable', params: { type: event.type } };
}
