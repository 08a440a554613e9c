import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMinorUnits } from './amount.ts';
import { readLines, readPaidInvoice } from './invoice.ts';

const AT = new Date('2026-03-01T12:00:00Z');
const SECONDS = AT.getTime() / 1000;

/** An invoice as API versions before 2025-03-31 write it. */
const OLD = {
  id: 'in_1',
  object: 'invoice',
  customer: 'cus_1',
  customer_email: 'eve@customer.example',
  customer_name: 'Customer Ltd',
  currency: 'eur',
  created: SECONDS - 60,
  charge: 'ch_1',
  payment_intent: 'pi_1',
  subscription: 'sub_1',
  subscription_details: { metadata: { goodword_account: 'acme', gw_click: 'token' } },
  metadata: {},
  total: 10_710,
  subtotal: 10_000,
  tax: 1710,
  amount_paid: 10_710,
  status_transitions: { paid_at: SECONDS, finalized_at: SECONDS - 30 },
  discount: { id: 'di_1', coupon: { id: 'TENOFF', name: 'Ten off' }, promotion_code: 'promo_1' },
  discounts: ['di_1'],
  lines: {
    has_more: false,
    data: [
      {
        amount: 10_000,
        quantity: 4,
        discount_amounts: [{ amount: 1000, discount: 'di_1' }],
        tax_amounts: [{ amount: 1710, inclusive: false }],
        period: { start: SECONDS, end: SECONDS + 86_400 },
        price: { product: 'prod_1' },
      },
    ],
  },
};

/** The same as versions since 2025-03-31 write it. */
const NEW = {
  ...OLD,
  charge: undefined,
  payment_intent: undefined,
  subscription: undefined,
  subscription_details: undefined,
  tax: undefined,
  discount: undefined,
  discounts: [{ id: 'di_1', source: { coupon: { id: 'TENOFF', name: 'Ten off' } }, promotion_code: 'promo_1' }],
  total_taxes: [{ amount: 1710, tax_behavior: 'exclusive' }],
  parent: {
    subscription_details: { subscription: 'sub_1', metadata: { goodword_account: 'acme', gw_click: 'token' } },
  },
  payments: { data: [{ payment: { type: 'payment_intent', payment_intent: 'pi_1', charge: 'ch_1' } }] },
  lines: {
    data: [
      {
        amount: 10_000,
        quantity: 4,
        discount_amounts: [{ amount: 1000, discount: 'di_1' }],
        taxes: [{ amount: 1710, tax_behavior: 'exclusive' }],
        period: { start: SECONDS, end: SECONDS + 86_400 },
        pricing: { price_details: { product: 'prod_1' } },
      },
    ],
  },
};

describe('a paid invoice of Stripe', () => {
  it('says the same in the shape of old and new API versions', () => {
    const sorted = (invoice: ReturnType<typeof readPaidInvoice>) =>
      invoice && { ...invoice, payments: invoice.payments.toSorted(), discounts: invoice.discounts.toSorted() };
    const read = sorted(readPaidInvoice(OLD, 'goodword_account', AT));
    expect(read).toEqual(sorted(readPaidInvoice(NEW, 'goodword_account', AT)));
    expect(read).toMatchObject({
      invoice_id: 'in_1',
      customer: { customer_id: 'cus_1', account: 'acme', email: 'eve@customer.example', name: 'Customer Ltd' },
      currency: 'EUR',
      paid_at: AT,
      lines: [{ amount_minor: 10_000, discount_minor: 1000, tax_minor: 1710, product: 'prod_1', quantity: 4 }],
      credit_applied_minor: 0,
      payments: ['ch_1', 'pi_1'],
      discounts: ['TENOFF', 'Ten off', 'di_1', 'promo_1'],
      referral: { click_token: 'token' },
    });
  });

  it('counts what was paid from a balance, or lowered by a credit note before, as credit', () => {
    expect(readPaidInvoice({ ...OLD, amount_paid: 10_000 }, 'k', AT)?.credit_applied_minor).toBe(710);
    expect(readPaidInvoice({ ...OLD, amount_paid: 0 }, 'k', AT)?.credit_applied_minor).toBe(10_710);
    expect(readPaidInvoice({ ...OLD, amount_paid: 99_999 }, 'k', AT)?.credit_applied_minor).toBe(0);
  });

  it('takes the tax that a price includes out of it', () => {
    const line = { amount: 1190, discount_amounts: [], tax_amounts: [{ amount: 190, inclusive: true }] };
    const read = readLines({ total: 1190, lines: { data: [line] } }, 'EUR');
    expect(read.lines).toEqual([{ amount_minor: 1000, discount_minor: 0, tax_minor: 190 }]);
  });

  it('keeps the credit of a proration as a line below zero', () => {
    const lines = {
      data: [
        { amount: -2500, proration: true },
        { amount: 5000, proration: true },
      ],
    };
    expect(readLines({ total: 2500, lines }, 'EUR')).toMatchObject({
      total: 2500,
      lines: [{ amount_minor: -2500 }, { amount_minor: 5000 }],
    });
  });

  it('adds one line for those that the event left out', () => {
    const read = readLines({ total: 1300, tax: 200, lines: { has_more: true, data: [{ amount: 100 }] } }, 'EUR');
    expect(read.lines).toEqual([
      { amount_minor: 100, discount_minor: 0, tax_minor: 0 },
      { amount_minor: 1000, discount_minor: 0, tax_minor: 200 },
    ]);
  });

  it.each([
    ['yen, which have no cents', 500, 'JPY', 500],
    ['krónur, which Stripe writes with two digits', 50_000, 'ISK', 500],
    ['ariary, which Stripe writes whole and ISO 4217 in hundredths', 500, 'MGA', 50000],
    ['dinars, with three digits', 5000, 'KWD', 5000],
    ['forints, which have two digits there as here', 5000, 'HUF', 5000],
  ])('reads amounts in %s', (_what, amount, currency, minor) => {
    expect(toMinorUnits(amount, currency)).toBe(minor);
  });

  it.each([
    ['no customer', { customer: null }],
    ['no currency that exists', { currency: 'qqq' }],
    ['no id', { id: 7 }],
    ['no time', { created: 'now', status_transitions: null }],
  ])('is not read when it has %s', (_what, more) => {
    expect(readPaidInvoice({ ...OLD, ...more }, 'k', AT)).toBeUndefined();
  });

  it('sums to its total whatever its lines are, and never fails on anything', () => {
    const amount = fc.oneof(fc.integer({ min: -100_000, max: 1_000_000 }), fc.constant(null), fc.string());
    const tax = fc.record({ amount, inclusive: fc.boolean() });
    const line = fc.record(
      {
        amount,
        discount_amounts: fc.array(fc.record({ amount }), { maxLength: 2 }),
        tax_amounts: fc.array(tax, { maxLength: 2 }),
        price: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const lines = fc.oneof(
      fc.record({ data: fc.array(fc.oneof(line, fc.anything()), { maxLength: 4 }) }),
      fc.anything(),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        lines,
        fc.constantFrom('EUR', 'JPY', 'ISK'),
        (total, all, currency) => {
          const read = readLines({ total, lines: all }, currency);
          const sum = read.lines.reduce(
            (so, { amount_minor: a, discount_minor: d, tax_minor: t }) => so + a - d + t,
            0,
          );
          expect(sum).toBe(read.total);
          for (const { amount_minor, discount_minor } of read.lines) {
            expect(discount_minor).toBeGreaterThanOrEqual(0);
            expect(discount_minor).toBeLessThanOrEqual(Math.max(amount_minor, 0));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the end of the period an invoice pays for', () => {
  const line = (period: object) => ({ amount: 100, period });
  const endOf = (...periods: object[]) =>
    readPaidInvoice({ ...OLD, lines: { data: periods.map(line) } }, 'goodword_account', AT)?.period_ends_at;
  const year = { start: SECONDS, end: SECONDS + 31_536_000 };

  it.each([
    ['is written as a text', { start: SECONDS, end: '2027-01-01' }],
    ['is before its beginning', { start: SECONDS, end: SECONDS - 86_400 }],
    ['is in another age', { start: SECONDS, end: 32_000_000_000 }],
    ['is before time', { start: SECONDS, end: -1 }],
    ['is half a second', { start: SECONDS, end: SECONDS + 0.5 }],
  ])('is not known when it %s, and the other lines still say theirs', (_what, odd) => {
    expect(endOf(odd)).toBeUndefined();
    expect(endOf(odd, year)).toEqual(new Date((SECONDS + 31_536_000) * 1000));
  });
});
