import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from './log.ts';
import type { Db } from './postgres.ts';

export type JobHandler<T extends object> = (payload: T) => Promise<void>;
export type JobBinding = { name: string; handler: JobHandler<never>; cron?: string };

export type Jobs = {
  /** Enqueues through the caller's transaction: the job exists only if the data does. */
  enqueue(db: Db, name: string, payload: object): Promise<void>;
};

export type JobRunner = Jobs & {
  start(bindings: JobBinding[], options: { work: boolean }): Promise<void>;
  stop(): Promise<void>;
};

function through(db: Db) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
      return { rows };
    },
  };
}

/** pg-boss on our own pool. Queues are created at start, so that `enqueue` never has to. */
export function makeJobs(pool: pg.Pool, log: Log): JobRunner {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ db, schema: 'jobs' });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue met an error'));
  return {
    async enqueue(trx, name, payload) {
      await boss.send(name, payload, { db: through(trx), retryLimit: 5, retryBackoff: true });
    },
    async start(bindings, { work }) {
      await boss.start();
      for (const { name } of bindings) await boss.createQueue(name);
      if (!work) return;
      for (const { name, handler, cron } of bindings) {
        if (cron) await boss.schedule(name, cron);
        await boss.work<never>(name, async (jobs) => {
          for (const job of jobs) await handler(job.data);
        });
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

/** For short commands and tests: jobs are kept in a list, nothing runs by itself. */
export function collectJobs(): Jobs & { sent: { name: string; payload: object }[] } {
  const sent: { name: string; payload: object }[] = [];
  return {
    sent,
    async enqueue(_db, name, payload) {
      sent.push({ name, payload });
    },
  };
}
