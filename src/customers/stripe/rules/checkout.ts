import type { StripeFact, StripeLine } from '../model.ts';
import { toMinorUnits } from './amount.ts';
import { currencyOf } from './currency.ts';
import { readAccount, readCustomerOf, readReferral } from './customer.ts';
import { at, first, idAt, listAt, present, textAt, timeAt, wholeAt } from './fields.ts';
import { namesOfDiscount } from './invoice.ts';

type Checkout = Extract<StripeFact, { kind: 'checkout' }>;

const PATHS = {
  name: ['customer_details.business_name', 'customer_details.name'],
  email: ['customer_details.email', 'customer_email'],
};

/** A finished checkout: who bought, who brought them, and, where no invoice will come, what was paid. */
export function readCheckout(object: unknown, key: string, eventAt: Date): Checkout | undefined {
  const session_id = textAt(object, 'id', 200);
  const metadata = at(object, 'metadata');
  if (!session_id) return undefined;
  const customer = readCustomerOf(object, key, [metadata], PATHS) ?? guest(object, key, metadata);
  if (!customer) return undefined;
  const reference = textAt(object, 'client_reference_id', 2000);
  const sale = readSale(object, session_id);
  const payment = idAt(object, 'payment_intent');
  const invoice = idAt(object, 'invoice');
  return {
    kind: 'checkout',
    session_id,
    customer,
    ...(reference ? { reference } : {}),
    referral: readReferral(metadata),
    at: timeAt(object, 'created') ?? eventAt,
    ...(sale ? { sale } : {}),
    payments: payment && invoice ? [{ payment, invoice }] : [],
  };
}

/** A one-off checkout may make no customer: whoever paid is known by their address, or by this one purchase. */
function guest(object: unknown, key: string, metadata: unknown) {
  const email = first(...PATHS.email.map((path) => textAt(object, path, 254)));
  const name = first(...PATHS.name.map((path) => textAt(object, path)));
  const id = email?.toLowerCase() ?? textAt(object, 'id', 200);
  const account = readAccount(key, metadata);
  if (!id) return undefined;
  return { customer_id: id, ...(account ? { account } : {}), ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

function readSale(object: unknown, session_id: string): Checkout['sale'] {
  const currency = currencyOf(object);
  const total = wholeAt(object, 'amount_total');
  const isPaid = textAt(object, 'payment_status') === 'paid';
  if (textAt(object, 'mode') !== 'payment' || idAt(object, 'invoice') || !isPaid || !currency || !total)
    return undefined;
  const tax_minor = toMinorUnits(wholeAt(object, 'total_details.amount_tax') ?? 0, currency);
  const line: StripeLine = { amount_minor: toMinorUnits(total, currency) - tax_minor, discount_minor: 0, tax_minor };
  return {
    payment_id: idAt(object, 'payment_intent') ?? session_id,
    currency,
    line,
    discounts: [...new Set(listAt(object, 'discounts').flatMap(namesInSession))].slice(0, 50),
  };
}

/** A session's discount is `{coupon, promotion_code}`, each an id or the whole object. */
function namesInSession(discount: unknown): string[] {
  return present([idAt(discount, 'promotion_code'), idAt(discount, 'coupon'), ...namesOfDiscount(discount)]);
}
