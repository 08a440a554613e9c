import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Embedded, startEmbedded } from '../../src/platform/embedded.ts';
import { makePool } from '../../src/platform/postgres.ts';
import { freePort, goodword } from '../harness/command.ts';
import { mountDisk } from '../harness/small-disk.ts';

const disk = inject('serverDir') ? undefined : mountDisk(220);

describe.runIf(disk)('a full disk under the embedded database (needs the right to mount a small one)', () => {
  const small = disk as NonNullable<typeof disk>;
  afterAll(() => small.remove());

  describe('of a running server', () => {
    let env: { GOODWORD_DATA: string; PORT: string };
    let running: ReturnType<typeof goodword>;
    let headers: Record<string, string>;
    const ask = (path: string, init?: RequestInit) =>
      fetch(`http://localhost:${env.PORT}${path}`, {
        ...init,
        headers: { ...headers, 'content-type': 'application/json' },
      });
    const invite = (name: string) =>
      ask('/v1/members', { method: 'POST', body: JSON.stringify({ email: `${name}@customer.net`, role: 'viewer' }) });

    beforeAll(async () => {
      env = { GOODWORD_DATA: join(small.path, 'served'), PORT: String(await freePort()) };
      running = goodword(['start', '--empty'], env);
      const link = /http\S+\/welcome\/\S+/.exec(await running.says('to sign in as the owner'))?.[0] ?? '';
      const answer = await fetch(link, { redirect: 'manual' });
      const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
      headers = { cookie: cookie.join('; '), origin: `http://localhost:${env.PORT}` };
    });
    afterAll(() => running.process.kill('SIGKILL'));

    it('refuses changes with what to do, goes on reading, and takes changes again once there is room', async () => {
      expect((await invite('before')).status).toBe(201);
      small.leave(5);
      const refused = await invite('meanwhile');
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        code: 'unavailable',
        detail: expect.stringContaining('disk'),
        hint: expect.stringContaining('Free space'),
      });
      expect((await ask('/v1/members')).status).toBe(200);
      small.clear();
      expect((await invite('after')).status).toBe(201);
      const { items } = (await (await ask('/v1/members')).json()) as { items: { name: string }[] };
      expect(items.map(({ name }) => name).toSorted()).toEqual(['Owner', 'after', 'before']);
      running.process.kill('SIGTERM');
      expect(await running.ended).toMatchObject({ code: 0 });
    });
  });

  describe('that the engine itself runs into', () => {
    let embedded: Embedded;
    afterAll(() => embedded?.stop());

    it('fails what it cannot store, hangs nobody, and keeps exactly what it acknowledged', async () => {
      embedded = await startEmbedded(join(small.path, 'engine'));
      const pool = makePool({ ...embedded.pool, connectMs: 5_000 });
      await pool.query('create table kept (n integer primary key)');
      small.leave(3);
      const acknowledged: number[] = [];
      const failures: string[] = [];
      // A megabyte of log each: the next file of the log has no room, and the engine ends of it.
      const store = (n: number) =>
        pool.query(
          `insert into kept select $1::int from (select pg_logical_emit_message(true, 'x', repeat('x', 1000000))) m`,
          [n],
        );
      for (let n = 0; n < 40 && failures.length < 12; n++) {
        await store(n).then(
          () => acknowledged.push(n),
          (error: Error) => failures.push(error.message),
        );
      }
      expect(failures.length).toBeGreaterThan(0);
      small.clear();
      await vi.waitFor(() => store(99), { timeout: 30_000, interval: 100 });
      const { rows } = await pool.query<{ n: number }>('select n from kept order by n');
      expect(rows.map(({ n }) => n)).toEqual([...acknowledged, 99]);
      await pool.end();
    });
  });
});
