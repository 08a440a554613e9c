import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Db } from '../../platform/postgres.ts';

export type ScoringRun = { on_date: IsoDate; scored_at: Date };

export async function findRun(db: Db): Promise<ScoringRun | undefined> {
  return db.selectFrom('scoring_runs').select(['on_date', 'scored_at']).executeTakeFirst();
}

export async function upsertRun(db: Db, run: ScoringRun): Promise<void> {
  await db
    .insertInto('scoring_runs')
    .values(run)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(run))
    .execute();
}

/** Takes what waits, each account once; what is written meanwhile waits for the next. */
export async function takeQueued(db: Db): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    with taken as (delete from scoring_queue returning account_id)
    select distinct account_id from taken`.execute(db);
  return rows.map(({ account_id }) => account_id);
}

export async function clearQueue(db: Db): Promise<void> {
  await sql`delete from scoring_queue`.execute(db);
}
