import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSnippet } from '../../scripts/build-snippet.ts';
import { createKey } from '../../src/access/keys/service.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { openBrowser, openVisit } from '../harness/browser.ts';
import { freePort } from '../harness/command.ts';

const SEGMENT = join(
  dirname(createRequire(import.meta.url).resolve('@segment/analytics-next/package.json')),
  'dist/umd',
);
const KB = 1_000;

describe('a customer’s site in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gw-site-'));
  const faults: string[] = [];
  const posted: string[] = [];
  let goodword: TestApp;
  let browser: Browser;
  let site: Server;
  let base: string;
  let host: string;
  let key: string;

  beforeAll(async () => {
    await buildSnippet(folder);
    const port = await freePort();
    goodword = await openTestApp({ port });
    await goodword.app.listen({ host: 'localhost', port });
    host = `localhost:${port}`;
    const scopes: ['events:write'] = ['events:write'];
    key = (await createKey(goodword.product.systemCtx('test'), { name: 'site', scopes, is_public: true })).secret;
    site = createServer((req, res) => serve(req.url ?? '/', res)).listen(0, '127.0.0.1');
    site.on('request', (req) => req.on('data', (data) => posted.push(String(data))));
    await new Promise((resolve) => site.once('listening', resolve));
    base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    site.close();
    await goodword.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function serve(url: string, res: import('node:http').ServerResponse): void {
    const { pathname } = new URL(url, 'http://site');
    if (pathname === '/gw.js') return void res.end(readFileSync(join(folder, 'gw.js')));
    if (pathname.startsWith('/umd/')) return void res.end(readFileSync(join(SEGMENT, pathname.slice(5))));
    res.setHeader('content-type', 'text/html');
    res.end(pathname.startsWith('/segment') ? segmentPage() : ownPage(pathname === '/careful'));
  }
  const segmentPage = () => `<!doctype html><title>Shop</title><script src="/umd/index.js"></script>`;
  const ownPage = (careful: boolean) => `<!doctype html><title>Shop</title>
    <script>window.gw = function () { (gw.q = gw.q || []).push(arguments) }; gw('track', 'Early')</script>
    <script src="/gw.js" data-key="${key}" data-host="http://${host}" ${careful ? 'data-consent="required"' : ''}></script>
    <form method="post" action="/sign-up"><button>Go</button></form>`;
  const visit = () => openVisit(browser, { faults });
  /** What is counted for the user, once everything that was acknowledged is in the database. */
  const counted = async (user: string): Promise<Record<string, number>> => {
    await goodword.product.edge.drained();
    const { rows } = await goodword.product.database.pool.query(
      `select u.feature, count(*)::int as n from usage_events u join accounts a on a.id = u.account_id
       where a.external_id = $1 group by 1`,
      [user],
    );
    return Object.fromEntries(rows.map(({ feature, n }) => [feature, n]));
  };
  const gw = (page: Page, ...call: unknown[]) =>
    page.evaluate((call) => (window as unknown as { gw(...call: unknown[]): void }).gw(...call), call);

  it('sends events with the unmodified Segment script', async () => {
    const page = await visit();
    await page.goto(`${base}/segment`);
    await page.evaluate(
      async ({ key, host }) => {
        const { AnalyticsBrowser } = (window as unknown as { AnalyticsNext: typeof import('@segment/analytics-next') })
          .AnalyticsNext;
        const integrations = { 'Segment.io': { apiHost: `${host}/v1`, protocol: 'http' as const } };
        const [analytics] = await AnalyticsBrowser.load({ writeKey: key, cdnURL: `http://${host}` }, { integrations });
        await analytics.page('Home');
        await analytics.track('Clicked', { n: 1 });
        await analytics.identify('b1', { email: 'b@browser.example' });
        await analytics.group('browsed', { name: 'Browsed' });
        await analytics.track('Clicked', { n: 2 });
      },
      { key, host },
    );
    await expect.poll(() => counted('browsed'), { timeout: 20_000 }).toEqual({ Clicked: 2, 'Page: Home': 1 });
  });

  it('sends events with our own script, and hands the visitor’s token to its server with its forms', async () => {
    const page = await visit();
    await page.goto(`${base}/?gw_click=token.1&via=ann&utm_source=news`);
    await gw(page, 'identify', 'o1', { name: 'Olga' });
    await gw(page, 'group', 'owned', { name: 'Owned' });
    await gw(page, 'track', 'Bought', { n: 1 });
    await expect.poll(() => counted('owned'), { timeout: 20_000 }).toEqual({ Early: 1, Bought: 1, 'Page viewed': 1 });
    await page.goto(`${base}/later`);
    await page.getByRole('button', { name: 'Go' }).click();
    await expect.poll(() => posted.join()).toBe('gw_click=token.1&gw_via=ann');
    const [cookie] = await page.context().cookies();
    expect(JSON.parse(decodeURIComponent(cookie?.value ?? ''))).toMatchObject({
      user: 'o1',
      first: { utm: { source: 'news' }, via: 'ann' },
    });
  });

  it('keeps and sends nothing before the visitor agreed', async () => {
    const page = await visit();
    await page.goto(`${base}/careful`);
    await gw(page, 'track', 'Unseen');
    expect(await page.context().cookies()).toEqual([]);
    await gw(page, 'consent', true);
    await gw(page, 'identify', 'c1');
    await gw(page, 'group', 'careful');
    await gw(page, 'track', 'Agreed');
    await expect.poll(() => counted('careful'), { timeout: 20_000 }).toEqual({ Agreed: 1, 'Page viewed': 1 });
    await gw(page, 'consent', false);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('loads no more than 3 kB', () => {
    expect(gzipSync(readFileSync(join(folder, 'gw.js'))).length).toBeLessThan(3 * KB);
    expect(faults).toEqual([]);
  });
});
