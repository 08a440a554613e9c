import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeEnvelope, readEnvelope } from './envelope.ts';
import { readEvent, STRIPE_TYPES } from './read-event.ts';

const SHARED = process.env.GOODWORD_SHARED ?? join(import.meta.dirname, '../../../../../shared');
const FIXTURES = join(SHARED, 'data/stripe/fixtures3.json');
const CREATED = new Date('2026-03-01T12:00:00Z');
const SETTINGS = { account_metadata_key: 'goodword_account' };

function read(type: string, object: object) {
  const envelope = { id: 'evt_1', type, api_version: null, livemode: true, account: null, created: CREATED };
  return readEvent({ ...envelope, object: object as Record<string, unknown> }, SETTINGS);
}

describe("an event's envelope", () => {
  const event = { id: 'evt_1', type: 'invoice.paid', created: 1, livemode: true, data: { object: { id: 'in_1' } } };

  it('is read, and is none when anything it needs is missing', () => {
    expect(readEnvelope(event)).toMatchObject({ id: 'evt_1', account: null, created: new Date(1000) });
    for (const key of Object.keys(event)) expect(readEnvelope({ ...event, [key]: undefined })).toBeUndefined();
  });

  it.each([
    ['a live event on a live installation', { livemode: true }, true, null, null],
    ['a test event on a live installation', { livemode: false }, true, null, 'test_mode'],
    ['a live event on a test installation', { livemode: true }, false, null, 'live_mode'],
    ['an event of a connected account nobody named', { account: 'acct_1' }, true, null, 'wrong_account'],
    ['an event of the connected account that counts', { account: 'acct_1' }, true, 'acct_1', null],
    ['an event of another account', { account: 'acct_2' }, true, 'acct_1', 'wrong_account'],
  ])('judges %s', (_what, more, livemode, stripe_account, expected) => {
    const envelope = readEnvelope({ ...event, ...more });
    expect(envelope && judgeEnvelope(envelope, { livemode, stripe_account })).toBe(expected);
  });
});

describe('what an event says', () => {
  it('of a subscription: what it is a month, whatever the shape', () => {
    const item = (price: object) => ({ items: { data: [{ quantity: 3, ...price }] } });
    const base = { id: 'sub_1', customer: 'cus_1', status: 'active', currency: 'usd', start_date: 1_700_000_000 };
    const price = { unit_amount: 1000, recurring: { interval: 'year', interval_count: 1 }, nickname: 'Team' };
    const plan = { amount: 1000, interval: 'year', interval_count: 1, nickname: 'Team' };
    const expected = {
      kind: 'subscription',
      interval: 'year',
      seats: 3,
      plan: 'Team',
      amount: { num: 3000n, den: 1n },
    };
    expect(read('customer.subscription.updated', { ...base, ...item({ price }) })).toMatchObject(expected);
    expect(read('customer.subscription.updated', { ...base, ...item({ plan }) })).toMatchObject(expected);
    const half = { discount: { coupon: { duration: 'forever', percent_off: 50 } } };
    expect(read('customer.subscription.updated', { ...base, ...item({ price }), ...half })).toMatchObject({
      amount: { num: 1500n, den: 1n },
    });
    expect(read('customer.subscription.deleted', { ...base, ...item({ price }) })).toMatchObject({ status: 'ended' });
  });

  it.each([
    [
      'needs_response',
      'charge.dispute.created',
      { kind: 'dispute', outcome: 'opened', amount_minor: 500, fee_minor: 1500 },
    ],
    ['won', 'charge.dispute.closed', { kind: 'dispute', outcome: 'won' }],
    ['lost', 'charge.dispute.closed', { kind: 'dispute', outcome: 'lost' }],
    ['warning_needs_response', 'charge.dispute.created', { kind: 'ignored', reason: 'inquiry' }],
    ['under_review', 'charge.dispute.funds_reinstated', { kind: 'dispute', outcome: 'won' }],
  ])('of a dispute that is %s', (status, type, expected) => {
    const dispute = { id: 'dp_1', charge: 'ch_1', payment_intent: 'pi_1', amount: 500, currency: 'eur', status };
    expect(read(type, { ...dispute, balance_transactions: [{ fee: 1500 }] })).toMatchObject(expected);
  });

  it('of a checkout without an invoice: what was paid', () => {
    const session = { id: 'cs_1', mode: 'payment', payment_status: 'paid', currency: 'eur', amount_total: 1190 };
    const paid = { ...session, customer: 'cus_1', payment_intent: 'pi_1', total_details: { amount_tax: 190 } };
    expect(read('checkout.session.completed', { ...paid, client_reference_id: 'ANN' })).toMatchObject({
      kind: 'checkout',
      reference: 'ANN',
      sale: { payment_id: 'pi_1', line: { amount_minor: 1000, tax_minor: 190 } },
    });
    expect(read('checkout.session.completed', { ...paid, invoice: 'in_1' })).toMatchObject({
      payments: [{ payment: 'pi_1', invoice: 'in_1' }],
    });
    expect(read('checkout.session.completed', { ...paid, payment_status: 'unpaid' })).not.toHaveProperty('sale');
  });

  it.each([
    ['kept as a balance', { customer_balance_transaction: 'cbtxn_1' }, 'balance'],
    ['given back by Stripe', { refund: 're_1' }, 'refund'],
    ['given back outside of it', { out_of_band_amount: 100 }, 'refund'],
    ['taken off what is still to pay', { type: 'pre_payment' }, 'reduction'],
  ])('of a credit note %s', (_what, more, settled_by) => {
    const note = { id: 'cn_1', invoice: 'in_1', currency: 'eur', total: 100, status: 'issued', ...more };
    expect(read('credit_note.created', note)).toMatchObject({ kind: 'credit_note', settled_by, voided: false });
  });

  it('never fails, whatever the object holds', () => {
    const anything = fc.dictionary(
      fc.constantFrom(
        'id',
        'customer',
        'currency',
        'lines',
        'items',
        'amount',
        'total',
        'status',
        'created',
        'discounts',
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...STRIPE_TYPES), anything, (type, object) => {
        expect(read(type, object)).toHaveProperty('kind');
      }),
      { numRuns: 400 },
    );
  });

  it.skipIf(!existsSync(FIXTURES))("is read from Stripe's own example objects", () => {
    const { resources } = JSON.parse(readFileSync(FIXTURES, 'utf8'));
    const kinds = (type: string, name: string, more: object = {}) => read(type, { ...resources[name], ...more }).kind;
    expect(kinds('invoice.paid', 'invoice')).toBe('invoice_paid');
    expect(kinds('charge.refunded', 'charge', { amount_refunded: 50 })).toBe('charge_refunded');
    expect(kinds('charge.dispute.closed', 'dispute', { status: 'lost' })).toBe('dispute');
    expect(kinds('customer.subscription.created', 'subscription')).toBe('subscription');
    expect(kinds('customer.created', 'customer')).toBe('customer');
    expect(kinds('checkout.session.completed', 'checkout.session')).toBe('checkout');
    expect(kinds('credit_note.created', 'credit_note')).toBe('credit_note');
    expect(kinds('promotion_code.created', 'promotion_code')).toBe('discount');
  });
});
