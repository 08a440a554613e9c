import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/harness/db.ts';
import type { Database } from './database.ts';
import { makeJobs } from './jobs.ts';
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
