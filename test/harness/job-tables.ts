import type pg from 'pg';
import { makeJobs } from '../../src/platform/jobs.ts';
import { makeLog } from '../../src/platform/log.ts';

/** Makes the job queue's own tables, so that a copy of the database starts as a product does that ran before. */
export async function makeJobTables(pool: pg.Pool): Promise<void> {
  const jobs = makeJobs(pool, makeLog('silent'));
  await jobs.start([], { work: false });
  await jobs.stop();
}
