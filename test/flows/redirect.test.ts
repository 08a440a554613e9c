import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeLinkState, createLink } from '../../src/partners/links/service.ts';
import { reinstatePartner, suspendPartner } from '../../src/partners/partners/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
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

  it.each(['nobody', 'a', '%00', '%0d%0aX-Evil%3a1', '..%2f..%2fetc', 'x'.repeat(500), '%F0%9F%92%A9'])(
    'says kindly that %s leads nowhere',
    async (code) => {
      const answer = await follow(code);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers.location).toBeUndefined();
    },
  );

  it('is a page in words for whoever mistyped', async () => {
    const answer = await follow('nobody');
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('This link leads nowhere');
  });
});
