import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Drain, type DrainOptions, type Sink } from '../../src/edge/drain.ts';
import { type Intake, KIND, openIntake } from '../../src/edge/intake.ts';
import { AppError } from '../../src/kernel/errors.ts';
import type { Database } from '../../src/platform/database.ts';
import { openDisk } from '../../src/platform/intake/disk.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const STOP_MS = 60_000;
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('draining the intake', () => {
  let database: Database;
  let ctx: TestCtx;
  const folders: string[] = [];
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database);
    // Without a key: what came twice would be there twice.
    await database.pool.query('create table arrived (n integer not null, kind integer not null)');
  });
  beforeEach(() => database.pool.query('truncate arrived, intake_rejects'));
  afterAll(async () => {
    await database.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'gw-drain-'));
    folders.push(folder);
    return folder;
  };
  const storeAs =
    (kind: number): Sink =>
    async (_ctx, client, records) => {
      await client.query('insert into arrived select n::integer, $2 from unnest($1::text[]) as n', [
        records.map(({ payload }) => payload.toString()),
        kind,
      ]);
    };
  const sinks = { [KIND.click]: storeAs(1), [KIND.events]: storeAs(2) };
  /** An edge on a folder; `stop` ends it as a stop of the process does. */
  const open = async (folder: string, change: Partial<DrainOptions> = {}) => {
    const { clock, log } = ctx;
    const intake = await openIntake({ disk: await openDisk(folder), limitBytes: 1e9, clock, log });
    const drain = new Drain({ ctx, intake, sinks, mayStore: () => {}, ...change });
    const stop = async () => {
      await intake.close();
      await drain.stop(STOP_MS);
    };
    return { intake, drain, stop };
  };
  const add = (intake: Intake, all: readonly (number | string)[], kind: 1 | 2 = KIND.click) =>
    Promise.all(all.map((n) => intake.append(kind, Buffer.from(`${n}`))));
  const arrived = async () =>
    (await database.pool.query('select n from arrived order by n')).rows.map(({ n }) => n as number);
  const rejects = async () =>
    (await database.pool.query('select kind, payload, reason from intake_rejects order by position')).rows.map(
      ({ kind, payload, reason }) => [kind, payload.toString(), reason],
    );

  it('stores every record once and hands each kind to its own sink', async () => {
    const { intake, drain, stop } = await open(newFolder());
    await add(intake, numbers(0, 500));
    await add(intake, numbers(500, 600), KIND.events);
    await drain.drained();
    expect(await arrived()).toEqual(numbers(0, 600));
    expect((await database.pool.query('select count(*) from arrived where kind = 2')).rows).toEqual([{ count: 100 }]);
    await stop();
  });

  it('goes on where it was, start after start, and deletes what is in the database', async () => {
    const folder = newFolder();
    for (const round of numbers(0, 4)) {
      const edge = await open(folder);
      await add(edge.intake, numbers(round * 50, round * 50 + 25));
      if (round % 2 === 0) await edge.drain.drained();
      await add(edge.intake, numbers(round * 50 + 25, round * 50 + 50));
      await edge.stop();
    }
    expect(await arrived()).toEqual(numbers(0, 200));
    expect(readdirSync(folder).filter((name) => name.endsWith('.log'))).toHaveLength(1);
  });

  it('stores a log once also when its folder comes back from a copy', async () => {
    const folder = newFolder();
    const away = await open(folder, {
      mayStore: () => {
        throw new AppError('unavailable', 'The database is away.');
      },
    });
    await add(away.intake, numbers(0, 30));
    await away.stop();
    const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.log'));
    const copy = readFileSync(join(folder, name));
    const first = await open(folder);
    await first.drain.drained();
    await first.stop();
    writeFileSync(join(folder, name), copy);
    const second = await open(folder);
    await add(second.intake, [30]);
    await second.drain.drained();
    await second.stop();
    expect(await arrived()).toEqual(numbers(0, 31));
  });

  it('keeps everything while the database is away, and catches up by itself', async () => {
    const mayStore = vi.fn(() => {
      if (mayStore.mock.calls.length < 3) throw new AppError('unavailable', 'The database is away.');
    });
    const { intake, drain, stop } = await open(newFolder(), { mayStore });
    await add(intake, numbers(0, 10));
    await drain.drained();
    expect([await arrived(), await rejects()]).toEqual([numbers(0, 10), []]);
    await stop();
  });

  it('blames no record for a connection that breaks in the middle', async () => {
    let broken = 0;
    const breaking: Sink = async (ctx, client, records) => {
      await storeAs(1)(ctx, client, records);
      broken += 1;
      if (broken > 1) return;
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      await client.query('select 1');
    };
    const { intake, drain, stop } = await open(newFolder(), { sinks: { ...sinks, [KIND.click]: breaking } });
    await add(intake, numbers(0, 10));
    await drain.drained();
    expect([broken > 1, await arrived(), await rejects()]).toEqual([true, numbers(0, 10), []]);
    await stop();
  });

  it('stores nothing twice when the answer to a commit is lost', async () => {
    let lost = 0;
    const losing: Sink = async (ctx, client, records) => {
      await storeAs(1)(ctx, client, records);
      if (lost > 0) return;
      const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
      client.query = (async (...args: unknown[]) => {
        const answer = await query(...args);
        if (String(args[0]).startsWith('commit') && lost === 0) {
          lost += 1;
          throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
        }
        return answer;
      }) as typeof client.query;
    };
    const { intake, drain, stop } = await open(newFolder(), { sinks: { ...sinks, [KIND.click]: losing } });
    await add(intake, numbers(0, 20));
    await drain.drained();
    expect(await arrived()).toEqual(numbers(0, 20));
    await stop();
  });

  it.each([
    ['the database refuses', sinks],
    [
      'the code cannot read',
      {
        ...sinks,
        [KIND.click]: (async (ctx, client, records) => {
          for (const { payload } of records) if (payload.toString().startsWith('bad')) throw new Error('is bad');
          await storeAs(1)(ctx, client, records);
        }) satisfies Sink,
      },
    ],
  ])('sets apart the records that %s, with the reason, and stores the rest', async (_what, those) => {
    const { intake, drain, stop } = await open(newFolder(), { sinks: those });
    await add(intake, [...numbers(0, 40), 'bad', ...numbers(40, 45), 'bad too', ...numbers(45, 50)]);
    await drain.drained();
    expect(await arrived()).toEqual(numbers(0, 50));
    const reason = expect.stringMatching(/bad/);
    expect(await rejects()).toEqual([
      [1, 'bad', reason],
      [1, 'bad too', reason],
    ]);
    await stop();
  });

  it('takes what several edges have, side by side, each with its own log', async () => {
    const edges = await Promise.all(numbers(0, 3).map(() => open(newFolder())));
    await Promise.all(
      edges.map(async ({ intake, drain, stop }, index) => {
        await add(intake, numbers(index * 100, index * 100 + 100));
        await drain.drained();
        await stop();
      }),
    );
    expect(await arrived()).toEqual(numbers(0, 300));
  });

  it('leaves in the log, when it must stop, what it could not store', async () => {
    const folder = newFolder();
    const away = await open(folder, { mayStore: () => Promise.reject(new AppError('unavailable', 'away')) });
    await add(away.intake, numbers(0, 5));
    await away.stop();
    expect(await arrived()).toEqual([]);
    const back = await open(folder);
    await back.drain.drained();
    expect(await arrived()).toEqual(numbers(0, 5));
    await back.stop();
  });
});
