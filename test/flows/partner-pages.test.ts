import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSignInLink } from '../../src/access/members/verbs/links.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('what a partner brought', () => {
  const clock = settableClock('2026-03-01T12:00:00Z');
  let goodword: TestApp;
  let ctx: Ctx;
  let key: Record<string, string>;
  let ann: Partnered;
  let bob: Partnered;

  const get = (url: string, headers = key) => goodword.app.inject({ method: 'GET', url, headers });
  const post = (url: string, payload: object) => goodword.app.inject({ method: 'POST', url, headers: key, payload });
  async function click(code: string, ip: string): Promise<string> {
    const headers = { 'user-agent': BROWSER };
    const answer = await goodword.app.inject({ method: 'GET', url: `/r/${code}`, headers, remoteAddress: ip });
    await goodword.product.edge.drained();
    return new URL(String(answer.headers.location)).searchParams.get('gw_click') ?? '';
  }
  const portalOf = async (partner: Partnered, email: string) =>
    goodword.linkHeaders(await issueSignInLink(ctx, { partner_id: partner.partnerId, email }));

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    key = await goodword.keyHeaders();
    const programmeId = await makeLiveProgramme(ctx);
    ann = await addPartner(ctx, programmeId, 'ann@partner.example');
    bob = await addPartner(ctx, programmeId, 'bob@partner.example');
    await post('/v1/signups', {
      account_id: 'c1',
      account_name: 'Acme Industries',
      click_token: await click(ann.code, '203.0.1.1'),
    });
    clock.advance(1000);
    await post('/v1/invoices', {
      invoice_id: 'in1',
      account_id: 'c1',
      currency: 'EUR',
      lines: [{ amount_minor: 10_000 }],
    });
    await click(ann.code, '203.0.2.1');
    clock.advance(1000);
    await post('/v1/signups', {
      account_id: 'c2',
      account_name: 'Beta',
      click_token: await click(bob.code, '203.0.2.1'),
    });
  });
  afterAll(() => goodword.close());

  it('stands in the list of partners, sorted by what they earned', async () => {
    const { items, total } = (await get('/v1/partners?sort=earned&order=desc')).json();
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      id: ann.partnerId,
      clicks: 2,
      signups: 1,
      customers: 1,
      balances: [
        { currency: 'EUR', earned_minor: 2000, pending_minor: 2000, held_minor: 0, available_minor: 0, paid_minor: 0 },
      ],
    });
    expect(items[1]).toMatchObject({ id: bob.partnerId, clicks: 1, signups: 1, customers: 0, balances: [] });
  });

  it('can be filtered and paged', async () => {
    expect((await get('/v1/partners?q=BOB')).json()).toMatchObject({ total: 1, items: [{ id: bob.partnerId }] });
    expect((await get('/v1/partners?state=suspended')).json()).toMatchObject({ total: 0, items: [] });
    expect((await get('/v1/partners?per_page=1&page=2&sort=name&order=asc')).json().items).toMatchObject([
      { id: bob.partnerId },
    ]);
    expect((await get('/v1/partners?sort=;drop')).statusCode).toBe(422);
  });

  it('leaves as CSV', async () => {
    const lines = (await get('/v1/partners.csv?sort=name&order=asc')).body.trim().split(/\r?\n/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(',2,1,1,EUR,20.00,20.00,0.00,0.00,0.00');
  });

  it('fills the page of one partner', async () => {
    const page = (await get(`/v1/partners/${ann.partnerId}`)).json();
    expect(page).toMatchObject({
      links: [{ code: ann.code, url: `http://localhost:4400/r/${ann.code}`, clicks: 2, bots: 0 }],
      clicks_by_day: [{ on: '2026-03-01', people: 2, others: 0 }],
      commissions_by_state: [{ state: 'pending', currency: 'EUR', n: 1, net_minor: 2000 }],
      states: [{ state: 'approved' }],
    });
    expect(page.referrals).toMatchObject([
      { account_name: 'Beta', state: 'not_credited', reason_code: 'a_later_click_counts' },
      { account_name: 'Acme Industries', state: 'paying', reason_code: 'bound' },
    ]);
    expect((await get('/v1/partners/pa_none')).statusCode).toBe(404);
  });

  it('is told to the partner without saying who the accounts are', async () => {
    const headers = await portalOf(ann, 'ann@partner.example');
    expect((await get('/v1/portal/me', headers)).json()).toMatchObject({ id: ann.partnerId, company: 'Acme' });
    expect((await get('/v1/portal/links', headers)).json().items).toMatchObject([{ code: ann.code, clicks: 2 }]);
    expect((await get('/v1/portal/activity', headers)).json().items).toEqual([
      { on: '2026-03-01', clicks: 2, signups: 1 },
    ]);
    const { items } = (await get('/v1/portal/customers', headers)).json();
    expect(items).toMatchObject([
      { account: 'Beta', state: 'not_credited', reason_code: 'lost_to_other' },
      { account: 'Acme …', state: 'paying', reason_code: 'credited' },
    ]);
    expect(items[0].reason).not.toContain('bob');
  });

  it('lets an approved partner in by a mailed link, and nobody who is not approved', async () => {
    const invite = () => post(`/v1/partners/${bob.partnerId}/portal-link`, {});
    expect((await invite()).json()).toMatchObject({ sent_to: 'bob@partner.example' });
    const mail = await ctx.db
      .selectFrom('mails')
      .select('body_text')
      .where('subject_id', '=', bob.partnerId)
      .where('kind', '=', 'portal')
      .executeTakeFirstOrThrow();
    const headers = await goodword.linkHeaders(/http:\S+\/welcome\/\S+/.exec(mail.body_text)?.[0] ?? '');
    expect((await get('/v1/portal/me', headers)).json()).toMatchObject({ id: bob.partnerId });
    await post(`/v1/partners/${bob.partnerId}/suspend`, { reason: 'a test' });
    expect((await invite()).statusCode).toBe(409);
  });

  it("draws the QR code of the partner's own links, and of nobody else's", async () => {
    const headers = await portalOf(ann, 'ann@partner.example');
    const own = await get(`/v1/portal/qr/${ann.code}.svg`, headers);
    expect([own.statusCode, own.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(own.body).toContain('<svg');
    expect((await get(`/v1/portal/qr/${bob.code}.svg`, headers)).statusCode).toBe(404);
  });
});
