import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCoupon } from '../../src/partners/links/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import type { TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';
import { type KeptEvent as Kept, openStripeDoor, type StripeDoor } from './stripe-door.fixture.ts';
import { type StripeEvent as Event, stripeEvents } from './stripe-events.fixture.ts';

const START = '2026-03-01T12:00:00Z';

describe('the door for Stripe', () => {
  const clock = settableClock(START);
  let door: StripeDoor;
  let goodword: TestApp;
  let ctx: Ctx;
  let owner: Record<string, string>;
  let partner: Partnered;
  let number = 0;

  beforeAll(async () => {
    door = await openStripeDoor(clock);
    ({ goodword, owner } = door);
    ctx = goodword.product.systemCtx('test');
    partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
  });
  afterAll(() => goodword.close());
  beforeEach(() => {
    clock.set(START);
    number += 1;
  });

  /** The builders of this test's own events. */
  const of = () => stripeEvents(number, START, partner.code);
  const seconds = (offset = 0) => of().seconds(offset);
  const id = (kind: string) => of().id(kind);

  const get = <T>(url: string) => door.get<T>(url);
  const send = (one: Event) => door.send(one);
  const event = (type: string, object: object, more: Partial<Event> = {}) => of().event(type, object, more);
  const customer = (more: object = {}) => of().customer(more);
  const checkout = (more: object = {}) => of().checkout(more);
  const invoice = (more: object = {}) => of().invoice(more);
  const refund = (amount: number, at = 40) => of().refund(amount, at);
  const subscription = (type: string, amount: number, at: number, more: object = {}) =>
    of().subscription(type, amount, at, more);

  async function commissions() {
    return ctx.db
      .selectFrom('commissions')
      .innerJoin('invoices', 'invoices.id', 'commissions.invoice_id')
      .select(['commissions.partner_id', 'gross_minor', 'reversed_minor', 'commissions.state'])
      .where('invoices.external_id', 'in', [id('in'), id('pi')])
      .execute();
  }
  const spans = () =>
    ctx.db
      .selectFrom('subscriptions')
      .select(['external_id', 'mrr_minor', 'mrr_reporting_minor', 'started_on', 'ended_on', 'seats'])
      .where('external_id', 'like', `${id('sub')}%`)
      .orderBy('started_on')
      .execute();
  const fifth = (reversed_minor = 0) => [
    { partner_id: partner.partnerId, gross_minor: 2000, reversed_minor, state: 'pending' },
  ];

  it('credits the partner a checkout names, for what was paid without tax', async () => {
    expect(await send(checkout())).toMatchObject({ state: 'applied', reason_code: 'signed_up' });
    expect(await send(invoice())).toMatchObject({ state: 'applied', reason_code: 'invoice_paid' });
    expect(await commissions()).toEqual(fifth());
  });

  it('keeps every event once, and changes nothing when it comes again', async () => {
    await send(checkout());
    const first = await send(invoice());
    const again = await send(invoice());
    expect(again).toEqual({ ...first, deliveries: 2 });
    const other = await send({ ...invoice(), id: `evt_succeeded_${number}`, type: 'invoice.payment_succeeded' });
    expect(other).toMatchObject({ state: 'applied', reason_code: 'invoice_known' });
    expect(await commissions()).toEqual(fifth());
  });

  it("pays nothing for the partner's own mailbox, whenever Stripe tells of it", async () => {
    await send(checkout());
    await send(invoice());
    expect(await commissions()).toEqual(fifth());
    const own = customer({ email: 'Ann+own@partner.example' });
    await send({ ...own, id: `evt_updated_${number}`, type: 'customer.updated', created: seconds(90) });
    expect(await commissions()).toMatchObject([{ reversed_minor: 2000, state: 'reversed' }]);
  });

  it('takes back what is refunded more than was known, whatever order the news come in', async () => {
    await send(checkout());
    await send(invoice());
    expect(await send(refund(5950, 50))).toMatchObject({ reason_code: 'refunded' });
    expect(await commissions()).toEqual(fifth(1000));
    expect(await send(refund(1190, 40))).toMatchObject({ state: 'applied', reason_code: 'refund_known' });
    expect(await send(refund(11_900, 60))).toMatchObject({ reason_code: 'refunded' });
    expect(await commissions()).toMatchObject([{ reversed_minor: 2000, state: 'reversed' }]);
  });

  it.each([
    ['named by Stripe', {}],
    ['named by the product', { metadata: { goodword_account: 'acme' } }],
  ])(
    'makes the same books of every order of customer %s, checkout, payment, refunds and subscription',
    async (_how, more) => {
      const books = new Set<string>();
      for (const order of shuffles(6)) {
        number += 1;
        const metadata = 'metadata' in more ? { metadata: { goodword_account: `acme-${number}` } } : {};
        const all = [
          customer(metadata),
          checkout(),
          invoice(),
          refund(3570, 40),
          refund(5950, 50),
          subscription('updated', 3000, 86_400 * 3),
        ];
        clock.set('2026-03-10T00:00:00Z');
        for (const index of order) await send(all[index] as Event);
        const kept = await get<{ items: Kept[] }>(`/v1/stripe/events?q=_${number}&per_page=50`);
        expect(kept.items.map(({ state }) => state)).not.toContain('waiting');
        const made = (await spans()).map((span) => ({ ...span, external_id: span.external_id.replace(id('sub'), '') }));
        books.add(JSON.stringify([await commissions(), made]));
      }
      const span = { external_id: '', mrr_minor: 15_000, seats: 5, started_on: '2026-03-01', ended_on: null };
      expect([...books].map((text) => JSON.parse(text))).toEqual([[fifth(1000), [expect.objectContaining(span)]]]);
    },
  );

  it.each([
    ['whole, and is tried again', 5950, 1000],
    ['in part', 1190, 800],
  ])(
    'makes the same books of every order of a payment, a refund, its failure %s, told twice',
    async (what, failed, took) => {
      const books = new Set<string>();
      for (const [turn, of3] of permutations([0, 1, 2]).entries()) {
        const order = turn % 2 === 0 ? [...of3, 3] : [3, ...of3];
        number += 1;
        const again = what === 'in part' ? of().refundFailed(failed, 50, 'refund.updated') : refund(5950, 70);
        const once = of().refundFailed(failed, 50, 'charge.refund.updated');
        const all = [invoice(), refund(5950, 40), of().refundFailed(failed, 50), { ...again, id: `${again.id}_again` }];
        await send(checkout());
        await send(once);
        for (const index of order) await send(all[index] as Event);
        const kept = await get<{ items: Kept[] }>(`/v1/stripe/events?q=_${number}&per_page=50`);
        expect(kept.items.map(({ state }) => state)).not.toContain('waiting');
        books.add(JSON.stringify(await commissions()));
      }
      expect([...books].map((text) => JSON.parse(text))).toEqual([fifth(took)]);
    },
  );

  it('leaves alone a refund that is on its way', async () => {
    await send(checkout());
    await send(invoice());
    const under = of().refundFailed(5950, 50, 'refund.updated');
    expect(await send({ ...under, data: { object: { ...under.data.object, status: 'pending' } } })).toMatchObject({
      state: 'ignored',
      reason_code: 'refund_by_charge',
    });
    expect(await commissions()).toEqual(fifth());
  });

  it('holds what is disputed until the bank decides, whatever order its news come in', async () => {
    const dispute = (type: string, status: string, more: object = {}) =>
      event(
        `charge.dispute.${type}`,
        { id: id('dp'), charge: id('ch'), payment_intent: id('pi'), amount: 11_900, currency: 'eur', status, ...more },
        { id: `evt_dispute_${number}_${type}_${status}`, created: seconds(type === 'closed' ? 90 : 70) },
      );
    await send(checkout());
    const opened = await send(dispute('created', 'needs_response'));
    expect(opened).toMatchObject({ state: 'waiting' });
    await send(invoice());
    expect(await commissions()).toMatchObject([{ state: 'held' }]);
    expect(await send(dispute('funds_withdrawn', 'under_review'))).toMatchObject({ reason_code: 'dispute_known' });
    expect(await send(dispute('closed', 'won'))).toMatchObject({ reason_code: 'dispute_won' });
    expect(await commissions()).toEqual(fifth());

    number += 1;
    await send(checkout());
    await send(invoice());
    expect(await send(dispute('closed', 'lost'))).toMatchObject({ reason_code: 'dispute_lost' });
    await send(dispute('created', 'needs_response'));
    expect(await commissions()).toMatchObject([{ reversed_minor: 2000, state: 'reversed' }]);
  });

  it('keeps a refund waiting for the payment whose invoice nobody named yet', async () => {
    await send(checkout());
    const { payments: _none, ...unnamed } = invoice().data.object as { payments: unknown };
    await send({ ...invoice(), data: { object: unnamed } });
    const waiting = await send(refund(5950));
    expect(waiting).toMatchObject({ state: 'waiting', reason_code: 'unknown_payment' });
    const payment = {
      id: id('inpay'),
      invoice: id('in'),
      payment: { type: 'payment_intent', payment_intent: id('pi') },
    };
    await send(event('invoice_payment.paid', payment));
    expect(await get<Kept>(`/v1/stripe/events/${waiting.id}`)).toMatchObject({ state: 'applied', attempts: 2 });
    expect(await commissions()).toEqual(fifth(1000));
  });

  it('moves MRR by what the subscription was, when', async () => {
    await send(subscription('created', 1000, 10, { status: 'trialing' }));
    clock.advance(40 * 86_400_000);
    await send(subscription('updated', 1000, 86_400 * 14));
    await send(subscription('updated', 2000, 86_400 * 20));
    await send(subscription('deleted', 2000, 86_400 * 30));
    expect(await spans()).toMatchObject([
      { started_on: '2026-03-01', ended_on: '2026-03-15', mrr_minor: 5000, mrr_reporting_minor: 5000 },
      { started_on: '2026-03-15', ended_on: '2026-03-21', mrr_minor: 5000 },
      { started_on: '2026-03-21', ended_on: '2026-03-31', mrr_minor: 10_000 },
    ]);
  });

  it('knows the account by the id that the metadata give it', async () => {
    const key = await goodword.keyHeaders(['track:write']);
    const account_id = `acme-${number}`;
    const click = await goodword.app.inject({
      url: `/r/${partner.code}`,
      headers: { 'user-agent': 'Mozilla/5.0 Firefox/140.0' },
    });
    const click_token = new URL(String(click.headers.location)).searchParams.get('gw_click');
    const payload = { account_id, click_token };
    await goodword.app.inject({ method: 'POST', url: '/v1/signups', headers: key, payload });
    await send(customer({ metadata: { goodword_account: account_id } }));
    clock.advance(60_000);
    await send(invoice());
    expect(await commissions()).toEqual(fifth());
  });

  it('lets a coupon count under the name Stripe told us of its promotion code', async () => {
    const other = await addPartner(ctx, partner.programmeId, `cou${number}@partner.example`);
    await createCoupon(ctx, { programme_id: partner.programmeId, partner_id: other.partnerId, code: `SAVE${number}` });
    await send(event('promotion_code.created', { id: id('promo'), code: `save${number}` }));
    await send(event('customer.discount.created', { id: id('di'), promotion_code: id('promo') }));
    await send(invoice({ discounts: [id('di')] }));
    expect(await commissions()).toMatchObject([{ partner_id: other.partnerId, gross_minor: 2000 }]);
  });

  it('decides again about a payment whose promotion code is explained late', async () => {
    const other = await addPartner(ctx, partner.programmeId, `late${number}@partner.example`);
    await createCoupon(ctx, { programme_id: partner.programmeId, partner_id: other.partnerId, code: `LATE${number}` });
    await send(invoice({ discounts: [id('di')] }));
    expect(await commissions()).toEqual([]);
    const explained = event('customer.discount.created', { id: id('di'), promotion_code: id('promo') });
    expect(await send(explained)).toMatchObject({ reason_code: 'discount_decided' });
    expect(await commissions()).toEqual([]);
    await send(event('promotion_code.created', { id: id('promo'), code: `late${number}` }));
    expect(await commissions()).toMatchObject([{ partner_id: other.partnerId, gross_minor: 2000 }]);
    const again = event('promotion_code.updated', { id: id('promo'), code: `late${number}` });
    expect(await send(again)).toMatchObject({ reason_code: 'discount_noted' });
    expect(await commissions()).toHaveLength(1);
  });

  it('pays for a checkout without an invoice, and takes its refund back', async () => {
    const sale = { mode: 'payment', payment_intent: id('pi'), currency: 'jpy', amount_total: 5000 };
    const eur = { ...sale, currency: 'eur', total_details: { amount_tax: 1000 } };
    await send(checkout(eur));
    expect(await commissions()).toMatchObject([{ partner_id: partner.partnerId, gross_minor: 800 }]);
    await send(refund(2500));
    expect(await commissions()).toMatchObject([{ reversed_minor: 400 }]);
  });

  it('keeps an unpaid invoice open until it is paid, and never opens it again', async () => {
    const failed = { ...(invoice().data.object as object), status: 'open' };
    expect(await send(event('invoice.payment_failed', failed))).toMatchObject({ reason_code: 'invoice_open' });
    const status = async () =>
      await ctx.db
        .selectFrom('invoices')
        .select(['status', 'total_minor'])
        .where('external_id', '=', id('in'))
        .executeTakeFirst();
    expect(await status()).toEqual({ status: 'open', total_minor: 11_900 });
    await send(invoice());
    expect(await status()).toEqual({ status: 'paid', total_minor: 11_900 });
    expect(await send(event('invoice.finalized', failed))).toMatchObject({ reason_code: 'older_news' });
    expect(await status()).toMatchObject({ status: 'paid' });
  });

  it('takes along only what a credit note gave back outside of Stripe', async () => {
    await send(checkout());
    await send(invoice());
    const note = {
      id: id('cn'),
      invoice: id('in'),
      currency: 'eur',
      total: 1190,
      type: 'post_payment',
      created: seconds(50),
    };
    const balance = { ...note, customer_balance_transaction: 'cbtxn_1' };
    expect(await send(event('credit_note.created', balance))).toMatchObject({ reason_code: 'credit_balance' });
    expect(await commissions()).toEqual(fifth());
    const outside = { ...note, id: `${note.id}b`, out_of_band_amount: 1190 };
    const told = event('credit_note.created', outside, { id: `evt_note_${number}` });
    expect(await send(told)).toMatchObject({ reason_code: 'credit_refunded' });
    expect(await commissions()).toEqual(fifth(200));
  });

  it('keeps with its reason what cannot be applied, whole, and applies it when tried again', async () => {
    const future = invoice({ status_transitions: { paid_at: seconds(3 * 86_400) } });
    const refused = await send(future);
    expect(refused).toMatchObject({ state: 'refused', reason_code: 'refused' });
    expect(refused.reason).toContain('more than a day in the future');
    expect(await ctx.db.selectFrom('accounts').select('id').where('external_id', '=', id('cus')).execute()).toEqual([]);
    clock.advance(3 * 86_400_000);
    const url = `/v1/stripe/events/${refused.id}/replay`;
    const again = await goodword.app.inject({ method: 'POST', url, headers: owner });
    expect(again.json()).toMatchObject({ state: 'applied', attempts: 2 });
    expect((await goodword.app.inject({ method: 'POST', url, headers: owner })).statusCode).toBe(409);
    const none = { method: 'POST', url: '/v1/stripe/events/none/replay', headers: owner } as const;
    expect((await goodword.app.inject(none)).statusCode).toBe(404);
  });

  it('leaves alone what it does not need, and what lacks what it needs', async () => {
    expect(await send(event('payout.paid', { id: 'po_1' }))).toMatchObject({
      state: 'ignored',
      reason_code: 'not_needed',
    });
    expect(await send(invoice({ customer: null }))).toMatchObject({ state: 'ignored', reason_code: 'not_readable' });
  });

  it('changes nothing for a subscription whose status is none of Stripe’s', async () => {
    for (const [index, status] of [7, 'constructor', null, ['active']].entries()) {
      const object = { id: id('sub'), customer: id('cus'), currency: 'eur', status };
      const odd = event('customer.subscription.updated', object, { id: `evt_status_${index}` });
      expect(await send(odd)).toMatchObject({ state: 'ignored', reason_code: 'unknown_status' });
    }
  });
});

/** Some of the orders of `size` things: each thing is somewhere first, and somewhere last. */
function shuffles(size: number): number[][] {
  return Array.from({ length: size }, (_, turn) => {
    const order = Array.from({ length: size }, (_none, index) => (index + turn) % size);
    return turn % 2 === 0 ? order : order.toReversed();
  });
}

function permutations(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, at) => permutations(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}
