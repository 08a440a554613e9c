import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Door } from '../../src/edge/edge.ts';
import { type LinkCache, openLinkCache } from '../../src/edge/link-cache.ts';
import { redirectDoor } from '../../src/edge/redirect.ts';
import { frontServer } from '../../src/http/shell.ts';
import type { Click } from '../../src/partners/clicks/model.ts';
import { changeLink, createLink } from '../../src/partners/links/service.ts';
import { suspendPartner } from '../../src/partners/partners/service.ts';
import type { Database } from '../../src/platform/database.ts';
import { openGeography } from '../../src/platform/geography.ts';
import { makeDb, makePool } from '../../src/platform/postgres.ts';
import { addPartner, makeLiveProgramme, type Partnered } from '../flows/partner-company.fixture.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { countryDatabase } from './country-database.fixture.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('redirects of an edge', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gw-edge-'));
  const file = join(folder, 'links.jsonl');
  let database: Database;
  let ctx: TestCtx;
  let partner: Partnered;
  let links: LinkCache;
  let server: Server;
  const kept: Click[] = [];
  let append = async (click: Click) => void kept.push(click);

  const openServer = async (links: LinkCache) => {
    const door = redirectDoor({
      links,
      append: (payload) => append(JSON.parse(Buffer.from(payload).toString()) as Click),
      tokens: ctx.tokens,
      clock: ctx.clock,
      callerOf: (req) => String(req.headers['x-forwarded-for'] ?? '203.0.113.9'),
      countryOf: await openGeography(join(folder, 'countries.mmdb')),
    });
    const front = { ...door, handle: (...request: Parameters<Door['handle']>) => door.handle(...request) !== false };
    const server = frontServer(front, (_req, res) => res.writeHead(404).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const urlOf = (server: Server, code: string) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/r/${code}`;
  const visit = async (code: string, from = '203.0.113.9', at = server) => {
    const headers = { 'user-agent': BROWSER, 'x-forwarded-for': from };
    const answer = await fetch(urlOf(at, code), { redirect: 'manual', headers });
    const to = URL.parse(answer.headers.get('location') ?? '');
    return { status: answer.status, to, token: to?.searchParams.get('gw_click'), body: await answer.text() };
  };
  const newLink = () => createLink(ctx, { programme_id: partner.programmeId, partner_id: partner.partnerId });

  beforeAll(async () => {
    writeFileSync(join(folder, 'countries.mmdb'), countryDatabase({ 203: 'HU', 198: 'US' }));
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2026-03-01T12:00:00Z' });
    partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
    links = await openLinkCache({ ctx, pool: database.pool, file });
    server = await openServer(links);
  });
  afterAll(async () => {
    server.close();
    await links.stop();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  it('sends nobody on before the click is kept', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const order: string[] = [];
    append = async () => {
      await promise;
      order.push('kept');
    };
    const answered = visit(partner.code).then(() => order.push('sent'));
    await new Promise((resolve) => setImmediate(resolve));
    resolve();
    await answered;
    expect(order).toEqual(['kept', 'sent']);
  });

  it('sends visitors on with their token when the disk takes nothing', async () => {
    append = () => Promise.reject(new Error('ENOSPC'));
    const { status, token } = await visit(partner.code);
    expect([status, ctx.tokens.read('click', token ?? '')]).toEqual([
      302,
      expect.objectContaining({ link: partner.linkId, partner: partner.partnerId }),
    ]);
    append = async (click) => void kept.push(click);
  });

  it('leads visitors by their country, and keeps nothing of where they are', async () => {
    const { id, code } = await newLink();
    await changeLink(ctx, id, {
      target_rules: [{ countries: ['HU'], devices: ['desktop'], target_url: 'https://product.example/hu' }],
    });
    const at = async (address: string) => (await visit(code, address)).to?.pathname;
    expect([await at('203.0.113.9'), await at('198.51.100.1'), await at('::1'), await at('')]).toEqual([
      '/hu',
      '/start',
      '/start',
      '/start',
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/203\.0\.113|198\.51|HU/);
  });

  it('says kindly that what no browser would send leads nowhere, and goes on', async () => {
    const { port } = server.address() as AddressInfo;
    for (const path of [
      '/r/%E0%A4%A',
      '/r/a\tb',
      '/r/../../etc/passwd',
      '/r//evil.example',
      `/r/${'%00'.repeat(3000)}`,
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    expect((await visit(partner.code)).status).toBe(302);
  });

  it('knows a link by its code with a slash behind it, as some programs write addresses', async () => {
    expect((await visit(`${partner.code}/`)).status).toBe(302);
    expect((await visit(`${partner.code}//`)).status).toBe(404);
  });

  it('asks the database once for all who come with the same unknown code', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => visit('nobody-has-this')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(links.peek('nobody-has-this')).toBeNull();
    await createLink(ctx, {
      programme_id: partner.programmeId,
      partner_id: partner.partnerId,
      code: 'nobody-has-this',
    });
    expect((await visit('nobody-has-this')).status).toBe(302);
  });

  // The embedded database belongs to one process.
  it.skipIf(!inject('serverDir'))('hears what another process changed', async () => {
    const pool = makePool(database.pool.options);
    const elsewhere = await openLinkCache({ ctx, pool, file: join(folder, 'elsewhere.jsonl') });
    const there = await openServer(elsewhere);
    const other = await addPartner(ctx, partner.programmeId, 'bob@partner.example');
    expect((await visit(other.code, undefined, there)).token).toBeTruthy();
    await suspendPartner(ctx, other.partnerId, { reason: 'test' });
    await expect.poll(async () => (await visit(other.code, undefined, there)).token).toBeNull();
    there.close();
    await elsewhere.stop();
    await pool.end();
  });

  it('redirects while the database is away, and after a restart meanwhile', async () => {
    const { code } = await newLink();
    expect((await visit(code)).status).toBe(302);
    await links.stop();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const away = makePool({ host: folder, connectMs: 500 });
    const dead: TestCtx = { ...ctx, db: makeDb(away) };
    const again = await openLinkCache({ ctx: dead, pool: away, file });
    const restarted = await openServer(again);
    const { status, token } = await visit(code, undefined, restarted);
    expect([status, typeof token]).toEqual([302, 'string']);
    expect((await visit('made-elsewhere', undefined, restarted)).status).toBe(503);
    expect((await visit('made-elsewhere', undefined, restarted)).body).toContain('try again');
    restarted.close();
    await again.stop();
    await away.end();
  });

  it('starts with what can be read when the file of links is damaged', async () => {
    writeFileSync(file, `{"code":"half`);
    links = await openLinkCache({ ctx, pool: database.pool, file });
    const fresh = await openServer(links);
    expect((await visit(partner.code, undefined, fresh)).status).toBe(302);
    fresh.close();
  });
});
