import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeClicks } from '../../src/flows/take-clicks.ts';
import type { Click } from '../../src/partners/clicks/model.ts';
import { changeLink, changeLinkState, createLink } from '../../src/partners/links/service.ts';
import { reinstatePartner, suspendPartner } from '../../src/partners/partners/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { type Ctx, inTransaction, newId } from '../../src/platform/ctx.ts';
import { makeTokens } from '../../src/platform/token.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

describe("following a partner's link", () => {
  const clock = settableClock('2026-03-01T12:00:00Z');
  let goodword: TestApp;
  let ctx: Ctx;
  let partner: Partnered;
  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
  });
  afterAll(() => goodword.close());

  const follow = (code: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    goodword.app.inject({ method, url: `/r/${code}`, headers: { 'user-agent': BROWSER, ...headers } });
  const newLink = async () => createLink(ctx, { programme_id: partner.programmeId, partner_id: partner.partnerId });
  const clicksOf = async (linkId: string) => {
    await goodword.product.edge.drained();
    return ctx.db.selectFrom('clicks').selectAll().where('link_id', '=', linkId).orderBy('id').execute();
  };
  const target = (location: string | undefined) => new URL(location ?? '');

  it('records the click and hands on a signed token that names no person', async () => {
    const { id, code } = await newLink();
    const answer = await follow(code, { referer: 'https://blog.example/a-post' });
    expect(answer.statusCode).toBe(302);
    const url = target(answer.headers.location);
    expect(`${url.origin}${url.pathname}?lang=${url.searchParams.get('lang')}`).toBe(
      'https://product.example/start?lang=en',
    );
    const [click] = await clicksOf(id);
    expect(click).toMatchObject({ kind: 'human', consent: true, referrer_host: 'blog.example' });
    expect(ctx.tokens.read('click', url.searchParams.get('gw_click') ?? '')).toEqual({
      link: id,
      partner: partner.partnerId,
      programme: partner.programmeId,
      click: click?.id,
      at: clock.now().toISOString(),
    });
  });

  it('counts clicks by day and kind', async () => {
    const { id, code } = await newLink();
    await follow(code);
    await follow(code);
    await follow(code, { 'user-agent': ROBOT });
    await goodword.product.edge.drained();
    const days = await ctx.db
      .selectFrom('clicks_daily')
      .selectAll()
      .where('link_id', '=', id)
      .orderBy('kind')
      .execute();
    expect(days.map(({ on_date, kind, clicks }) => [on_date, kind, clicks])).toEqual([
      ['2026-03-01', 'bot', 1],
      ['2026-03-01', 'human', 2],
    ]);
  });

  it('gives the same visitor another key the next day', async () => {
    const { id, code } = await newLink();
    await follow(code);
    await follow(code);
    clock.advance(86_400_000);
    await follow(code);
    const keys = (await clicksOf(id)).map(({ visitor_key }) => visitor_key);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it.each([
    ['a robot', { 'user-agent': ROBOT }, 'GET', 'bot'],
    ['a browser loading ahead', { 'sec-purpose': 'prefetch;prerender' }, 'GET', 'prefetch'],
    ['a machine checking the address', {}, 'HEAD', 'head'],
  ] as const)('sends %s on without a token', async (_who, headers, method, kind) => {
    const { id, code } = await newLink();
    const answer = await follow(code, headers, method);
    expect(answer.statusCode).toBe(302);
    expect(target(answer.headers.location).searchParams.has('gw_click')).toBe(false);
    expect((await clicksOf(id)).map((click) => click.kind)).toEqual([kind]);
  });

  it.each<Record<string, string>>([{ 'sec-gpc': '1' }, { dnt: '1' }])(
    'keeps nothing that tells visitors apart when the browser says %j',
    async (headers) => {
      const { id, code } = await newLink();
      const answer = await follow(code, { ...headers, referer: 'https://blog.example/' });
      expect(target(answer.headers.location).searchParams.has('gw_click')).toBe(false);
      const nothing = { visitor_key: null, network_key: null, referrer_host: null };
      expect((await clicksOf(id))[0]).toMatchObject({ consent: false, ...nothing });
    },
  );

  it('sends a visitor on from a link that earns nothing any more, and keeps nothing', async () => {
    const { id, code } = await newLink();
    await changeLinkState(ctx, id, 'paused');
    const answer = await follow(code);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, 'https://product.example/start?lang=en']);
    await suspendPartner(ctx, partner.partnerId, { reason: 'test' });
    await follow(partner.code);
    await reinstatePartner(ctx, partner.partnerId, { reason: 'test' });
    expect([...(await clicksOf(id)), ...(await clicksOf(partner.linkId))]).toEqual([]);
  });

  it.each([
    ['a word', 'nobody'],
    ['a letter', 'a'],
    ['nothing', ''],
    ['a control character', '%00'],
    ['a header', '%0d%0aX-Evil%3a1'],
    ['a folder', '..%2f..%2fetc'],
    ['a picture', '%F0%9F%92%A9'],
    ['10 kB', 'x'.repeat(10_000)],
    ['10 kB encoded', '%78'.repeat(3_400)],
  ])('says kindly that %s leads nowhere', async (_what, code) => {
    const answer = await follow(code);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers.location).toBeUndefined();
  });

  it('is a page in words for whoever mistyped', async () => {
    const answer = await follow('nobody');
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('This link leads nowhere');
  });

  it('finds a link whose letters came percent-encoded', async () => {
    const { code } = await newLink();
    expect((await follow(code.replaceAll('-', '%2D'))).statusCode).toBe(302);
  });

  it('answers nothing but visits', async () => {
    const { id, code } = await newLink();
    const answer = await goodword.app.inject({ method: 'POST', url: `/r/${code}`, headers: { 'user-agent': BROWSER } });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(await clicksOf(id)).toEqual([]);
  });

  it('leads visitors elsewhere by their device, with the token, from the moment the rule is made', async () => {
    const { id, code } = await newLink();
    const to = async (agent: string) => target((await follow(code, { 'user-agent': agent })).headers.location);
    const phone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1';
    expect((await to(phone)).pathname).toBe('/start');
    await changeLink(ctx, id, {
      target_rules: [
        { countries: ['HU'], devices: [], target_url: 'https://product.example/hu' },
        { countries: [], devices: ['ios'], target_url: 'https://product.example/app?a=b#c' },
      ],
    });
    const app = await to(phone);
    expect(`${app.pathname}${app.hash}${app.searchParams.get('a')}`).toBe('/app#cb');
    expect(ctx.tokens.read('click', app.searchParams.get('gw_click') ?? '')).toMatchObject({ link: id });
    expect((await to(BROWSER)).pathname).toBe('/start');
  });

  it('keeps what a network wrote on the link, and says nothing of it to the target', async () => {
    const { id, code } = await newLink();
    const answer = await follow(`${code}?clickid=net-7&sub1=%00x&gw_click=forged&to=https://evil.example`);
    expect(target(answer.headers.location).searchParams.get('gw_click')).not.toBe('forged');
    expect(target(answer.headers.location).host).toBe('product.example');
    expect((await clicksOf(id))[0]?.sub).toEqual({ click_id: 'net-7', sub1: 'x' });
  });

  it('keeps only that there was a visit when the page before says so', async () => {
    const { id, code } = await newLink();
    const answer = await follow(`${code}?consent=0&sub1=x`);
    expect(target(answer.headers.location).searchParams.has('gw_click')).toBe(false);
    expect((await clicksOf(id))[0]).toMatchObject({ consent: false, visitor_key: null, network_key: null, sub: null });
  });

  describe('a click that reaches the database after the sign-up it led to', () => {
    const NETWORK = 'network-of-the-office';
    const signUp = async (account: string, evidence: { click_token?: string; visitor?: string }) => {
      const event = { account_id: account, email: `a@${account}.example`, ...evidence };
      const { body } = await goodword.app.inject({
        method: 'POST',
        url: '/v1/signups',
        headers: await goodword.keyHeaders(),
        payload: event,
      });
      return JSON.parse(body) as { outcome: string; flags: string[]; reason_code: string };
    };
    const standing = async (account: string) => {
      const decision = await ctx.db
        .selectFrom('attribution_decisions')
        .innerJoin('accounts', 'accounts.id', 'attribution_decisions.account_id')
        .select(['outcome', 'flags', 'partner_id'])
        .where('accounts.external_id', '=', account)
        .executeTakeFirstOrThrow();
      return decision;
    };
    const clickOf = (link: { id: string }, change: Partial<Click> = {}): Click => ({
      id: newId(ctx, 'click'),
      link_id: link.id,
      partner_id: partner.partnerId,
      programme_id: partner.programmeId,
      occurred_at: clock.now(),
      visitor_key: newId(ctx, 'click'),
      network_key: NETWORK,
      consent: true,
      kind: 'human',
      known_account_id: null,
      referrer_host: null,
      ...change,
    });
    const tokenOf = (click: Click, by = ctx.tokens) =>
      by.sign('click', {
        link: click.link_id,
        partner: click.partner_id,
        programme: click.programme_id,
        click: click.id,
        at: click.occurred_at.toISOString(),
      });
    const arrive = (...clicks: Click[]) =>
      inTransaction(ctx, (ctx) =>
        takeClicks(
          ctx,
          undefined,
          clicks.map((click) => ({ at: click.occurred_at, payload: Buffer.from(JSON.stringify(click)) })),
        ),
      );

    it('is credited by its token before, and weighed whole once it is here', async () => {
      const link = await newLink();
      const [first, second] = [clickOf(link), clickOf(link)];
      await arrive(first);
      clock.advance(60_000);
      await signUp('late-1', { click_token: tokenOf(first) });
      expect(await signUp('late-2', { click_token: tokenOf(second) })).toMatchObject({
        outcome: 'credited',
        flags: [],
      });
      await arrive(second);
      expect(await standing('late-2')).toMatchObject({ flags: ['same_network'], partner_id: partner.partnerId });
      await arrive(second);
      expect((await clicksOf(link.id)).length).toBe(2);
    });

    it('credits whom nobody could be credited for, when the sign-up named only the visitor', async () => {
      const link = await newLink();
      const late = clickOf(link, { network_key: null });
      clock.advance(60_000);
      expect(await signUp('late-3', { visitor: late.visitor_key ?? '' })).toMatchObject({ outcome: 'unattributed' });
      await arrive(clickOf(link, { network_key: null }), late);
      expect(await standing('late-3')).toMatchObject({ outcome: 'credited', partner_id: partner.partnerId });
    });

    it('earns nothing by a token that was forged, is of another installation, or is too old', async () => {
      const click = clickOf(await newLink());
      const [body = '', mac = ''] = tokenOf(click).split('.');
      const greedy = Buffer.from(JSON.stringify({ link: 'x', partner: partner.partnerId })).toString('base64url');
      const foreign = tokenOf(click, makeTokens('the secret of somebody else'));
      const tokens = [
        `${greedy}.${mac}`,
        `${body}.${mac.slice(1)}`,
        body,
        foreign,
        'x'.repeat(500),
        `${body}.${mac}.x`,
      ];
      for (const [index, click_token] of tokens.entries())
        expect(await signUp(`forged-${index}`, { click_token })).toMatchObject({ outcome: 'unattributed' });
      clock.advance(400 * 86_400_000);
      expect(await signUp('stale', { click_token: tokenOf(click) })).toMatchObject({ outcome: 'unattributed' });
    });
  });
});
