import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firePostbacks } from '../../src/flows/fire-postbacks.ts';
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { templateBody } from '../../src/partners/postbacks/schema.ts';
import { addTemplate } from '../../src/partners/postbacks/verbs/templates.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';

const START = '2026-03-01T12:00:00Z';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

type Line = {
  id: string;
  state: string;
  reason_code: string;
  reason: string;
  url: string | null;
  attempts: number;
  status_code: number | null;
};

describe('postbacks', () => {
  const clock = settableClock(START);
  let goodword: TestApp;
  let ctx: Ctx;
  let owner: Record<string, string>;
  let partner: Partnered;
  let network: Server;
  let heard: string[] = [];
  let answer = 200;
  let number = 0;

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    owner = await goodword.memberHeaders('owner');
    partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
    network = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.writeHead(answer).end('thanks');
    });
    await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    network.close();
    await goodword.close();
  });
  beforeEach(() => {
    clock.advance(60_000);
    number += 1;
    heard = [];
    answer = 200;
  });

  async function call<T>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
    const reply = await goodword.app.inject({ method, url, headers: owner, ...(payload ? { payload } : {}) });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : undefined) as T };
  }
  async function click(query = '', code = partner.code): Promise<string> {
    const remoteAddress = `203.0.${number}.7`;
    const url = `/r/${code}${query}`;
    const reply = await goodword.app.inject({ url, headers: { 'user-agent': BROWSER }, remoteAddress });
    clock.advance(1000);
    await goodword.product.edge.drained();
    return new URL(String(reply.headers.location)).searchParams.get('gw_click') ?? '';
  }
  const log = async (direction: 'in' | 'out') =>
    (await call<{ items: Line[] }>('GET', `/v1/postbacks?direction=${direction}`)).body.items;
  const commissions = (account: string) =>
    ctx.db
      .selectFrom('commissions')
      .innerJoin('accounts', 'accounts.id', 'commissions.account_id')
      .select(['gross_minor', 'reversed_minor', 'commissions.state'])
      .where('accounts.external_id', '=', account)
      .execute();

  describe('that come in', () => {
    let path: string;
    beforeAll(async () => {
      const door = {
        name: 'Network',
        programme_id: partner.programmeId,
        currency: 'EUR',
        parameters: { click_id: 'cid', event_id: 'tx' },
      };
      const { status, body } = await call<{ url: string; id: string }>('POST', '/v1/postback-doors', door);
      expect(status).toBe(201);
      path = new URL(body.url).pathname;
      expect(JSON.stringify((await call('GET', '/v1/postback-doors')).body)).not.toContain(path.split('/').at(-1));
    });

    async function send(parameters: Record<string, string>, method: 'GET' | 'POST' = 'GET') {
      const query = new URLSearchParams(parameters).toString();
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const reply = await goodword.app.inject(
        method === 'GET' ? { url: `${path}?${query}` } : { method, url: path, headers: form, payload: query },
      );
      return { status: reply.statusCode, body: reply.json<{ field?: string; conversion_id: string }>() };
    }

    it('make a lead and a sale of a click, once, and take the sale back', async () => {
      const cid = await click();
      const account_id = `net${number}`;
      expect((await send({ cid, account_id, status: 'lead' })).status).toBe(200);
      const sale = { cid, account_id, tx: `tx${number}`, amount: '100.00', status: 'Approved' };
      const first = await send(sale, 'POST');
      expect(first.status).toBe(200);
      expect((await send(sale)).body.conversion_id).toBe(first.body.conversion_id);
      expect(await commissions(account_id)).toEqual([{ gross_minor: 2000, reversed_minor: 0, state: 'pending' }]);
      const rejected = { cid, account_id, tx: `tx${number}`, status: 'rejected' };
      await send(rejected);
      await send(rejected);
      expect(await commissions(account_id)).toEqual([{ gross_minor: 2000, reversed_minor: 2000, state: 'reversed' }]);
      const codes = (await log('in')).map(({ reason_code }) => reason_code);
      expect(codes.slice(0, 5)).toEqual(['known', 'taken_back', 'known', 'sale', 'lead']);
    });

    it('know a customer by the click when the network names none', async () => {
      const cid = await click();
      await send({ cid, amount: '10' });
      await send({ cid, tx: `second${number}`, amount: '10' });
      const accounts = await ctx.db
        .selectFrom('accounts')
        .select('external_id')
        .where('external_id', 'like', 'click:%')
        .execute();
      expect(accounts).toHaveLength(1);
      expect(await commissions(accounts[0]?.external_id ?? '')).toHaveLength(2);
    });

    it.each([
      ['no click', { amount: '1' }, 422, 'cid'],
      ['a click that never was', { cid: 'nobody', amount: '1' }, 422, 'cid'],
      ['half a cent', { cid: 'CLICK', amount: '1.005' }, 422, 'amount'],
      ['an amount below 0', { cid: 'CLICK', amount: '-1' }, 422, 'amount'],
      ['no amount', { cid: 'CLICK', status: 'approved' }, 422, 'amount'],
      ['a currency that does not exist', { cid: 'CLICK', amount: '1', currency: 'QQQ' }, 422, 'currency'],
      ['a status nobody explained', { cid: 'CLICK', status: 'maybe' }, 422, 'status'],
      ['a sale to take back that never was', { cid: 'CLICK', tx: 'never', status: 'rejected' }, 422, 'tx'],
    ])('are refused for %s, and kept in the log', async (_what, sent, status, field) => {
      const filled = 'cid' in sent && sent.cid === 'CLICK' ? { ...sent, cid: await click() } : sent;
      expect(await send(filled as Record<string, string>)).toMatchObject({ status, body: { field } });
      expect((await log('in'))[0]).toMatchObject({ state: 'refused', reason_code: 'refused' });
    });

    it('are refused with another amount for the same event, for another programme, and at a closed door', async () => {
      const cid = await click();
      await send({ cid, tx: `tx${number}`, amount: '10' });
      expect((await send({ cid, tx: `tx${number}`, amount: '11' })).status).toBe(409);
      const other = await call<{ url: string; id: string }>('POST', '/v1/postback-doors', {
        name: 'Closing',
        programme_id: partner.programmeId,
      });
      expect((await call('DELETE', `/v1/postback-doors/${other.body.id}`)).status).toBe(204);
      const closed = await goodword.app.inject({ url: `${new URL(other.body.url).pathname}?click_id=${cid}` });
      expect(closed.statusCode).toBe(404);
    });
  });

  describe('that go out', () => {
    const base = () => `http://127.0.0.1:${(network.address() as AddressInfo).port}`;
    const fire = async () => {
      while (await firePostbacks(ctx, { toPrivate: true })) clock.advance(0);
    };
    async function tell(url: string, more: object = {}): Promise<string> {
      const template = { name: 'Network', programme_id: partner.programmeId, states: ['pending', 'available'], url };
      // The running product may not reach inside; this is made as an installation that may would make it.
      const input = templateBody.parse({ ...template, ...more });
      const made = await addTemplate(ctx, input, { toPrivate: true });
      return made.id;
    }
    async function earn(query: string): Promise<void> {
      const account_id = `out${number}`;
      const key = await goodword.keyHeaders(['track:write']);
      const post = (url: string, payload: object) =>
        goodword.app.inject({ method: 'POST', url, headers: key, payload });
      await post('/v1/signups', { account_id, click_token: await click(query) });
      const lines = [{ amount_minor: 10_000 }];
      await post('/v1/invoices', { invoice_id: `in${number}`, account_id, currency: 'EUR', lines });
    }

    it('fill in what the click brought and what was earned, once a state', async () => {
      const id = await tell(`${base()}/pb?cid={click_id}&s={sub1}&p={payout}&c={currency}&st={state}&none={sub5}`);
      await earn('?click_id=a%26b%3D1&sub1=blog&consent=1');
      await fire();
      await fire();
      expect(heard).toEqual(['GET /pb?cid=a%26b%3D1&s=blog&p=20.00&c=EUR&st=pending&none=']);
      clock.advance(40 * 86_400_000);
      await matureAllCommissions(ctx);
      await fire();
      expect(heard.slice(1)).toEqual(['GET /pb?cid=a%26b%3D1&s=blog&p=20.00&c=EUR&st=available&none=']);
      expect((await log('out'))[0]).toMatchObject({ state: 'sent', status_code: 200, attempts: 1 });
      await call('DELETE', `/v1/postback-templates/${id}`);
    });

    it('are tried again after a failure, later and later, and by hand', async () => {
      const id = await tell(`${base()}/pb?cid={click_id}`, { method: 'POST', states: ['pending'] });
      await earn('?clickid=x1');
      answer = 500;
      await fire();
      expect((await log('out'))[0]).toMatchObject({
        state: 'queued',
        reason_code: 'will_retry',
        status_code: 500,
        attempts: 1,
      });
      await fire();
      expect(heard).toEqual(['POST /pb?cid=x1']);
      for (let day = 0; day < 12; day += 1) {
        clock.advance(86_400_000);
        await fire();
      }
      const [given] = await log('out');
      expect(given).toMatchObject({ state: 'failed', reason_code: 'given_up', attempts: 10 });
      answer = 204;
      expect((await call('POST', `/v1/postbacks/${given?.id}/send`)).status).toBe(204);
      await fire();
      expect((await log('out'))[0]).toMatchObject({ state: 'sent', status_code: 204 });
      expect((await call('POST', `/v1/postbacks/${given?.id}/send`)).status).toBe(409);
      await call('DELETE', `/v1/postback-templates/${id}`);
    });

    it('are not sent when the click brought no id of the network, and say so', async () => {
      const id = await tell(`${base()}/pb?cid={click_id}`);
      await earn('');
      await fire();
      expect(heard).toEqual([]);
      expect((await log('out'))[0]).toMatchObject({ state: 'failed', reason_code: 'no_click_id', url: null });
      await call('DELETE', `/v1/postback-templates/${id}`);
    });

    it.each([
      ['an address inside', 'https://10.0.0.1/pb'],
      ['an address without https', 'http://network.example/pb'],
      ['a host that is filled in', 'https://{sub1}.example/pb'],
      ['something nobody can fill in', 'https://network.example/?x={password}'],
    ])('cannot go to %s', async (_what, url) => {
      const template = { name: 'x', programme_id: partner.programmeId, states: ['pending'], url };
      expect(await call('POST', '/v1/postback-templates', template)).toMatchObject({
        status: 422,
        body: { field: 'url' },
      });
    });

    it('cannot be led inside by a name that is looked up later', async () => {
      const id = await tell(`http://localhost:${(network.address() as AddressInfo).port}/pb`, { states: ['pending'] });
      await earn('');
      await firePostbacks(ctx, { toPrivate: false });
      expect(heard).toEqual([]);
      expect((await log('out'))[0]).toMatchObject({ state: 'queued', reason_code: 'will_retry', status_code: null });
      await call('DELETE', `/v1/postback-templates/${id}`);
    });
  });
});
