/** An event as Stripe sends it. */
export type StripeEvent = {
  id: string;
  type: string;
  created: number;
  data: { object: object };
  livemode?: boolean;
  account?: string;
};

/** Events about customer number `number`, around the instant `start`. */
export function stripeEvents(number: number, start: string, partnerCode: string) {
  const seconds = (offset = 0) => Math.floor(Date.parse(start) / 1000) + offset;
  const id = (kind: string) => `${kind}_${number}`;
  function event(type: string, object: object, more: Partial<StripeEvent> = {}): StripeEvent {
    const created = seconds(60);
    return { id: `evt_${type}_${number}`, type, created, livemode: true, data: { object }, ...more };
  }
  const customer = (more: object = {}) =>
    event('customer.created', {
      id: id('cus'),
      created: seconds(),
      email: `eve@customer${number}.example`,
      name: 'Customer',
      ...more,
    });
  const checkout = (more: object = {}) =>
    event('checkout.session.completed', {
      id: id('cs'),
      created: seconds(10),
      mode: 'subscription',
      payment_status: 'paid',
      customer: id('cus'),
      customer_details: { email: `eve@customer${number}.example` },
      client_reference_id: partnerCode,
      ...more,
    });
  const invoice = (more: object = {}) => event('invoice.paid', { ...paidInvoice(number, seconds()), ...more });
  const refund = (amount_refunded: number, at = 40) =>
    event(
      'charge.refunded',
      { id: id('ch'), payment_intent: id('pi'), amount: 11_900, amount_refunded, currency: 'eur', customer: id('cus') },
      { id: `evt_refund_${number}_${amount_refunded}`, created: seconds(at) },
    );
  const refundFailed = (amount: number, at: number, type = 'refund.failed') =>
    event(
      type,
      {
        id: `re_${number}_${at}`,
        charge: id('ch'),
        payment_intent: id('pi'),
        amount,
        currency: 'eur',
        status: 'failed',
      },
      { id: `evt_${type}_${number}_${at}`, created: seconds(at) },
    );
  const subscription = (type: string, amount: number, at: number, more: object = {}) =>
    event(
      `customer.subscription.${type}`,
      { ...boughtPlan(number, seconds(), amount), ...more },
      { id: `evt_sub_${number}_${type}_${amount}`, created: seconds(at) },
    );

  return { seconds, id, event, customer, checkout, invoice, refund, refundFailed, subscription };
}

/** 100.00 and 19.00 of tax on top, paid 30 seconds after `begun`. */
function paidInvoice(number: number, begun: number): object {
  const taxes = [{ amount: 1900, tax_behavior: 'exclusive' }];
  return {
    id: `in_${number}`,
    customer: `cus_${number}`,
    customer_email: `eve@customer${number}.example`,
    currency: 'eur',
    created: begun + 20,
    total: 11_900,
    amount_paid: 11_900,
    total_taxes: taxes,
    status_transitions: { paid_at: begun + 30 },
    payments: { data: [{ payment: { payment_intent: `pi_${number}` } }] },
    lines: { data: [{ amount: 10_000, taxes }] },
  };
}

/** Five seats at `amount` a month since 10 seconds after `begun`. */
function boughtPlan(number: number, begun: number, amount: number): object {
  return {
    id: `sub_${number}`,
    customer: `cus_${number}`,
    status: 'active',
    currency: 'eur',
    start_date: begun + 10,
    items: {
      data: [{ quantity: 5, price: { unit_amount: amount, recurring: { interval: 'month', interval_count: 1 } } }],
    },
  };
}
