import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { scoreReadiness } from '../../src/flows/score-readiness.ts';
import { DAY_MS } from '../../src/kernel/time.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { AT, makeCompany } from './advocate-company.fixture.ts';

type Headers = Record<string, string>;
type Json = Record<string, unknown> & { id: string; items: Record<string, unknown>[] };

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const IBAN = 'DE89370400440532013000';

/** One story in order: each step stands on the one before it, over HTTP against a listening server. */
describe('from a happy customer to an exact, paid commission', () => {
  const clock = settableClock(AT);
  let goodword: TestApp;
  let base: string;
  let manager: Headers;
  let owner: Headers;
  let finance: Headers;
  let product: Headers;
  let partner: Headers;
  let link: string;
  let token: string;
  let batch: Json;

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    base = await goodword.app.listen({ host: '127.0.0.1', port: 0 });
    manager = await goodword.memberHeaders('manager');
    owner = await goodword.memberHeaders('owner');
    finance = await goodword.memberHeaders('finance');
    product = await goodword.keyHeaders(['track:write']);
    const ctx = goodword.product.systemCtx('test');
    await makeCompany(ctx);
    await scoreReadiness(ctx);
  });
  afterAll(() => goodword.close());

  async function call(
    method: string,
    path: string,
    headers: Headers,
    body?: object,
  ): Promise<{ status: number; body: Json }> {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
  }
  async function done(method: string, path: string, headers: Headers, body?: object): Promise<Json> {
    const answer = await call(method, path, headers, body);
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  }
  const mailTo = async (kind: string) => {
    const { items } = await done('GET', '/v1/mails', owner);
    const mail = items.find((item) => item.kind === kind);
    return String((await done('GET', `/v1/mails/${mail?.id}`, owner)).body_text);
  };
  const earnings = async () => (await done('GET', '/v1/portal/earnings', partner)) as Json & { totals: Json[] };

  it('publishes a programme from the template', async () => {
    const programme = await done('POST', '/v1/programmes', manager, {
      template: 'customer_referral',
      name: 'Friends of Nimbus',
    });
    expect(await done('POST', `/v1/programmes/${programme.id}/publish`, manager, {})).toMatchObject({
      programme: { state: 'live' },
    });
  });

  it('names who should speak for the company, and invites them with their own results', async () => {
    const first = (await done('GET', '/v1/advocates', manager)).items[0] as { account: { id: string } };
    expect(first).toMatchObject({ account: { id: 'ac_f' }, person: { id: 'pe_f' }, blockers: [] });
    const ask = await done('POST', '/v1/asks', manager, { account_id: first.account.id });
    expect(await done('POST', `/v1/asks/${ask.id}/send`, manager, {})).toMatchObject({ state: 'sent' });
  });

  it('makes a partner of a yes, who signs in to the portal and finds a link', async () => {
    const path = /(\/i\/\S+)/.exec(await mailTo('invitation'))?.[1];
    const page = await fetch(`${base}${path}`);
    expect(await page.text()).toContain('You earn');
    const yes = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'answer=yes&consent=yes&terms_version=1',
    });
    expect(yes.status).toBe(200);
    link = /\/r\/[A-Za-z0-9_-]+/.exec(await yes.text())?.[0] ?? '';
    const invite = await goodword.product.database.db
      .selectFrom('mails')
      .select('body_text')
      .where('kind', '=', 'welcome')
      .executeTakeFirstOrThrow();
    partner = await goodword.linkHeaders(/http:\/\/\S+\/welcome\/\S+/.exec(invite.body_text)?.[0] ?? '');
    const links = await done('GET', '/v1/portal/links', partner);
    expect(JSON.stringify(links)).toContain(link);
  });

  it('records a visit before it sends the visitor on with a signed token', async () => {
    const visit = await fetch(`${base}${link}`, { redirect: 'manual', headers: { 'user-agent': BROWSER } });
    expect(visit.status).toBe(302);
    const target = new URL(visit.headers.get('location') ?? '');
    expect(target.host).toBe('nimbus.example');
    token = target.searchParams.get('gw_click') ?? '';
    expect(token).not.toBe('');
    await goodword.product.edge.drained();
    const clicks = await goodword.product.database.db.selectFrom('clicks').select('kind').execute();
    expect(clicks).toEqual([{ kind: 'human' }]);
  });

  it('credits the first payment exactly, and once however often it is told', async () => {
    clock.advance(DAY_MS);
    await done('POST', '/v1/signups', product, {
      account_id: 'friend-1',
      account_name: 'Friend Ltd',
      email: 'ada@friend.net',
      click_token: token,
    });
    const invoice = { invoice_id: 'in-1', account_id: 'friend-1', currency: 'EUR', lines: [{ amount_minor: 4999 }] };
    const keyed = { ...product, 'idempotency-key': 'invoice-1' };
    const first = await done('POST', '/v1/invoices', keyed, invoice);
    expect(await done('POST', '/v1/invoices', keyed, invoice)).toEqual(first);
    const other = await call('POST', '/v1/invoices', keyed, { ...invoice, lines: [{ amount_minor: 1 }] });
    expect(other.status).toBe(409);
    const commissions = await done('GET', '/v1/commissions', finance);
    expect(commissions.items).toHaveLength(1);
    expect(commissions.items[0]).toMatchObject({
      gross_minor: 1000,
      net_minor: 1000,
      currency: 'EUR',
      state: 'pending',
    });
  });

  it('stores the sale nobody is credited for, with its reason', async () => {
    await done('POST', '/v1/signups', product, { account_id: 'stranger', account_name: 'Stranger Inc' });
    await done('POST', '/v1/invoices', product, {
      invoice_id: 'in-2',
      account_id: 'stranger',
      currency: 'EUR',
      lines: [{ amount_minor: 9900 }],
    });
    const { items } = await done('GET', '/v1/conversions?outcome=unattributed&kind=invoice', manager);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ invoice_external_id: 'in-2', rule: 'R7' });
    expect(String(items[0]?.reason).length).toBeGreaterThan(20);
  });

  it('takes back the exact part of a refund before the payout', async () => {
    await done('POST', '/v1/refunds', product, { refund_id: 'rf-1', invoice_id: 'in-1', amount_minor: 1000 });
    const { items } = await done('GET', '/v1/commissions', finance);
    expect(items[0]).toMatchObject({ gross_minor: 1000, reversed_minor: 200, net_minor: 800 });
  });

  it('is payable after the hold, and not before', async () => {
    const ctx = goodword.product.systemCtx('test');
    await matureAllCommissions(ctx);
    // The partner recognises whom they sent, and is told no more: the account is called Friend Ltd.
    expect(await earnings()).toMatchObject({
      totals: [{ pending_minor: 800, available_minor: 0 }],
      items: [{ customer: 'Friend …', net_minor: 800 }],
    });
    clock.advance(31 * DAY_MS);
    await matureAllCommissions(ctx);
    expect((await earnings()).totals).toMatchObject([{ pending_minor: 0, available_minor: 800 }]);
  });

  it('pays in a batch that a second person approves, by a file a bank can read', async () => {
    const { items } = await done('GET', '/v1/programmes', manager);
    const { terms } = items[0] as { id: string; terms: { terms: object } };
    await done('POST', `/v1/programmes/${items[0]?.id}/terms`, manager, {
      terms: { ...terms.terms, minimum_payout_minor: 500 },
    });
    await done('PUT', '/v1/payout-settings', finance, { holder_name: 'Nimbus GmbH', iban: 'NL91ABNA0417164300' });
    await done('PUT', '/v1/portal/payout-destination', partner, { rail: 'sepa', holder_name: 'Zoë F', iban: IBAN });
    batch = await done('POST', '/v1/payout-batches', finance, { currency: 'EUR' });
    expect(batch).toMatchObject({ state: 'draft', payouts: [{ amount_minor: 800 }] });
    const approval = { content_hash: batch.content_hash };
    const own = await call('POST', `/v1/payout-batches/${batch.id}/approve`, finance, approval);
    expect(own).toMatchObject({ status: 403 });
    await done('POST', `/v1/payout-batches/${batch.id}/approve`, owner, approval);
    const file = await fetch(`${base}/v1/payout-batches/${batch.id}/file.xml`, { headers: finance });
    const xml = await file.text();
    expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(xml).toContain('<CtrlSum>8.00</CtrlSum>');
    expect(xml).toContain(IBAN);
    await done('POST', `/v1/payout-batches/${batch.id}/send`, finance, {});
    await done('POST', `/v1/payout-batches/${batch.id}/confirm`, finance, { all_paid: true });
    expect((await earnings()).totals).toMatchObject([{ available_minor: 0, in_transit_minor: 0, paid_minor: 800 }]);
    expect((await done('GET', '/v1/portal/payouts', partner)).items).toMatchObject([
      { amount_minor: 800, state: 'paid' },
    ]);
  });

  it('owes nothing twice: a refund after the payout is taken off the next one', async () => {
    await done('POST', '/v1/refunds', product, { refund_id: 'rf-2', invoice_id: 'in-1', amount_minor: 3999 });
    expect((await earnings()).totals).toMatchObject([{ available_minor: -800 }]);
    const next = await done('POST', '/v1/payout-batches', finance, { currency: 'EUR' }).catch((error) => error);
    expect(JSON.stringify(next)).toContain('negative');
  });

  it('keeps the books whole to the end', async () => {
    const { items } = await done('GET', '/v1/ledger/accounts?per_page=200', finance);
    const sum = items.reduce((total, account) => total + Number(account.balance_minor), 0);
    expect(items.length).toBeGreaterThan(3);
    expect(sum).toBe(0);
  });
});
