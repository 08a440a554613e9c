import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expireParked } from '../../src/partners/attribution/verbs/expire-parked.ts';
import { createCoupon } from '../../src/partners/links/service.ts';
import { suspendPartner } from '../../src/partners/partners/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const START = '2026-03-01T12:00:00Z';

type Answer = {
  id: string;
  state: string;
  outcome: string | null;
  rule: string | null;
  reason_code: string;
  reason: string;
  partner_id: string | null;
  account_id: string;
  flags: string[];
  commission_state: string | null;
  considered: { kind: string; counts: boolean; reason_code: string | null }[];
  reversals: { amount_minor: number }[];
  field?: string;
  detail?: string;
};

describe('from a click to a commission', () => {
  const clock = settableClock(START);
  let goodword: TestApp;
  let ctx: Ctx;
  let key: Record<string, string>;
  let partner: Partnered;
  let number = 0;

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    key = await goodword.keyHeaders(['track:write', 'partners:read', 'partners:write', 'money:read']);
    partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
  });
  afterAll(() => goodword.close());
  beforeEach(() => {
    clock.set(START);
    number += 1;
  });

  async function post(path: string, body: object, headers: Record<string, string> = {}) {
    const answer = await goodword.app.inject({
      method: 'POST',
      url: path,
      headers: { ...key, ...headers },
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json<Answer>(), headers: answer.headers };
  }
  async function click(code = partner.code, network = number): Promise<string> {
    const answer = await goodword.app.inject({
      method: 'GET',
      url: `/r/${code}`,
      headers: { 'user-agent': BROWSER },
      remoteAddress: `203.0.${network}.7`,
    });
    await goodword.product.edge.drained();
    return new URL(String(answer.headers.location)).searchParams.get('gw_click') ?? '';
  }
  const account = () => `c${number}`;
  const invoiceId = () => `in${number}`;
  const signup = (more: object = {}) => post('/v1/signups', { account_id: account(), ...more });
  const pay = (more: object = {}) =>
    post('/v1/invoices', {
      invoice_id: invoiceId(),
      account_id: account(),
      currency: 'EUR',
      lines: [{ amount_minor: 10_000 }],
      ...more,
    });
  const refund = (more: object = {}) =>
    post('/v1/refunds', { refund_id: `re${number}`, invoice_id: invoiceId(), amount_minor: 3333, ...more });
  const commissions = () =>
    ctx.db
      .selectFrom('commissions')
      .innerJoin('invoices', 'invoices.id', 'commissions.invoice_id')
      .select(['commissions.partner_id', 'gross_minor', 'reversed_minor', 'commissions.state'])
      .where('invoices.external_id', '=', invoiceId())
      .execute();

  it('binds the account at its sign-up and pays a fifth of the invoice', async () => {
    const signedUp = await signup({ click_token: await click(), email: 'eve@new-customer.example' });
    expect(signedUp).toMatchObject({
      status: 201,
      body: { outcome: 'credited', rule: 'R6', partner_id: partner.partnerId },
    });
    expect(signedUp.body.reason).toContain('ann@partner.example');
    clock.advance(60_000);
    const paid = await pay();
    expect(paid.body).toMatchObject({ outcome: 'credited', rule: 'R5', commission_state: 'pending', state: 'decided' });
    expect(await commissions()).toEqual([
      { partner_id: partner.partnerId, gross_minor: 2000, reversed_minor: 0, state: 'pending' },
    ]);
    const back = await refund();
    expect(back.body).toMatchObject({
      state: 'decided',
      reason_code: 'taken_back',
      reversals: [{ amount_minor: 667 }],
    });
    expect((await commissions())[0]?.reversed_minor).toBe(667);
  });

  it('says nobody, with the reason, when no partner brought the account', async () => {
    await signup();
    expect((await pay()).body).toMatchObject({
      outcome: 'unattributed',
      rule: 'R7',
      reason_code: 'no_touch',
      partner_id: null,
    });
    expect(await commissions()).toEqual([]);
    expect((await refund()).body).toMatchObject({ state: 'decided', reason_code: 'nothing_earned' });
  });

  it('keeps a payment waiting for its account, and a refund for its payment', async () => {
    const token = await click();
    clock.advance(3_600_000);
    expect((await refund()).body).toMatchObject({ state: 'parked', reason_code: 'unknown_invoice' });
    expect((await pay()).body).toMatchObject({ state: 'parked', reason_code: 'unknown_account' });
    await signup({ click_token: token, occurred_at: '2026-03-01T12:30:00Z' });
    expect(await commissions()).toEqual([
      { partner_id: partner.partnerId, gross_minor: 2000, reversed_minor: 667, state: 'pending' },
    ]);
  });

  it('lists as unattributed what waited ninety days', async () => {
    const { body } = await pay();
    clock.advance(90 * 86_400_000 - 1);
    await expireParked(ctx);
    const read = async () =>
      (await goodword.app.inject({ method: 'GET', url: `/v1/events/${body.id}`, headers: key })).json<Answer>();
    expect((await read()).state).toBe('parked');
    clock.advance(1);
    await expireParked(ctx);
    expect(await read()).toMatchObject({ state: 'unattributed', reason_code: 'expired_unknown_account' });
  });

  it('pays nothing for a partner who recommends itself, and raises a flag', async () => {
    const token = await click();
    const { body } = await signup({ click_token: token, email: 'Ann+new@partner.example' });
    expect(body).toMatchObject({ outcome: 'unattributed', reason_code: 'self_referral', flags: ['self_referral'] });
  });

  it('holds the commission when partner and account share a company domain', async () => {
    const own = await addPartner(ctx, partner.programmeId, `ann@same${number}.example`);
    await signup({ click_token: await click(own.code), email: `bob@same${number}.example` });
    expect((await pay()).body).toMatchObject({ outcome: 'credited', flags: ['same_domain'], commission_state: 'held' });
  });

  it('holds a second account that came through the same partner from the same network within a day', async () => {
    await signup({ click_token: await click(), email: 'one@one.example' });
    clock.advance(86_400_000 - 1);
    const second = { account_id: `${account()}-b`, click_token: await click(), email: 'two@two.example' };
    await goodword.product.edge.drained();
    expect((await post('/v1/signups', second)).body.flags).toEqual(['same_network']);
    clock.advance(86_400_000);
    const third = { account_id: `${account()}-c`, click_token: await click(), email: 'three@three.example' };
    expect((await post('/v1/signups', third)).body.flags).toEqual([]);
  });

  it('credits nobody while the partner is suspended', async () => {
    const other = await addPartner(ctx, partner.programmeId, `sus${number}@partner.example`);
    await signup({ click_token: await click(other.code) });
    clock.advance(1000);
    await suspendPartner(ctx, other.partnerId, { reason: 'test' });
    expect((await pay()).body).toMatchObject({ outcome: 'unattributed', reason_code: 'partner_suspended' });
  });

  it('credits whom the customer names when asked how it heard about us, and holds the commission', async () => {
    const heard_about = { source: 'A podcast', partner: partner.code.toUpperCase() };
    const { body } = await signup({ heard_about });
    expect(body).toMatchObject({ rule: 'R6', partner_id: partner.partnerId, reason_code: 'self_reported' });
    expect(body.considered).toMatchObject([{ kind: 'self_reported', counts: true }]);
    clock.advance(1000);
    expect((await pay()).body).toMatchObject({ rule: 'R5', flags: ['self_reported'], commission_state: 'held' });
    await signup({
      event_id: `again${number}`,
      heard_about: { source: 'A fair', person_email: 'ann@partner.example' },
    });
    const kept = ctx.db.selectFrom('accounts').select('self_reported_source').where('id', '=', body.account_id);
    expect(await kept.execute()).toEqual([{ self_reported_source: 'A podcast' }]);
    const byMail = { account_id: `${account()}-b`, heard_about: { person_email: 'Ann@partner.example' } };
    expect((await post('/v1/signups', byMail)).body).toMatchObject({ rule: 'R6', partner_id: partner.partnerId });
    const stranger = { account_id: `${account()}-c`, heard_about: { partner: 'nobody at all' } };
    expect((await post('/v1/signups', stranger)).body).toMatchObject({ rule: 'R7', reason_code: 'unknown_name' });
    const clicked = { account_id: `${account()}-d`, click_token: await click(), heard_about };
    expect((await post('/v1/signups', clicked)).body).toMatchObject({ reason_code: 'last_click', flags: [] });
  });

  it('lets the coupon on the first invoice count more than the click', async () => {
    const other = await addPartner(ctx, partner.programmeId, `cou${number}@partner.example`);
    const coupon = { programme_id: partner.programmeId, partner_id: other.partnerId, code: `SAVE${number}` };
    await createCoupon(ctx, coupon);
    await signup({ click_token: await click() });
    const { body } = await pay({ coupons: [`save${number}`] });
    expect(body).toMatchObject({ rule: 'R4', partner_id: other.partnerId });
    expect(body.reason).toContain(`SAVE${number}`);
  });

  it('lets a coupon for one use bring one account, however often that one pays with it', async () => {
    const other = await addPartner(ctx, partner.programmeId, `one${number}@partner.example`);
    const code = `ONCE${number}`;
    await createCoupon(ctx, {
      programme_id: partner.programmeId,
      partner_id: other.partnerId,
      code,
      accounts_at_most: 1,
    });
    await signup();
    expect((await pay({ coupons: [code] })).body).toMatchObject({ rule: 'R4', partner_id: other.partnerId });
    const late = await post('/v1/invoices', {
      invoice_id: `late-${number}`,
      account_id: 'somebody-known',
      currency: 'EUR',
      lines: [{ amount_minor: 100 }],
      coupons: [code],
    });
    expect(late.body).toMatchObject({ outcome: 'unattributed', reason_code: 'coupon_used_up' });
  });

  it('follows the code of a link on an own address, within the window of its time', async () => {
    const late = { via: partner.code, via_at: new Date(clock.now().getTime() - 31 * 86_400_000).toISOString() };
    expect((await signup(late)).body).toMatchObject({ outcome: 'unattributed', reason_code: 'outside_window' });
    const { body } = await post('/v1/signups', { account_id: `${account()}-via`, via: partner.code.toUpperCase() });
    expect(body).toMatchObject({ rule: 'R6', partner_id: partner.partnerId });
    expect((await post('/v1/signups', { account_id: `${account()}-x`, via: 'nobody' })).body).toMatchObject({
      reason_code: 'no_touch',
    });
  });

  it('gives the account to whom an administrator says, and decides again what came out for nobody', async () => {
    const { body } = await signup();
    clock.advance(1000);
    await pay();
    const set = { partner_id: partner.partnerId, programme_id: partner.programmeId, reason: 'said so on the phone' };
    await post(`/v1/accounts/${body.account_id}/attribution`, { ...set, effective_at: START });
    expect(await commissions()).toMatchObject([{ partner_id: partner.partnerId, gross_minor: 2000 }]);
  });

  it('knows an account that an import brought, by its own id', async () => {
    const at = clock.now();
    const row = {
      id: `ac_imported${number}`,
      source: 'csv',
      external_id: account(),
      name: 'Imported',
      created_at: at,
      updated_at: at,
    };
    await ctx.db.insertInto('accounts').values(row).execute();
    expect((await pay()).body).toMatchObject({ account_id: row.id, state: 'unattributed' });
  });

  it('answers a repetition with the first result and changes nothing', async () => {
    const body = { account_id: account(), click_token: await click() };
    const first = await post('/v1/signups', body);
    const again = await post('/v1/signups', body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const paid = await pay();
    expect((await pay()).body).toEqual(paid.body);
    expect((await pay({ event_id: 'another name' })).body).toEqual(paid.body);
    expect(await commissions()).toHaveLength(1);
  });

  it('refuses the same invoice with other content', async () => {
    await signup();
    await pay();
    expect((await pay({ lines: [{ amount_minor: 1 }] })).status).toBe(409);
  });

  it('answers an Idempotency-Key once, whatever happened since', async () => {
    const headers = { 'idempotency-key': `key-${number}` };
    const invoice = { invoice_id: invoiceId(), account_id: account(), currency: 'EUR', lines: [{ amount_minor: 100 }] };
    const first = await post('/v1/invoices', invoice, headers);
    expect(first.body.state).toBe('parked');
    await signup();
    const again = await post('/v1/invoices', invoice, headers);
    expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotency-replayed': 'true' } });
    expect((await post('/v1/invoices', { ...invoice, invoice_id: 'other' }, headers)).status).toBe(409);
  });

  it('frees the key of a request that was refused', async () => {
    const headers = { 'idempotency-key': `key-${number}` };
    const invoice = { invoice_id: invoiceId(), account_id: account(), lines: [{ amount_minor: 100 }] };
    expect((await post('/v1/invoices', { ...invoice, currency: 'QQQ' }, headers)).status).toBe(422);
    expect((await post('/v1/invoices', { ...invoice, currency: 'EUR' }, headers)).status).toBe(201);
  });

  it.each([
    ['a currency that does not exist', { currency: 'QQQ' }, 'currency'],
    ['a negative amount', { lines: [{ amount_minor: -1 }] }, 'lines.0.amount_minor'],
    ['half a cent', { lines: [{ amount_minor: 0.5 }] }, 'lines.0.amount_minor'],
    ['an amount beyond 2^53-1', { lines: [{ amount_minor: 2 ** 53 }] }, 'lines.0.amount_minor'],
    [
      'a sum beyond 2^53-1',
      { lines: [{ amount_minor: Number.MAX_SAFE_INTEGER }, { amount_minor: 1 }], visitor: 'v' },
      'lines',
    ],
    ['a discount above the amount', { lines: [{ amount_minor: 1, discount_minor: 2 }] }, 'lines[0].discount_minor'],
    ['a date far in the future', { paid_at: '2036-01-01T00:00:00Z' }, 'occurred_at'],
    ['a date before there were any', { paid_at: '0000-01-01T00:00:00Z' }, 'paid_at'],
    ['a period that ends after the calendar', { period_ends_at: '9999-12-31T23:59:59Z' }, 'period_ends_at'],
    ['no line at all', { lines: [] }, 'lines'],
  ])('refuses an invoice with %s, names the field and keeps nothing', async (_what, more, field) => {
    const refused = await pay(more);
    expect(refused).toMatchObject({ status: 422, body: { field } });
    const kept = await ctx.db
      .selectFrom('conversion_events')
      .select('id')
      .where('invoice_external_id', '=', invoiceId())
      .execute();
    expect(kept).toEqual([]);
  });

  it('refuses to refund more than is left, or in another currency', async () => {
    await signup();
    await pay();
    expect(await refund({ amount_minor: 10_001 })).toMatchObject({ status: 422, body: { field: 'amount_minor' } });
    expect(await refund({ currency: 'USD' })).toMatchObject({ status: 422, body: { field: 'currency' } });
    expect((await refund({ amount_minor: 6000 })).status).toBe(201);
    expect((await refund({ refund_id: `second${number}`, amount_minor: 4001 })).status).toBe(422);
    expect((await refund({ refund_id: `second${number}`, amount_minor: 4000 })).status).toBe(201);
  });

  it('makes one commission of deliveries that come at the same time', async () => {
    const body = { account_id: account(), click_token: await click() };
    const invoice = {
      invoice_id: invoiceId(),
      account_id: account(),
      currency: 'EUR',
      lines: [{ amount_minor: 10_000 }],
    };
    const taken = { refund_id: `re${number}`, invoice_id: invoiceId(), amount_minor: 3333 };
    const answers = await Promise.all(
      [1, 2, 3].flatMap(() => [post('/v1/refunds', taken), post('/v1/invoices', invoice), post('/v1/signups', body)]),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 201, 201, 201]);
    expect(await commissions()).toMatchObject([{ gross_minor: 2000, reversed_minor: 667 }]);
  });

  it('merges accounts that are merged into each other at once only one way', async () => {
    const other = `${account()}-other`;
    const { body: one } = await signup();
    const { body: two } = await signup({ account_id: other, event_id: other });
    const merging = ['track:write', 'customers:write'] as const;
    const headers = await goodword.keyHeaders([...merging]);
    const merge = (from: string, into: string) =>
      post(`/v1/accounts/${from}/merge`, { into, reason: 'the same company' }, headers);
    const ways = [1, 2].flatMap(() => [merge(one.account_id, two.account_id), merge(two.account_id, one.account_id)]);
    const answers = await Promise.all(ways);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    const rows = await ctx.db
      .selectFrom('accounts')
      .select('merged_into_id')
      .where('id', 'in', [one.account_id, two.account_id])
      .execute();
    expect(rows.filter(({ merged_into_id }) => merged_into_id !== null)).toHaveLength(1);
  });

  it('lists what came out for nobody', async () => {
    await signup();
    const { body } = await pay();
    const url = `/v1/conversions?outcome=unattributed&kind=invoice&account_id=${body.account_id}`;
    const list = await goodword.app.inject({ method: 'GET', url, headers: key });
    expect(list.json()).toMatchObject({ total: 1, items: [{ id: body.id, reason_code: 'no_touch' }] });
  });

  it('needs a key that may track', async () => {
    const narrow = await goodword.keyHeaders(['partners:read']);
    const answer = await goodword.app.inject({
      method: 'POST',
      url: '/v1/signups',
      headers: narrow,
      payload: { account_id: 'x' },
    });
    expect(answer.statusCode).toBe(403);
  });
});
