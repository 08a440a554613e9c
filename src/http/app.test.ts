import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { makeLog } from '../platform/log.ts';
import { type App, type AppDeps, buildApp, type Routes } from './app.ts';

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

const full = Object.assign(new Error('could not extend file "base/5/1"'), { code: '53100' });
const fullFolder = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

const thingRoutes: Routes = (app) => {
  const body = z.object({ name: z.string().max(50), extra: z.unknown().optional() });
  app.post('/v1/things', { schema: { body }, config: { access: 'public' } }, (request) => request.body);
  const querystring = z.object({ q: z.string().optional() });
  app.get('/v1/things', { schema: { querystring }, config: { access: 'public' } }, (request) => request.query);
  app.get('/v1/things/:id', { config: { access: 'customers:read' } }, () => ({ secret: true }));
  app.get('/v1/forgotten', () => ({ secret: true }));
  app.get('/v1/full', { config: { access: 'public' } }, () => Promise.reject(full));
  app.get('/v1/full-folder', { config: { access: 'public' } }, () => Promise.reject(fullFolder));
  app.get('/v1/away', { config: { access: 'public' } }, () => Promise.reject(away));
  app.get('/v1/broken', { config: { access: 'public' } }, () => Promise.reject(new Error('the secret inside')));
  app.get('/page', { config: { access: 'public' } }, () => {
    throw new AppError('not_found', 'No <b>page</b> here.');
  });
};

const DEPS: AppDeps = {
  identify: async (request) =>
    request.headers.authorization === 'Bearer viewer'
      ? { actor: { kind: 'system', id: 'viewer' }, scopes: new Set(['customers:read']) }
      : undefined,
  makeCtx: () => ({}) as Ctx,
  log: makeLog('silent'),
  publicUrl: 'http://localhost:4400',
  sessionCookie: 'goodword.session_token',
  parts: { database: () => Promise.reject(away), intake: () => undefined },
  metricsToken: 'the-token',
};

describe('the HTTP shell', () => {
  let app: App;
  beforeAll(async () => {
    app = await buildApp(DEPS, [thingRoutes]);
  });
  afterAll(() => app.close());

  const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/v1/things',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });

  it.each([
    ['broken JSON', '{"name":', 400, /not JSON/],
    ['no body', '', 422, /body/],
    ['text that is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, /UTF-8/],
    ['a NUL character', '{"name":"a\\u0000b"}', 422, /name: .*NUL/],
    ['half a character', '{"name":"\\ud800"}', 422, /name: .*lone surrogate/],
    ['half a character as a field name', '{"extra":{"\\udc00":1}}', 422, /lone surrogate/],
    ['10,000 levels', `{"extra":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, /deeper than 64/],
    ['__proto__', '{"name":"a","extra":{"__proto__":{"admin":true}}}', 400, /__proto__/],
    ['a missing field', '{}', 422, /name/],
    ['too much text', JSON.stringify({ name: 'x'.repeat(51) }), 422, /name/],
    ['more than a megabyte', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, /large/],
  ])('refuses %s with problem+json that says what is wrong', async (_what, payload, status, detail) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, detail: expect.stringMatching(detail) });
  });

  it('refuses a content type it cannot read, and a NUL or broken escape in an address', async () => {
    const xml = await post('<name/>', { 'content-type': 'application/xml' });
    expect(xml.json()).toMatchObject({ status: 400, hint: expect.stringContaining('application/json') });
    expect((await app.inject({ url: '/v1/things?q=%00' })).json()).toMatchObject({ status: 422, field: 'q' });
    for (const url of ['/v1/things/%ff', '/%', '/assets/%']) {
      const answer = await app.inject({ url });
      expect([answer.statusCode, answer.headers['content-type']], url).toEqual([400, 'application/problem+json']);
    }
  });

  it('keeps every whole character as it was sent', async () => {
    const name = 'Ő 😀 \u202e العربية';
    expect((await post(JSON.stringify({ name }))).json()).toEqual({ name });
  });

  it('opens a route that forgot to say for whom to nobody outside', async () => {
    expect((await app.inject({ url: '/v1/forgotten' })).statusCode).toBe(401);
    expect((await app.inject({ url: '/v1/things/1' })).statusCode).toBe(401);
    const headers = { authorization: 'Bearer viewer' };
    expect((await app.inject({ url: '/v1/things/1', headers })).statusCode).toBe(200);
  });

  it.each(['/v1/full', '/v1/full-folder'])(
    'answers 503 at %s, says that the disk is full and what to do',
    async (url) => {
      const answer = await app.inject({ url });
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({
        detail: expect.stringMatching(/disk .* full/),
        hint: expect.stringContaining('Free space'),
      });
    },
  );

  it('answers 503 with Retry-After while the database is away, and 500 without the inside of a failure', async () => {
    const unavailable = await app.inject({ url: '/v1/away' });
    expect([unavailable.statusCode, unavailable.headers['retry-after']]).toEqual([503, '5']);
    const ready = await app.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.json().parts]).toEqual([
      503,
      { database: { ok: false, reason: 'ECONNREFUSED' }, intake: { ok: true } },
    ]);
    expect((await app.inject({ url: '/readyz?part=intake' })).statusCode).toBe(200);
    const typo = await app.inject({ url: '/readyz?part=databse' });
    expect([typo.statusCode, typo.json().detail]).toEqual([404, expect.stringContaining('database, intake')]);
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
    const broken = await app.inject({ url: '/v1/broken' });
    expect(broken.statusCode).toBe(500);
    expect(broken.body).not.toContain('secret');
  });

  it('shows its counters to who brings the token, and to nobody else that they exist', async () => {
    const read = (authorization?: string) =>
      app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} });
    for (const wrong of [undefined, 'Bearer viewer', 'Bearer the-token2'])
      expect((await read(wrong)).statusCode).toBe(404);
    const { statusCode, body, headers } = await read('Bearer the-token');
    expect([statusCode, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
    expect(body).toContain('# TYPE goodword_edge_lag_seconds gauge');
    expect(body).toMatch(/goodword_http_seconds_count\{method="GET",route="\/metrics",status="404"\} 3/);
    expect(body).not.toContain('the-token');
  });

  it('refuses a page to a person in words, as a page that runs nothing of theirs', async () => {
    const answer = await app.inject({ url: '/page', headers: { accept: 'text/html,*/*' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('No &lt;b&gt;page&lt;/b&gt; here.');
    expect((await app.inject({ url: '/page' })).json()).toMatchObject({ status: 404 });
  });

  it('says on every answer which request it was, and lets no script from elsewhere run', async () => {
    const { headers } = await app.inject({ url: '/healthz' });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('http');
  });

  it('describes itself in OpenAPI 3.1: who may call, and how a refusal looks', async () => {
    const document = (await app.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/v1/things'].post.security).toEqual([]);
    expect(document.paths['/v1/things/{id}'].get.security).toEqual([{ key: [] }, { session: [] }]);
    expect(document.paths['/v1/things/{id}'].get.responses.default.content).toHaveProperty([
      'application/problem+json',
    ]);
    expect((await app.inject({ url: '/docs' })).body).not.toMatch(/(src|href)="https?:/);
  });
});

describe('the web apps', () => {
  let webDir: string;
  let built: App;
  let bare: App;
  beforeAll(async () => {
    webDir = mkdtempSync(join(tmpdir(), 'goodword-web-'));
    mkdirSync(join(webDir, 'assets'));
    mkdirSync(join(webDir, 'portal'));
    writeFileSync(join(webDir, 'index.html'), 'the console');
    writeFileSync(join(webDir, 'portal/index.html'), 'the portal');
    writeFileSync(join(webDir, 'assets/app-1a2b.js'), 'run()');
    built = await buildApp({ ...DEPS, webDir }, []);
    bare = await buildApp({ ...DEPS, webDir: join(webDir, 'nowhere') }, []);
  });
  afterAll(async () => {
    await built.close();
    await bare.close();
    rmSync(webDir, { recursive: true });
  });

  it.each([
    ['/', 'the console'],
    ['/accounts/ac_1?tab=usage', 'the console'],
    ['/portal', 'the portal'],
    ['/portal/payouts', 'the portal'],
    ['/portals', 'the console'],
  ])('answer %s with %s, never from a cache', async (url, page) => {
    const answer = await built.inject({ url });
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([200, page, 'no-cache']);
  });

  it('are kept by browsers for a year, because their names change with their content', async () => {
    const { headers } = await built.inject({ url: '/assets/app-1a2b.js' });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/assets/gone.js',
    '/v1/nothing',
    '/favicon.ico',
    '/assets/../index.html',
    '/assets/%2e%2e/%2e%2e/package.json',
  ])('do not answer %s with a page', async (url) => {
    const answer = await built.inject({ url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json']);
  });

  it('say how to build them when they are not built', async () => {
    const answer = await bare.inject({ url: '/' });
    expect([answer.statusCode, answer.body.includes('npm run build-web')]).toEqual([503, true]);
  });
});
