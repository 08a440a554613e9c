import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';

const START = '2026-03-01T12:00:00Z';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

type Answer = Record<string, unknown> & { field?: string };

describe('the billing API', () => {
  const clock = settableClock(START);
  let goodword: TestApp;
  let ctx: Ctx;
  let key: Record<string, string>;
  let partner: Partnered;
  let number = 0;

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    key = await goodword.keyHeaders(['track:write']);
    partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
  });
  afterAll(() => goodword.close());
  beforeEach(() => {
    clock.set(START);
    number += 1;
  });

  async function post(path: string, payload: object) {
    const reply = await goodword.app.inject({ method: 'POST', url: path, headers: key, payload });
    return { status: reply.statusCode, body: reply.json<Answer>() };
  }
  const account_id = () => `c${number}`;
  const invoice_id = () => `in${number}`;
  async function signUp(): Promise<void> {
    const remoteAddress = `203.0.${number}.7`;
    const reply = await goodword.app.inject({
      url: `/r/${partner.code}`,
      headers: { 'user-agent': BROWSER },
      remoteAddress,
    });
    const click_token = new URL(String(reply.headers.location)).searchParams.get('gw_click');
    clock.advance(1000);
    await post('/v1/signups', { account_id: account_id(), click_token });
    clock.advance(1000);
  }
  const pay = (more: object = {}) =>
    post('/v1/invoices', {
      invoice_id: invoice_id(),
      account_id: account_id(),
      currency: 'EUR',
      lines: [{ amount_minor: 10_000 }],
      ...more,
    });
  const subscribe = (more: object = {}) =>
    post('/v1/subscriptions', {
      subscription_id: `sub${number}`,
      account_id: account_id(),
      status: 'active',
      plan: 'team',
      seats: 5,
      amount_minor: 12_000,
      interval: 'year',
      currency: 'EUR',
      occurred_at: START,
      ...more,
    });
  const credit = (more: object = {}) =>
    post('/v1/credit-notes', {
      credit_note_id: `cn${number}`,
      invoice_id: invoice_id(),
      amount_minor: 2500,
      settled_by: 'refund',
      ...more,
    });
  const commissions = () =>
    ctx.db
      .selectFrom('commissions')
      .innerJoin('accounts', 'accounts.id', 'commissions.account_id')
      .select(['gross_minor', 'reversed_minor', 'commissions.state'])
      .where('accounts.external_id', '=', account_id())
      .orderBy('commissions.id')
      .execute();

  describe('takes subscriptions', () => {
    it('by what they are a month, and draws a change of plan as a new span', async () => {
      const first = await subscribe();
      expect(first).toMatchObject({
        status: 201,
        body: { mrr_minor: 1000, spans: [{ started_on: '2026-03-01', ended_on: null }] },
      });
      expect(await subscribe()).toEqual({ ...first, status: 200 });
      clock.set('2026-04-10T00:00:00Z');
      const switched = await subscribe({ occurred_at: '2026-04-01T00:00:00Z', plan: 'firm', amount_minor: 24_000 });
      expect(switched.body.spans).toMatchObject([
        { plan: 'team', ended_on: '2026-04-01', mrr_minor: 1000 },
        { plan: 'firm', started_on: '2026-04-01', ended_on: null, mrr_minor: 2000 },
      ]);
      const kept = await ctx.db
        .selectFrom('subscriptions')
        .select(['external_id', 'mrr_reporting_minor'])
        .where('external_id', 'like', `sub${number}%`)
        .orderBy('started_on')
        .execute();
      expect(kept).toEqual([
        { external_id: `sub${number}`, mrr_reporting_minor: 1000 },
        { external_id: `sub${number}@2026-04-01`, mrr_reporting_minor: 2000 },
      ]);
    });

    it('that end, and refuses the same instant with other content', async () => {
      await subscribe();
      expect((await subscribe({ seats: 6 })).status).toBe(409);
      clock.advance(86_400_000);
      const ended = { status: 'ended', occurred_at: clock.now().toISOString(), event_id: 'over' };
      expect((await subscribe(ended)).body.spans).toMatchObject([{ ended_on: '2026-03-02' }]);
    });

    it('and lets go what waited for their account', async () => {
      expect((await pay()).body).toMatchObject({ state: 'parked' });
      await subscribe();
      const waited = await pay();
      expect(waited).toMatchObject({ status: 200, body: { state: 'unattributed' } });
    });

    it.each([
      ['half a cent', { amount_minor: 0.5 }, 'amount_minor'],
      ['an amount below 0', { amount_minor: -1 }, 'amount_minor'],
      ['a currency that does not exist', { currency: 'QQQ' }, 'currency'],
      ['no number of intervals', { interval_count: 0 }, 'interval_count'],
      ['a change far in the future', { occurred_at: '2026-03-03T12:00:01Z' }, 'occurred_at'],
      [
        'an end before its beginning',
        { status: 'ended', started_at: START, ended_at: '2026-02-01T00:00:00Z' },
        'ended_at',
      ],
    ])('but not with %s', async (_what, more, field) => {
      expect(await subscribe(more)).toMatchObject({ status: 422, body: { field } });
    });
  });

  describe('takes credit notes', () => {
    it('whose money went back, with the same part of the commission, once', async () => {
      await signUp();
      await pay();
      const first = await credit();
      expect(first).toMatchObject({ status: 201, body: { state: 'issued', reason_code: 'refunded' } });
      expect(await credit()).toEqual({ ...first, status: 200 });
      expect(await commissions()).toEqual([{ gross_minor: 2000, reversed_minor: 500, state: 'pending' }]);
      expect((await credit({ amount_minor: 1 })).status).toBe(409);
      expect(await credit({ voided: true })).toMatchObject({ status: 409, body: { field: 'voided' } });
    });

    it.each(['balance', 'reduction'])(
      'settled as %s without touching what was earned, and lets them be voided',
      async (settled_by) => {
        await signUp();
        await pay();
        expect((await credit({ settled_by })).body).toMatchObject({
          state: 'issued',
          reason_code: settled_by,
          conversion_id: null,
        });
        expect((await credit({ settled_by, voided: true })).body).toMatchObject({ state: 'void' });
        expect(await commissions()).toMatchObject([{ reversed_minor: 0 }]);
      },
    );

    it('before the invoice they are about, when they name its currency', async () => {
      expect(await credit()).toMatchObject({ status: 422, body: { field: 'currency' } });
      await signUp();
      await pay({ paid_at: START });
      expect(await credit({ currency: 'USD' })).toMatchObject({ status: 422, body: { field: 'currency' } });
      expect(await credit({ amount_minor: 10_001 })).toMatchObject({ status: 422, body: { field: 'amount_minor' } });
    });
  });

  describe('takes invoices', () => {
    it('with prorations below 0, of which only what is left earns', async () => {
      await signUp();
      const lines = [
        { amount_minor: -2500, proration: true },
        { amount_minor: 7500, proration: true, product: 'firm' },
      ];
      await pay({ lines });
      expect(await commissions()).toMatchObject([{ gross_minor: 1000 }]);
    });

    it.each([
      ['of 0', [{ amount_minor: 0 }], {}],
      ['below 0 in all', [{ amount_minor: -5000, proration: true }], {}],
      ['paid wholly from credit', [{ amount_minor: 5000 }], { credit_applied_minor: 5000 }],
    ])('%s, which earn nothing and cannot be refunded', async (_what, lines, more) => {
      await signUp();
      expect((await pay({ lines, ...more })).status).toBe(201);
      expect(await commissions()).not.toContainEqual(expect.objectContaining({ state: 'pending' }));
    });

    it.each([
      ['an amount below 0 that settles nothing', { lines: [{ amount_minor: -1 }] }, 'lines.0.amount_minor'],
      ['a tax below 0', { lines: [{ amount_minor: 1, tax_minor: -1 }] }, 'lines.0.tax_minor'],
      ['a fraction of a cent', { lines: [{ amount_minor: 1.5 }] }, 'lines.0.amount_minor'],
      ['a currency that does not exist', { currency: 'XQX' }, 'currency'],
      ['an issue date far in the future', { issued_at: '2026-03-02T12:00:01Z' }, 'issued_at'],
      ['a payment far in the future', { paid_at: '2026-03-02T12:00:01Z' }, 'occurred_at'],
      ['more credit than it costs', { credit_applied_minor: 10_001 }, 'credit_applied_minor'],
    ])('but not with %s', async (_what, more, field) => {
      expect(await pay(more)).toMatchObject({ status: 422, body: { field } });
    });
  });

  it('refuses a refund dated more than a day before its invoice, or so long before that it could not have waited', async () => {
    await signUp();
    await pay();
    const paid = clock.now().getTime();
    const refund = (name: string, days: number, invoice = invoice_id()) =>
      post('/v1/refunds', {
        refund_id: `${name}${number}`,
        invoice_id: invoice,
        amount_minor: 100,
        occurred_at: new Date(paid - days * 86_400_000).toISOString(),
      });
    expect(await refund('late', 1.001)).toMatchObject({ status: 422, body: { field: 'occurred_at' } });
    expect((await refund('skewed', 1)).body).toMatchObject({ state: 'decided' });
    expect((await refund('waits', 90, `next${number}`)).body).toMatchObject({ state: 'parked' });
    expect((await refund('ages', 90.001, `next${number}`)).body).toMatchObject({ state: 'parked' });
    await pay({ invoice_id: `next${number}` });
    const became = await refund('ages', 90.001, `next${number}`);
    expect(became.body).toMatchObject({ state: 'unattributed', reason_code: 'refund_before_invoice' });
    expect((await commissions()).map(({ reversed_minor }) => reversed_minor)).toEqual([20, 20]);
  });
});
