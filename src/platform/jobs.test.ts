import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/harness/db.ts';
import type { Database } from './database.ts';
import { makeJobs, troubleOf } from './jobs.ts';
import { makeLog } from './log.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query('drop schema if exists jobs cascade');
});
afterAll(() => database.close());

/** A pool on which the first making of tables loses against another process. */
function losingPool(pool: pg.Pool): pg.Pool {
  let lost = false;
  const query = async (text: string, values?: unknown[]) => {
    const loses = !lost && /create schema/i.test(text);
    lost ||= loses;
    if (loses) throw Object.assign(new Error('duplicate key'), { code: '23505' });
    return pool.query(text, values);
  };
  return { query } as unknown as pg.Pool;
}

it('a process whose queue was made by another at the same moment starts all the same', async () => {
  const jobs = makeJobs(losingPool(database.pool), makeLog('silent'));
  await jobs.start([{ name: 'try', handler: async () => {} }], { work: false });
  await expect(jobs.enqueue(database.db, 'try', {})).resolves.toBeUndefined();
  await jobs.stop();
});

it('tells of an outage once when it begins, and at its end how many errors there were', () => {
  const lines: unknown[] = [];
  const trouble = troubleOf({ error: (_about, text) => lines.push(text), warn: (about) => lines.push(about) });
  trouble.ended();
  for (let error = 0; error < 30; error += 1) trouble.met(new Error('gone'));
  trouble.ended();
  trouble.ended();
  trouble.met(new Error('one question was wrong'));
  trouble.ended();
  expect(lines).toEqual(['the job queue met an error', { errors: 30 }, 'the job queue met an error']);
});
