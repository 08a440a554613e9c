import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSignInLink } from '../../src/access/members/verbs/links.ts';
import { reconcileRewards } from '../../src/flows/reconcile-rewards.ts';
import { tendRewards } from '../../src/flows/tend-rewards.ts';
import { DAY_MS } from '../../src/kernel/time.ts';
import { checkBooks } from '../../src/money/ledger/service.ts';
import { createPartner } from '../../src/partners/partners/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { makeRewardedPartner } from './reward-company.fixture.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('rewards that are not cash', () => {
  const clock = settableClock('2026-03-01T12:00:00Z');
  let goodword: TestApp;
  let ctx: Ctx;
  let key: Record<string, string>;
  let ann: { id: string; code: string };

  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object, headers = key) => {
    const answer = await goodword.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : undefined };
  };
  const get = async (url: string, headers = key) => (await ask('GET', url, undefined, headers)).body;
  const grantsOf = async (account: string) =>
    (await get(`/v1/grants?per_page=200&account_id=${await idOf(account)}`)).items.toSorted(
      (a: { reward_key: string }, b: { reward_key: string }) => (a.reward_key < b.reward_key ? -1 : 1),
    );
  const idOf = async (account: string) =>
    (await ctx.db.selectFrom('accounts').select('id').where('external_id', '=', account).executeTakeFirstOrThrow()).id;
  const states = async (account: string) =>
    Object.fromEntries(
      (await grantsOf(account)).map((grant: { reward_key: string; state: string }) => [grant.reward_key, grant.state]),
    );

  async function signUp(account_id: string): Promise<void> {
    const headers = { 'user-agent': BROWSER };
    const visit = await goodword.app.inject({
      method: 'GET',
      url: `/r/${ann.code}`,
      headers,
      remoteAddress: `203.0.${account_id.charCodeAt(0)}.1`,
    });
    const click_token = new URL(String(visit.headers.location)).searchParams.get('gw_click') ?? '';
    clock.advance(1000);
    const email = `boss@${account_id}.net`;
    expect(
      (await ask('POST', '/v1/signups', { account_id, account_name: account_id, email, click_token })).status,
    ).toBe(201);
    clock.advance(1000);
  }

  async function pay(account_id: string, invoice_id = `in-${account_id}`, quantity = 5): Promise<void> {
    const lines = [{ amount_minor: 50_000, quantity }];
    const answer = await ask('POST', '/v1/invoices', { invoice_id, account_id, currency: 'EUR', lines });
    expect(answer.status).toBe(201);
    clock.advance(1000);
  }

  const refund = (account: string, amount_minor: number) =>
    ask('POST', '/v1/refunds', {
      refund_id: `rf-${account}-${amount_minor}`,
      invoice_id: `in-${account}`,
      amount_minor,
    });

  const mails = async (kind: string) =>
    (await ctx.db.selectFrom('mails').selectAll().where('kind', '=', kind).orderBy('id').execute()).map(
      ({ body_text, to_address }) => ({ text: body_text, to: to_address }),
    );

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    key = await goodword.keyHeaders();
    ann = await makeRewardedPartner(ctx);
    await goodword.memberHeaders('owner', 'vera@nimbus.example');
    clock.advance(1000);
  });
  afterAll(() => goodword.close());

  it('are promised with the sign-up, each to its own receiver, and the friend’s discount is ready at once', async () => {
    await signUp('alpha');
    const grants = await grantsOf('alpha');
    expect(
      grants.map(({ reward_key, receiver, state }: Record<string, string>) => [reward_key, receiver, state]),
    ).toEqual([
      ['free-month', 'friend', 'promised'],
      ['hello', 'friend', 'ready'],
      ['seat-credit', 'company', 'promised'],
      ['thank-you', 'referrer', 'promised'],
    ]);
    expect(grants[1]).toMatchObject({
      what: '10% off for 3 months',
      reason: 'Ready: it will be there by Mar 2, 2026.',
    });
    expect(grants[2].what).toBe('€10.00 off the next annual invoice for each seat the customer buys');
  });

  it('are earned by the first payment and by no later one, person and company beside each other', async () => {
    await pay('alpha');
    await pay('alpha', 'in-alpha-2', 9);
    const grants = await grantsOf('alpha');
    expect(await states('alpha')).toEqual({
      'free-month': 'earned',
      hello: 'ready',
      'seat-credit': 'earned',
      'thank-you': 'earned',
    });
    expect(grants[2]).toMatchObject({
      amount_minor: 5000,
      quantity: 5,
      tax_value_minor: 5000,
      receiver_account: { id: 'ac_own', name: 'Own GmbH' },
      reason: 'Earned. It waits until Mar 31, 2026, in case the customer asks for a refund.',
    });
    expect(grants[3]).toMatchObject({ amount_minor: 5000, quantity: 1, tax_value_minor: 5000 });
  });

  it('go back when everything was refunded, and stay when a part was', async () => {
    await signUp('beta');
    await pay('beta');
    expect((await refund('beta', 20_000)).status).toBe(201);
    expect((await states('beta'))['seat-credit']).toBe('earned');
    expect((await refund('beta', 30_000)).status).toBe(201);
    const grants = await grantsOf('beta');
    expect(await states('beta')).toEqual({
      'free-month': 'revoked',
      hello: 'ready',
      'seat-credit': 'revoked',
      'thank-you': 'revoked',
    });
    expect(grants[0].reason).toBe('Taken back: the customer was refunded.');
  });

  it('reach a milestone with the third customer who pays and is not refunded', async () => {
    await signUp('gamma');
    await pay('gamma');
    expect((await states('gamma')).third).toBeUndefined();
    await signUp('delta');
    await pay('delta');
    const card = (await grantsOf('delta')).find(({ reward_key }: { reward_key: string }) => reward_key === 'third');
    expect(card).toMatchObject({ state: 'ready', kind: 'gift_card', what: 'A gift card over €25.00 (Books)' });
  });

  it('wait in the order they are due: cards at once, gifts once somebody said where they go', async () => {
    clock.advance(31 * DAY_MS);
    const gift = { name: 'Coffee beans', interests: ['Coffee'], worth_minor: 3000, currency: 'EUR', stock: 2 };
    await tendRewards(ctx);
    expect((await grantsOf('alpha'))[3]).toMatchObject({
      state: 'ready',
      waits_for: 'gift',
      reason: 'Ready, but no fitting gift is in stock; one is being found.',
    });
    const made = await ask('POST', '/v1/gifts', gift);
    expect(made).toMatchObject({ status: 200, body: { stock: 0, interests: ['coffee'] } });
    expect((await grantsOf('alpha'))[3]).toMatchObject({
      waits_for: 'address',
      gift: { name: 'Coffee beans' },
      due_on: null,
      reason: 'Waiting for an address to send it to.',
    });
    expect((await mails('gift-address')).map(({ to }) => to)).toEqual(['ann@own.example', 'ann@own.example']);
    expect(await get('/v1/grants/queue')).toMatchObject({ total: 2, overdue: 1, waiting: 2 });
  });

  it('ask for the address on a page without script, and begin the service target with it', async () => {
    const url = /http:\S+\/gift\/\S+/.exec((await mails('gift-address'))[0]?.text ?? '')?.[0] ?? '';
    const path = new URL(url).pathname;
    const shown = await goodword.app.inject({ method: 'GET', url: path });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('Coffee beans');
    expect(shown.body).not.toContain('<script');
    const form = { name: 'Ann <b>', street: 'Main 1', postcode: '1011', city: 'Budapest', country: 'HU' };
    const post = (fields: Record<string, string>) =>
      goodword.app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      });
    const { city: _city, ...incomplete } = form;
    expect((await post(incomplete)).body).toContain('Please fill in Town.');
    const unticked = await post(form);
    expect(unticked.statusCode).toBe(422);
    expect(unticked.body).toContain('Please tick the box');
    expect(unticked.body).toContain('Ann &lt;b&gt;');
    expect((await post({ ...form, consent: 'yes' })).body).toContain('Thank you');
    expect((await post({ ...form, consent: 'yes' })).body).toContain('We know where it goes');
    const { items } = await get('/v1/grants/queue');
    const ready = items.find(({ gift: one, waits_for }: Record<string, unknown>) => one && !waits_for);
    expect(ready).toMatchObject({ address: { city: 'Budapest', country: 'HU' }, due_on: '2026-04-11' });
  });

  it('are sent all or none; a slip can be undone until the receiver was told', async () => {
    const { items } = await get('/v1/grants/queue');
    const gift = items.find(({ address }: { address: unknown }) => address);
    const card = items.find(({ kind }: { kind: string }) => kind === 'gift_card');
    const bare = await ask('POST', '/v1/grants/send', { grants: [{ id: gift.id, tracking: 'T-1' }, { id: card.id }] });
    expect(bare).toMatchObject({ status: 422, body: { field: 'grants[1].code' } });
    expect((await get(`/v1/grants/${gift.id}`)).state).toBe('ready');
    const grants = [
      { id: gift.id, tracking: 'T-1' },
      { id: card.id, code: 'SECRET-99' },
    ];
    expect(await ask('POST', '/v1/grants/send', { grants })).toMatchObject({ status: 200, body: { changed: 2 } });
    expect(await ask('POST', '/v1/grants/unsend', { ids: [gift.id] })).toMatchObject({ body: { changed: 1 } });
    expect((await get(`/v1/grants/${gift.id}`)).reason).toBe('Ready: it was marked as sent by mistake.');
    await ask('POST', '/v1/grants/send', { grants: grants.slice(0, 1) });
    expect(await mails('reward-sent')).toEqual([]);
    clock.advance(20 * 60_000);
    await tendRewards(ctx);
    const told = await mails('reward-sent');
    expect(told.map(({ text }) => text).join()).toContain('T-1');
    expect(told.map(({ text }) => text).join()).not.toContain('SECRET-99');
    expect((await ask('POST', '/v1/grants/unsend', { ids: [gift.id] })).status).toBe(409);
    expect(await ask('POST', '/v1/grants/deliver', { ids: [gift.id] })).toMatchObject({ body: { changed: 1 } });
    const all = JSON.stringify([await get('/v1/grants?per_page=200'), await get(`/v1/grants/${card.id}`)]);
    expect(all).not.toContain('SECRET-99');
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from grants g, audit_entries a
      where g.code_sealed like '%SECRET%' or a.detail::text like '%SECRET%'`.execute(ctx.db);
    expect(rows[0]?.n).toBe(0);
  });

  it('forget the address some days after the gift arrived', async () => {
    const { items } = await get('/v1/grants?state=delivered&kind=gift');
    expect((await get(`/v1/grants/${items[0].id}`)).address).toMatchObject({ city: 'Budapest' });
    clock.advance(31 * DAY_MS);
    await tendRewards(ctx);
    expect(await get(`/v1/grants/${items[0].id}`)).toMatchObject({
      address: null,
      address_erased_at: expect.any(String),
    });
  });

  it('come off the company’s annual invoice together, never more than the invoice, and nothing carries over', async () => {
    expect(await checkBooks(ctx)).toEqual([]);
    const invoice = { invoice_id: 'year-1', invoice_minor: 12_000, currency: 'EUR' };
    const use = await ask('POST', '/v1/accounts/own/credit', invoice);
    expect(use).toMatchObject({ status: 200, body: { used_minor: 12_000 } });
    expect(use.body.items.map(({ used_minor }: { used_minor: number }) => used_minor)).toEqual([5000, 5000, 2000]);
    expect((await ask('POST', '/v1/accounts/own/credit', invoice)).body).toEqual(use.body);
    expect((await ask('POST', '/v1/accounts/own/credit', { ...invoice, invoice_minor: 99 })).status).toBe(409);
    expect((await ask('POST', '/v1/accounts/own/credit', { ...invoice, invoice_id: 'year-2' })).body.used_minor).toBe(
      0,
    );
    const delta = (await grantsOf('delta')).find(({ kind }: { kind: string }) => kind === 'company_credit');
    expect(delta).toMatchObject({
      state: 'delivered',
      used_minor: 2000,
      reason:
        'Used: the invoice year-1 took €20.00 of €50.00. An invoice never goes below 0, and nothing carries over.',
    });
    expect(await checkBooks(ctx)).toEqual([]);
  });

  it('are answered by the product once, and steered by people with a reason', async () => {
    const [month, hello] = await grantsOf('gamma');
    expect((await ask('POST', `/v1/grants/${month.id}/applied`, {})).body).toMatchObject({ state: 'delivered' });
    await ask('POST', `/v1/grants/${hello.id}/fail`, { reason: 'the account is closed' });
    const retried = await ask('POST', `/v1/grants/${hello.id}/retry`, { reason: 'open again' });
    expect(retried.body).toMatchObject({ state: 'ready', reason_code: 'tried_again' });
    await ask('POST', `/v1/grants/${hello.id}/hold`, { reason: 'to be checked' });
    expect((await ask('POST', `/v1/grants/${hello.id}/release`, { reason: 'fine' })).body.state).toBe('ready');
    const ended = await ask('POST', `/v1/grants/${hello.id}/revoke`, { reason: 'never used' });
    expect(ended.body).toMatchObject({ state: 'revoked', reason: 'Ended: never used' });
    expect(ended.body.history.map(({ state }: { state: string }) => state)).toEqual([
      'earned',
      'ready',
      'failed',
      'ready',
      'held',
      'ready',
      'revoked',
    ]);
  });

  it('stand in the partner’s own portal, with a card’s code and the choice of interests, and nobody else’s', async () => {
    const portal = await goodword.linkHeaders(
      await issueSignInLink(ctx, { partner_id: ann.id, email: 'ann@own.example' }),
    );
    const own = await get('/v1/portal/rewards', portal);
    expect(own.total).toBe(9);
    expect(own.items.some(({ receiver }: { receiver: string }) => receiver === 'friend')).toBe(false);
    const card = own.items.find(({ has_code }: { has_code: boolean }) => has_code);
    expect((await ask('POST', `/v1/portal/rewards/${card.id}/code`, {}, portal)).body).toEqual({ code: 'SECRET-99' });
    expect((await get(`/v1/grants/${card.id}`)).reason).toBe('Delivered: the code was read.');
    const waiting = own.items.find(({ waits_for }: { waits_for: string | null }) => waits_for === 'address');
    const address = { name: 'Ann', street: 'Main 1', city: 'Wien', postcode: '1010', country: 'AT' };
    const put = (body: object) => ask('PUT', `/v1/portal/rewards/${waiting.id}/address`, body, portal);
    expect((await put(address)).status).toBe(422);
    expect((await put({ ...address, consent: true })).status).toBe(200);
    expect((await get(`/v1/grants/${waiting.id}`)).address).toMatchObject({ city: 'Wien' });
    const saved = await ask('PUT', '/v1/portal/interests', { interests: ['Coffee'], consent: true }, portal);
    expect(saved.body).toMatchObject({ interests: ['coffee'], offered: ['coffee'], at: expect.any(String) });
    const cleared = await ask('PUT', '/v1/portal/interests', { interests: [], consent: true }, portal);
    expect(cleared.body).toMatchObject({ interests: [], at: null });
    const other = await createPartner(ctx, {
      kind: 'affiliate',
      name: 'Bob',
      email: 'bob@x.example',
      state: 'approved',
    });
    const bob = await goodword.linkHeaders(
      await issueSignInLink(ctx, { partner_id: other.id, email: 'bob@x.example' }),
    );
    expect((await get('/v1/portal/rewards', bob)).total).toBe(0);
    expect((await ask('POST', `/v1/portal/rewards/${card.id}/code`, {}, bob)).status).toBe(404);
    expect(
      (await ask('PUT', `/v1/portal/rewards/${waiting.id}/address`, { ...address, consent: true }, bob)).status,
    ).toBe(404);
  });

  it('are found missing or late by the reconciliation, and the owner is told of each once', async () => {
    await reconcileRewards(ctx);
    const before = await mails('reconciliation');
    await signUp('epsilon');
    await pay('epsilon');
    expect(await reconcileRewards(ctx)).toMatchObject({ told: 0 });
    const epsilon = await idOf('epsilon');
    await sql`delete from grant_changes where grant_id in (select id from grants where account_id = ${epsilon}
      and reward_key = 'thank-you')`.execute(ctx.db);
    await sql`delete from grants where account_id = ${epsilon} and reward_key = 'thank-you'`.execute(ctx.db);
    expect(await reconcileRewards(ctx)).toMatchObject({ told: 1 });
    expect(await reconcileRewards(ctx)).toMatchObject({ told: 0 });
    const told = (await mails('reconciliation')).slice(before.length);
    expect(told.map(({ to }) => to)).toContain('vera@nimbus.example');
    expect(told[0]?.text).toContain('Ann brought epsilon and was promised “thank-you”, but no reward was made.');
    const report = await get('/v1/reports/reconciliation?only=problems');
    const row = report.items.find(({ account }: { account: { id: string } }) => account.id === epsilon);
    expect(row).toMatchObject({
      commissions: [{ state: 'pending' }],
      problems: [expect.stringContaining('thank-you')],
    });
    expect(report.findings.map(({ kind }: { kind: string }) => kind)).toContain('missing_grant');
  });

  it('for milestones, leads and reviews are found missing too', async () => {
    const kinds = async () =>
      (await get('/v1/reports/reconciliation')).findings.map(({ kind }: { kind: string }) => kind);
    const before = await kinds();
    expect(before.filter((kind: string) => /milestone|lead|review/.test(kind))).toEqual([]);
    const earned = await sql<{ on: string; id: string }>`select reward->>'on' as "on", id from grants
      where reward->>'on' in ('milestone', 'qualified_lead', 'review')`.execute(ctx.db);
    await sql`delete from grant_changes where grant_id = any(${earned.rows.map(({ id }) => id)})`.execute(ctx.db);
    await sql`delete from grants where id = any(${earned.rows.map(({ id }) => id)})`.execute(ctx.db);
    const words: Record<string, string> = {
      milestone: 'missing_milestone',
      qualified_lead: 'missing_lead',
      review: 'missing_review',
    };
    expect(new Set((await kinds()).filter((kind: string) => /milestone|lead|review/.test(kind)))).toEqual(
      new Set(earned.rows.map(({ on }) => words[on])),
    );
    expect(new Set(earned.rows.map(({ on }) => on)).size).toBeGreaterThan(0);
  });

  it('count an earlier payment that reached us later in the place of the one thought first', async () => {
    await signUp('zeta');
    const paid_at = clock.now();
    clock.advance(DAY_MS);
    await pay('zeta', 'in-zeta-late', 9);
    const lines = [{ amount_minor: 50_000, quantity: 2 }];
    const early = { invoice_id: 'in-zeta', account_id: 'zeta', currency: 'EUR', lines, paid_at: paid_at.toISOString() };
    expect((await ask('POST', '/v1/invoices', early)).status).toBe(201);
    const credits = (await grantsOf('zeta')).filter(({ kind }: { kind: string }) => kind === 'company_credit');
    const live = credits.filter(({ state }: { state: string }) => state !== 'revoked');
    expect(live).toMatchObject([{ quantity: 2, amount_minor: 2000, state: 'earned' }]);
    expect(await checkBooks(ctx)).toEqual([]);
  });
});
