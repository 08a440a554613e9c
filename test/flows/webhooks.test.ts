import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { claimErrands, forgetOldMessages } from '../../src/access/webhooks/verbs/deliver.ts';
import { getMessage, listMessages, redeliver } from '../../src/access/webhooks/verbs/messages.ts';
import { addWebhook, changeWebhook, getWebhook, removeWebhook } from '../../src/access/webhooks/verbs/webhooks.ts';
import { deliverWebhooks } from '../../src/flows/deliver-webhooks.ts';
import { DAY_MS, HOUR_MS } from '../../src/kernel/time.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { type Ctx, inTransaction } from '../../src/platform/ctx.ts';
import { emit } from '../../src/platform/outbox.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';

const LOCAL = { toPrivate: true, timeoutMs: 300 };
const FIRST = { page: 1, per_page: 50 };
type Heard = { headers: IncomingMessage['headers']; body: string; path: string };

/** A receiver that does what its path says, and remembers what it heard. */
async function startReceiver() {
  const heard: Heard[] = [];
  const behave: Record<string, (response: ServerResponse) => void> = {
    '/fine': (response) => response.writeHead(204).end(),
    '/broken': (response) => response.writeHead(500).end('out of order'),
    '/moved': (response) => response.writeHead(302, { location: '/fine' }).end(),
    '/gone': (response) => response.writeHead(410).end(),
    '/silent': () => {},
    '/cut': (response) => response.destroy(),
    '/endless': (response) => void response.writeHead(200).write('x'.repeat(100_000)),
  };
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push({ headers: request.headers, body, path: request.url ?? '' });
    behave[request.url ?? '']?.(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { at: (path: string) => `http://127.0.0.1:${port}${path}`, heard, close };
}

describe('a webhook', () => {
  const clock = settableClock('2026-03-01T00:00:00Z');
  let test: TestApp;
  let ctx: Ctx;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let added: string[] = [];

  beforeAll(async () => {
    test = await openTestApp({ clock });
    ctx = test.product.systemCtx('test');
    receiver = await startReceiver();
  });
  afterEach(async () => {
    for (const id of added) await removeWebhook(ctx, id);
    added = [];
    receiver.heard.length = 0;
  });
  afterAll(async () => {
    receiver.close();
    await test.close();
  });

  const add = async (path: string) => {
    const made = await addWebhook(
      ctx,
      { url: receiver.at(path), topics: ['partner.state_changed'], description: '' },
      LOCAL,
    );
    added.push(made.webhook.id);
    return { id: made.webhook.id, secret: made.secret };
  };
  const happen = () => emit(ctx, 'partner.state_changed', { partner_id: 'pa_1', state: 'approved' });
  /** Rounds until nothing is due. */
  const rounds = async () => {
    while (await deliverWebhooks(ctx, LOCAL));
  };
  const only = async (id: string) => (await listMessages(ctx, id, FIRST)).items[0];

  it('gets a signed message for what it listens to, once', async () => {
    const { id, secret } = await add('/fine');
    await happen();
    await emit(ctx, 'ask.sent', { ask_id: 'ak_1' });
    await rounds();
    await rounds();
    expect(receiver.heard).toHaveLength(1);
    const { headers, body } = receiver.heard[0] as Heard;
    expect(JSON.parse(body)).toEqual({
      type: 'partner.state_changed',
      timestamp: clock.now().toISOString(),
      data: { partner_id: 'pa_1', state: 'approved' },
    });
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(signed)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
    expect(headers['content-type']).toBe('application/json');
    expect(await only(id)).toMatchObject({ state: 'delivered', attempts: 1, last_status: 204 });
  });

  it('hears nothing of a change that was taken back', async () => {
    await add('/fine');
    const failing = inTransaction(ctx, async (inner) => {
      await emit(inner, 'partner.state_changed', {});
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await rounds();
    expect(receiver.heard).toEqual([]);
  });

  it.each([
    ['/broken', 500, 'it answered 500'],
    ['/moved', 302, 'redirect'],
    ['/silent', null, 'no answer within 0.3 s'],
    ['/cut', null, 'cut'],
  ])('at %s fails with its reason, waits, and is tried again with the same id', async (path, status, reason) => {
    const { id } = await add(path);
    await happen();
    await rounds();
    expect(receiver.heard).toHaveLength(1);
    const waiting = await only(id);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, last_status: status });
    expect(waiting?.last_error).toMatch(new RegExp(reason === 'cut' ? 'cut|hang up' : reason));
    clock.advance(5000);
    await rounds();
    expect(receiver.heard.map(({ headers }) => headers['webhook-id'])).toEqual([
      waiting?.outbox_id,
      waiting?.outbox_id,
    ]);
    expect(receiver.heard.every((heard) => heard.path === path)).toBe(true);
  });

  it('has delivered when it answers 200 and never ends its answer', async () => {
    const { id } = await add('/endless');
    await happen();
    await rounds();
    expect(await only(id)).toMatchObject({ state: 'delivered', last_status: 200 });
    const { log } = await getMessage(ctx, (await only(id))?.id ?? '');
    expect(log[0]?.answer).toHaveLength(1000);
  });

  it('gives a message up after ten attempts and sends it again when asked', async () => {
    const { id } = await add('/broken');
    await happen();
    for (let round = 0; round < 12; round++) {
      await rounds();
      clock.advance(DAY_MS);
      if ((await getWebhook(ctx, id)).state !== 'on') await changeWebhook(ctx, id, { state: 'on' }, LOCAL);
    }
    const given = await only(id);
    expect(receiver.heard).toHaveLength(10);
    expect(given).toMatchObject({ state: 'failed', attempts: 10 });
    await changeWebhook(ctx, id, { url: receiver.at('/fine') }, LOCAL);
    await redeliver(ctx, given?.id ?? '');
    await rounds();
    expect(await only(id)).toMatchObject({ state: 'delivered', attempts: 11, last_error: null });
    expect((await getMessage(ctx, given?.id ?? '')).log.map(({ status }) => status).slice(0, 2)).toEqual([204, 500]);
  });

  it('is switched off after days of failures; the owners are told, and what waited goes out when it is on again', async () => {
    const owner = (await test.memberHeaders('owner', 'owner@customer.net')) && 'owner@customer.net';
    const { id } = await add('/broken');
    for (let day = 0; day <= 5; day++) {
      await happen();
      await rounds();
      clock.advance(DAY_MS);
    }
    expect((await getWebhook(ctx, id)).state).toBe('failing');
    const mails = await ctx.db.selectFrom('mails').selectAll().where('kind', '=', 'webhook-off').execute();
    expect(mails.map(({ to_address }) => to_address)).toEqual([owner]);
    expect(mails[0]?.body_text).toContain('it answered 500');
    await rounds();
    const before = receiver.heard.length;
    clock.advance(DAY_MS);
    await rounds();
    expect(receiver.heard).toHaveLength(before);
    await changeWebhook(ctx, id, { state: 'on', url: receiver.at('/fine') }, LOCAL);
    await rounds();
    expect((await listMessages(ctx, id, { ...FIRST, state: 'waiting' })).total).toBe(0);
    expect((await getWebhook(ctx, id)).failing_since).toBeNull();
  });

  it('is switched off at once when it answers that it is gone', async () => {
    const { id } = await add('/gone');
    await happen();
    await rounds();
    expect((await getWebhook(ctx, id)).state).toBe('gone');
  });

  it('is not held up by another that never answers', async () => {
    await add('/silent');
    const { id } = await add('/fine');
    for (let n = 0; n < 8; n++) await happen();
    await deliverWebhooks(ctx, LOCAL);
    await deliverWebhooks(ctx, LOCAL);
    expect((await listMessages(ctx, id, { ...FIRST, state: 'delivered' })).total).toBe(8);
  });

  it('gets a message whose sender died: its claim runs out', async () => {
    const { id } = await add('/fine');
    await happen();
    await deliverWebhooks({ ...ctx, tokens: { ...ctx.tokens, unseal: () => undefined } }, LOCAL);
    expect(await only(id)).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('secret') });
    clock.advance(5000);
    expect(await claimErrands(ctx)).toHaveLength(1);
    await rounds();
    expect(receiver.heard).toEqual([]);
    clock.advance(60_000);
    await rounds();
    expect(await only(id)).toMatchObject({ state: 'delivered' });
  });

  it('is managed over HTTP: the secret is shown once, addresses inside are refused, the old secret signs for a day', async () => {
    const headers = await test.memberHeaders('owner', 'second@customer.net');
    const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
      const answer = await test.app.inject({ method, url, headers, payload });
      return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
    };
    const inside = await call('POST', '/v1/webhooks', { url: receiver.at('/fine'), topics: ['*'] });
    expect(inside).toMatchObject({ status: 422, body: { field: 'url' } });
    expect(await call('POST', '/v1/webhooks', { url: 'https://a.io', topics: ['no.such'] })).toMatchObject({
      status: 422,
    });
    const made = await call('POST', '/v1/webhooks', { url: 'https://hooks.example.com/x', topics: ['ask.sent', '*'] });
    expect(made).toMatchObject({
      status: 201,
      body: { topics: ['*'], state: 'on', secret: expect.stringMatching(/^whsec_/) },
    });
    const path = `/v1/webhooks/${made.body.id}`;
    added.push(made.body.id);
    expect((await call('GET', path)).body).not.toHaveProperty('secret');
    const stored = await ctx.db.selectFrom('webhooks').selectAll().where('id', '=', made.body.id).executeTakeFirst();
    expect(JSON.stringify(stored)).not.toContain(made.body.secret.slice(6));
    const renewed = await call('POST', `${path}/secret`);
    expect(renewed.body.secret).not.toBe(made.body.secret);
    expect(renewed.body.old_secret_until).toBe(new Date(clock.now().getTime() + DAY_MS).toISOString());
    const sent = await call('POST', `${path}/test`);
    expect(sent).toMatchObject({ status: 202, body: { topic: 'webhook.test', state: 'waiting' } });
    expect((await claimErrands(ctx))[0]?.secrets).toHaveLength(2);
    clock.advance(DAY_MS + HOUR_MS);
    expect((await claimErrands(ctx))[0]?.secrets).toEqual([renewed.body.secret]);
    expect((await call('GET', `${path}/messages`)).body).toMatchObject({ total: 1, items: [{ id: sent.body.id }] });
    expect((await call('PATCH', path, { state: 'off' })).body).toMatchObject({ state: 'off' });
    expect(await call('POST', `/v1/webhook-messages/${sent.body.id}/redeliver`)).toMatchObject({ status: 409 });
    expect((await call('GET', '/v1/webhook-topics')).body.items.length).toBeGreaterThan(3);
  });

  it('forgets its messages after a month', async () => {
    const { id } = await add('/fine');
    await happen();
    await rounds();
    clock.advance(29 * DAY_MS);
    await forgetOldMessages(ctx);
    expect((await listMessages(ctx, id, FIRST)).total).toBe(1);
    clock.advance(2 * DAY_MS);
    await forgetOldMessages(ctx);
    expect((await listMessages(ctx, id, FIRST)).total).toBe(0);
  });
});
