import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { makeBasics } from '../../src/compose-basics.ts';
import { composeEdge, openEdge } from '../../src/compose-edge.ts';
import { readConfig } from '../../src/config.ts';
import { frontServer } from '../../src/http/shell.ts';
import type { Database } from '../../src/platform/database.ts';
import { makeLog } from '../../src/platform/log.ts';
import { openTestDatabase } from '../harness/db.ts';
import { mountDisk } from '../harness/small-disk.ts';
import { type Furniture, furnish, judge, makeClients, SOUND } from './edge-life.fixture.ts';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const SECRET = 'test-secret-of-32-characters-long';

describe('the edge', () => {
  let database: Database;
  let furniture: Furniture;
  const folders: string[] = [];
  beforeAll(async () => {
    database = await openTestDatabase();
    furniture = await furnish(database);
  });
  afterAll(async () => {
    await database.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'gw-edge-'));
    folders.push(folder);
    return folder;
  };
  const listen = async (server: Server) => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const end = async (server: Server) => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  /** An edge in this process, on the test's database. */
  const open = async (folder: string) => {
    const config = readConfig({ GOODWORD_DATA: folder, GOODWORD_SECRET: SECRET });
    const { pool, db } = database;
    const { systemCtx } = makeBasics({ config, log: makeLog('silent'), pool, db });
    const edge = await openEdge({ config, systemCtx, pool, webDir: '', mayStore: () => {} });
    const server = frontServer(edge, (_req, res) => res.writeHead(404).end());
    const url = await listen(server);
    return { edge, url, stop: () => end(server).then(edge.stop) };
  };
  const follow = (url: string, code = furniture.code) =>
    fetch(`${url}/r/${code}`, { redirect: 'manual', headers: BROWSER });
  const send = (url: string, ids: readonly string[], at = new Date()) =>
    fetch(`${url}/v1/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${furniture.key}` },
      body: JSON.stringify({
        batch: ids.map((messageId) => ({
          type: 'track',
          userId: 'u1',
          event: `Did ${messageId.length}`,
          messageId,
          timestamp: at,
        })),
      }),
    });
  const count = async (text: string) => Number((await database.pool.query(text)).rows[0].count);

  it('counts an event once however often and across whatever starts it is sent, and its days as they would be recounted', async () => {
    const folder = newFolder();
    const sent: string[] = [];
    for (let start = 0; start < 3; start += 1) {
      const { url, stop } = await open(folder);
      for (let batch = 0; batch < 6; batch += 1) {
        const fresh = Array.from({ length: 70 }, (_, index) => `${'x'.repeat(index % 3)}${start}:${batch}:${index}`);
        const again = Array.from(
          { length: 30 },
          (_, index) => sent[(index * 7919 + batch) % sent.length] ?? `first${index}`,
        );
        const at = new Date(Date.now() - batch * 11 * 3_600_000);
        expect((await send(url, [...fresh, ...again], at)).status).toBe(200);
        sent.push(...fresh, ...again);
      }
      await stop();
    }
    const ids = [...new Set(sent)];
    expect(await count('select count(*) from usage_events')).toBe(ids.length);
    const recount = await database.pool.query(
      `select account_id, (occurred_at at time zone 'UTC')::date as on_date, feature, count(*) as events, sum(quantity)::bigint as quantity
       from usage_events group by 1, 2, 3 order by 1, 2, 3`,
    );
    const kept = await database.pool.query(
      'select account_id, on_date, feature, events, quantity from usage_daily order by 1, 2, 3',
    );
    expect(kept.rows).toEqual(recount.rows);
    expect(kept.rows.length).toBeGreaterThan(5);
    expect(await judge(database, { clicks: [], events: ids, refused: 0 })).toEqual(SOUND);
  });

  it('knows a link when the address names the host too, and says how links are followed', async () => {
    const { url, stop } = await open(newFolder());
    const ask = async (line: string) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.write(`${line} HTTP/1.1\r\nhost: x\r\nuser-agent: Firefox/140\r\nconnection: close\r\n\r\n`);
      return text(socket);
    };
    expect(await ask(`GET http://links.example/r/${furniture.code}`)).toMatch(/^HTTP\/1.1 302 /);
    expect(await ask('GET http://links.example')).toMatch(/^HTTP\/1.1 404 /);
    expect(await ask(`POST /r/${furniture.code}`)).toMatch(/^HTTP\/1.1 405 .*allow: GET, HEAD/s);
    await stop();
  });

  const disk = mountDisk(3);
  it.runIf(disk)(
    'on a full disk sends visitors on, refuses events for now, and loses nothing it acknowledged',
    async () => {
      const small = disk as NonNullable<typeof disk>;
      const { url, edge, stop } = await open(small.path);
      const clients = makeClients(url, furniture);
      await vi.waitFor(() => expect(clients.promised.clicks.length).toBeGreaterThan(3));
      small.leave(1 / 256);
      await vi.waitFor(() => expect(clients.promised.refused).toBeGreaterThan(3));
      const refused = await vi.waitFor(async () => {
        const answer = await send(url, ['late']);
        expect(answer.status).toBe(503);
        return answer;
      });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.text()).not.toContain('ENOSPC');
      const away = await follow(url);
      expect([away.status, new URL(away.headers.get('location') ?? '').host]).toEqual([302, 'product.example']);
      await vi.waitFor(() => expect(edge.check()).rejects.toMatchObject({ reason: 'ENOSPC' }));
      const { events } = clients.promised;
      await clients.stop();
      small.clear();
      await vi.waitFor(async () => expect((await send(url, ['after'])).status).toBe(200));
      await edge.drained();
      expect(await judge(database, { clicks: [], events: [...events, 'after'], refused: 0 })).toEqual(SOUND);
      await stop();
      small.remove();
    },
  );

  it.runIf(inject('serverDir'))(
    'starts while the database is away: known links and keys work, and all is stored later',
    async () => {
      const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
      const door = await doorTo(join(inject('serverDir') ?? '', '.s.PGSQL.5432'));
      const env = { GOODWORD_DATA: newFolder(), GOODWORD_SECRET: SECRET, LOG_LEVEL: 'silent' };
      const config = readConfig({
        ...env,
        DATABASE_URL: `postgres://goodword@127.0.0.1:${door.port}/${rows[0]?.name}`,
      });
      const first = await composeEdge(config, '');
      const there = await listen(first.server);
      expect([(await follow(there)).status, (await send(there, ['there'])).status]).toEqual([302, 200]);
      await end(first.server);
      await first.stop();
      door.close();
      const second = await composeEdge(config, '');
      const away = await listen(second.server);
      const clicksBefore = await count('select count(*) from clicks');
      const answers = await Promise.all([follow(away), send(away, ['away 1']), follow(away), send(away, ['away 2'])]);
      expect(answers.map(({ status }) => status)).toEqual([302, 200, 302, 200]);
      const unknown = await fetch(`${away}/v1/events`, { method: 'POST', headers: { authorization: 'Bearer gw_new' } });
      expect([unknown.status, Number(unknown.headers.get('retry-after')) > 0]).toEqual([503, true]);
      expect((await fetch(`${away}/readyz`)).status).toBe(200);
      expect(await count('select count(*) from clicks')).toBe(clicksBefore);
      door.open();
      await vi.waitFor(async () => expect(await count('select count(*) from clicks')).toBe(clicksBefore + 2), 20_000);
      expect(await count(`select count(*) from usage_events where id in ('there', 'away 1', 'away 2')`)).toBe(3);
      await end(second.server);
      await second.stop();
      door.remove();
    },
  );
});

/** A way to a unix socket that can be closed, with everybody who is on it. */
async function doorTo(path: string) {
  const on = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy();
    const behind = connect(path);
    for (const [one, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      on.add(one.pipe(other));
      one.on('error', () => other.destroy()).on('close', () => on.delete(one));
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const drop = () => {
    isOpen = false;
    for (const socket of on) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    open: () => {
      isOpen = true;
    },
    close: drop,
    remove: () => {
      drop();
      server.close();
    },
  };
}
