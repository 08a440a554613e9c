import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from './log.ts';
import { type Db, databaseError } from './postgres.ts';

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

/**
 * pg-boss on our own pool. Queues are made and remembered at start, so that `enqueue` asks nothing outside the
 * caller's transaction: on the embedded rung a second connection would wait for that transaction to end.
 */
export function makeJobs(pool: pg.Pool, log: Log): JobRunner {
  let boss: PgBoss | undefined;
  const started = () => {
    if (boss) return boss;
    throw new Error('a job was enqueued before the queue was started');
  };
  return {
    async enqueue(trx, name, payload) {
      await started().send(name, payload, { db: through(trx), retryLimit: 5, retryBackoff: true });
    },
    async start(bindings, { work }) {
      boss = await startBoss(() => makeBoss(pool, log, work));
      for (const { name } of bindings) await remember(boss, name);
      if (work) for (const binding of bindings) await bind(boss, binding);
    },
    async stop() {
      await boss?.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** A process that only enqueues leaves the upkeep and the schedule to the one that works. */
function makeBoss(pool: pg.Pool, log: Log, work: boolean): PgBoss {
  const trouble = troubleOf(log);
  const db = {
    async executeSql(text: string, values?: unknown[]) {
      const result = await pool.query(text, values);
      trouble.ended();
      return result;
    },
  };
  const boss = new PgBoss({ db, schema: 'jobs', supervise: work, schedule: work });
  boss.on('error', trouble.met);
  return boss;
}

type Teller = (about: object, text: string) => void;

/** While the database is away the queue asks again and again: its first error is told, and at the end how many there were. */
export function troubleOf(log: { error: Teller; warn: Teller }) {
  let errors = 0;
  return {
    met(error: unknown): void {
      if (errors === 0) log.error({ err: error }, 'the job queue met an error');
      errors += 1;
    },
    ended(): void {
      if (errors > 1) log.warn({ errors }, 'the job queue works again');
      errors = 0;
    },
  };
}

/** What the slower of two processes hears when both make the queue's tables on a new database at once. */
const MADE_ALREADY = ['23505', '42P06', '42P07', '42710', '42723'];

/** The one that lost the race finds everything made, and starts like any later process. */
async function startBoss(make: () => PgBoss): Promise<PgBoss> {
  const boss = make();
  try {
    await boss.start();
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    if (!MADE_ALREADY.includes(databaseError(error)?.code ?? '')) throw error;
  }
  const second = make();
  await second.start();
  return second;
}

const NO_JOB = '00000000-0000-0000-0000-000000000000';

async function remember(boss: PgBoss, name: string): Promise<void> {
  await boss.createQueue(name);
  await boss.findJobs(name, { id: NO_JOB });
}

async function bind(boss: PgBoss, { name, handler, cron }: JobBinding): Promise<void> {
  if (cron) await boss.schedule(name, cron);
  await boss.work<never>(name, async (jobs) => {
    for (const job of jobs) await handler(job.data);
  });
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
