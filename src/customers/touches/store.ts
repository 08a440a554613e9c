import { type Selectable, sql } from 'kysely';
import type { Touches } from '../../../db/types.ts';
import { offsetOf, type PageQuery } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Touch, TouchKind } from './model.ts';

const toTouch = (row: Selectable<Touches>): Touch => ({ ...row, kind: row.kind as TouchKind });

export async function findAccount(db: Db, id: string): Promise<{ merged_into_id: string | null } | undefined> {
  return db.selectFrom('accounts').select('merged_into_id').where('id', '=', id).executeTakeFirst();
}

export async function insertTouch(db: Db, touch: Touch): Promise<void> {
  await db.insertInto('touches').values(touch).execute();
}

/** What was removed; undefined when there was no such touch. */
export async function deleteTouch(db: Db, id: string): Promise<Touch | undefined> {
  const row = await db.deleteFrom('touches').where('id', '=', id).returningAll().executeTakeFirst();
  return row && toTouch(row);
}

/** The newest first. */
export async function listTouches(
  db: Db,
  accountId: string,
  page: PageQuery,
): Promise<{ rows: Touch[]; total: number }> {
  const own = db.selectFrom('touches').where('account_id', '=', accountId);
  const newest = own.selectAll().orderBy('happened_on', 'desc').orderBy('id', 'desc');
  const rows = await newest.limit(page.per_page).offset(offsetOf(page)).execute();
  const counted = await own.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(toTouch), total: counted.total };
}

export async function updateAccountOfTouches(db: Db, fromId: string, intoId: string): Promise<void> {
  await db.updateTable('touches').set({ account_id: intoId }).where('account_id', '=', fromId).execute();
}
