import { gzipSync } from 'node:zlib';
import { Analytics } from '@segment/analytics-node';
import { PostHog } from 'posthog-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey, revokeKey } from '../../src/access/keys/service.ts';
import { BATCH_BYTES, BATCH_EVENTS } from '../../src/customers/events/model.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';

describe('the doors for events', () => {
  const clock = settableClock(new Date().toISOString());
  let goodword: TestApp;
  let ctx: Ctx;
  let host: string;
  let key: { id: string; secret: string };

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    host = await goodword.app.listen({ port: 0, host: '127.0.0.1' });
    key = await makeKey();
    await post('/v1/events', { key: key.secret, type: 'group', user_id: 'u1', account_id: 'acme' });
    await goodword.product.edge.drained();
  });
  afterAll(() => goodword.close());

  async function makeKey(is_public = false) {
    const made = await createKey(ctx, { name: 'events', scopes: ['events:write'], is_public });
    // An unknown key is looked for once a second at most.
    clock.advance(1_000);
    return { id: made.key.id, secret: made.secret };
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${host}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    });
  const bearer = () => ({ authorization: `Bearer ${key.secret}` });
  /** What is counted under a feature, once everything that was acknowledged is in the database. */
  const counted = async (feature: string) => {
    await goodword.product.edge.drained();
    const { rows } = await goodword.product.database.pool.query(
      'select count(*)::int as n from usage_events where feature = $1',
      [feature],
    );
    return rows[0].n;
  };

  it('take what the unmodified Segment client for Node sends', async () => {
    const client = new Analytics({ host, path: '/v1/batch', writeKey: key.secret, flushAt: 7 });
    const errors: unknown[] = [];
    client.on('error', (error) => errors.push(error));
    client.group({ userId: 's1', groupId: 'segmented', traits: { name: 'Segmented' } });
    client.identify({ userId: 's1', traits: { email: 'sam@segmented.example' } });
    client.alias({ previousId: 'visitor-s', userId: 's1' });
    client.page({ userId: 's1', name: 'Docs' });
    client.screen({ userId: 's1', name: 'Home' });
    for (let n = 0; n < 40; n += 1) client.track({ userId: 's1', event: 'Segment tracked', properties: { n } });
    client.track({ anonymousId: 'visitor-s', event: 'Segment tracked' });
    await client.closeAndFlush();
    expect(errors).toEqual([]);
    expect(await counted('Segment tracked')).toBe(41);
    expect([await counted('Page: Docs'), await counted('Screen: Home')]).toEqual([1, 1]);
  });

  it('take what the unmodified PostHog client for Node sends, gzipped', async () => {
    const client = new PostHog(key.secret, { host, flushAt: 9 });
    client.groupIdentify({ groupType: 'company', groupKey: 'hogs', properties: { name: 'Hogs' } });
    client.identify({ distinctId: 'h1', properties: { email: 'h@hogs.example' } });
    for (let n = 0; n < 30; n += 1)
      client.capture({ distinctId: 'h1', event: 'Hog tracked', groups: { company: 'hogs' }, properties: { n } });
    client.capture({ distinctId: 'h1', event: 'Hog tracked' });
    await client.shutdown();
    expect(await counted('Hog tracked')).toBe(31);
    const { rows } = await goodword.product.database.pool.query(
      `select a.name, p.email from people p join accounts a on a.id = p.account_id where p.external_id = 'h1'`,
    );
    expect(rows).toEqual([{ name: 'Hogs', email: 'h@hogs.example' }]);
  });

  it('take our own events, the key as Bearer or in the body', async () => {
    const event = { event: 'Own', user_id: 'u1', occurred_at: clock.now().toISOString() };
    expect((await post('/v1/events', { events: [event, event] }, bearer())).status).toBe(200);
    expect((await post('/v1/events', { ...event, key: key.secret }, { 'content-type': 'text/plain' })).status).toBe(
      200,
    );
    expect(await counted('Own')).toBe(3);
  });

  it('answer pages of other sites, and tell Segment’s script where to send', async () => {
    const asked = { 'access-control-request-headers': 'authorization', origin: 'https://shop.example' };
    const preflight = await fetch(`${host}/v1/t`, { method: 'OPTIONS', headers: asked });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization');
    const settings = await fetch(`${host}/v1/projects/${key.secret}/settings`);
    expect(await settings.json()).toMatchObject({
      integrations: { 'Segment.io': { apiKey: key.secret, apiHost: expect.stringMatching(/\/v1$/), protocol: 'http' } },
    });
    expect((await fetch(`${host}/v1/batch`)).status).toBe(405);
  });

  it('know a key that was just made, and forget one that was revoked', async () => {
    const other = await makeKey(true);
    const send = () => post('/v1/batch', { writeKey: other.secret, batch: [] });
    expect((await send()).status).toBe(200);
    await revokeKey(ctx, other.id);
    clock.advance(5_000);
    await send();
    await expect.poll(async () => (await send()).status).toBe(401);
  });

  it('say nothing to who has no key', async () => {
    const { secret } = (await createKey(ctx, { name: 'other', scopes: ['track:write'] })) as { secret: string };
    clock.advance(1_000);
    for (const authorization of ['Bearer gw_none', `Bearer ${secret}`, 'Basic !!', `Basic ${'x'.repeat(400)}`]) {
      const answer = await post('/v1/batch', { batch: [] }, { authorization });
      expect([answer.status, await answer.json()]).toEqual([401, { error: 'Unauthorized.' }]);
    }
    expect((await post('/batch/', { batch: [] })).status).toBe(401);
    expect((await post('/v1/events', { key: '__proto__' })).status).toBe(401);
  });

  const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  it.each([
    ['a body that is not JSON', '{"batch":[', 400, {}],
    ['a list instead of an object', '[]', 400, {}],
    ['nothing', '', 400, {}],
    ['bytes that are no text', new Uint8Array([123, 34, 255, 34, 125]), 400, {}],
    ['another type', '{}', 400, { 'content-type': 'image/png' }],
    ['an unknown encoding', '{}', 400, { 'content-encoding': 'br' }],
    ['what only claims to be gzip', '{}', 400, { 'content-encoding': 'gzip' }],
    ['more than 500 KB', JSON.stringify({ batch: ['x'.repeat(BATCH_BYTES)] }), 413, {}],
    ['500 KB that inflate to 100 MB', gzipSync(Buffer.alloc(100_000_000, 32)), 413, { 'content-encoding': 'gzip' }],
    ['more than 2,500 events', JSON.stringify({ batch: Array(BATCH_EVENTS + 1).fill(1) }), 413, {}],
    [
      'an event nested 10,000 deep',
      `{"batch":[{"type":"track","event":"Deep","userId":"u1","properties":${nested}}]}`,
      200,
      {},
    ],
    ['a batch that is no list', '{"batch":{"length":1e9}}', 200, {}],
    ['a batch of anything but events', '{"batch":[1,null,"x",[],{"type":7},{"type":"track","event":{}}]}', 200, {}],
  ])('give an answer to %s', async (_what, body, status, headers) => {
    const answer = await post('/v1/batch', body, { ...bearer(), ...headers });
    expect([answer.status, typeof (await answer.json())]).toEqual([status, 'object']);
  });

  it('lose nothing of a batch of which one event is bad', async () => {
    const good = { type: 'track', event: 'Beside bad', userId: 'u1' };
    const batch = [good, { type: 'track', event: 'x\0', userId: 'u1' }, 'bad', good];
    expect((await post('/v1/batch', { batch }, bearer())).status).toBe(200);
    expect(await counted('Beside bad')).toBe(2);
    const manager = await goodword.memberHeaders('manager');
    const page = await goodword.app.inject({ url: '/v1/event-quarantine?reason=bad_text', headers: manager });
    expect(page.json().items).toMatchObject([{ reason_code: 'bad_text', reason: expect.stringMatching(/character/) }]);
    const replay = await goodword.app.inject({
      method: 'POST',
      url: '/v1/event-quarantine/replay',
      headers: manager,
      payload: { reason: 'bad_text' },
    });
    expect(replay.json()).toEqual({ tried: 1, used: 0 });
  });

  it('ask who sends too much to come back later, and nobody else', async () => {
    const [busy, other] = [await makeKey(), await makeKey()];
    const events = Array(2_500).fill({ event: 'Busy', user_id: 'u1' });
    const statuses = new Map<number, number>();
    let retry: string | null = null;
    for (let n = 0; n < 10; n += 1) {
      const answer = await post('/v1/events', { key: busy.secret, events: events.slice(0, 2_500) });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      retry ??= answer.status === 429 ? answer.headers.get('retry-after') : null;
    }
    // Two seconds of 10,000 events are saved up: eight requests of 2,500.
    expect(Object.fromEntries(statuses)).toEqual({ 200: 8, 429: 2 });
    expect(retry).toBe('1');
    expect((await post('/v1/events', { key: other.secret, event: 'x', user_id: 'u1' })).status).toBe(200);
    clock.advance(2_000);
    expect((await post('/v1/events', { key: busy.secret, events: [] })).status).toBe(200);
  });
});
