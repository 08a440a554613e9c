import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import type { Exposure } from './model.ts';

export async function findHoldBps(db: Db): Promise<number | undefined> {
  const row = await db.selectFrom('ask_settings').select('hold_bps').executeTakeFirst();
  return row?.hold_bps;
}

export async function saveHoldBps(db: Db, row: { hold_bps: number; updated_by: string; updated_at: Date }) {
  await db
    .insertInto('ask_settings')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Accounts dealt already keep their arm. */
export async function insertExposures(db: Db, rows: readonly Exposure[]): Promise<void> {
  const column = <T>(of: (row: Exposure) => T) => rows.map(of);
  await sql`
    insert into ask_exposures (account_id, arm, hold_bps, score, ready_at)
    select * from unnest(${column((row) => row.account_id)}::text[], ${column(({ arm }) => arm)}::text[],
      ${column((row) => row.hold_bps)}::integer[], ${column(({ score }) => score)}::numeric[],
      ${column((row) => row.ready_at)}::timestamptz[])
    on conflict (account_id) do nothing`.execute(db);
}
