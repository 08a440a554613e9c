import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/harness/db.ts';
import type { Database } from './database.ts';
import { makeJobs } from './jobs.ts';
import { makeLog } from './log.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('several processes that begin on a new database at once all get their queue', async () => {
  const runners = Array.from({ length: 4 }, () => makeJobs(database.pool, makeLog('silent')));
  const work = { name: 'try', handler: async () => {} };
  const started = await Promise.allSettled(runners.map((jobs) => jobs.start([work], { work: false })));
  expect(started.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
  await Promise.all(runners.map((jobs) => jobs.stop()));
});
