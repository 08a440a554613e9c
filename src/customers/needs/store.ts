import { type Selectable, sql } from 'kysely';
import type { Needs } from '../../../db/types.ts';
import type { Db } from '../../platform/postgres.ts';
import type { AccountNeed, Need, NeedKind, Sighting } from './model.ts';

const toNeed = (row: Selectable<Needs>): Need => ({ ...row, kind: row.kind as NeedKind });

/** One change of the list at a time: the next waits for this transaction's end. */
export async function lockNeeds(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goodword.needs'))`.execute(db);
}

/** Those that are not put away, by name. */
export async function listNeeds(db: Db): Promise<Need[]> {
  const open = db.selectFrom('needs').selectAll().where('archived_at', 'is', null);
  const rows = await open.orderBy('kind').orderBy(sql`lower(name)`).orderBy('id').execute();
  return rows.map(toNeed);
}

export async function findNeed(db: Db, id: string): Promise<Need | undefined> {
  const row = await db.selectFrom('needs').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toNeed(row);
}

export async function findNeedByName(db: Db, kind: NeedKind, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('needs')
    .select('id')
    .where('kind', '=', kind)
    .where(sql`lower(name)`, '=', sql`lower(${name}::text)`)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

export async function insertNeed(db: Db, need: Need): Promise<void> {
  await db.insertInto('needs').values(need).execute();
}

export async function updateNeed(db: Db, { id, created_at: _at, created_by: _by, ...change }: Need): Promise<void> {
  await db.updateTable('needs').set(change).where('id', '=', id).execute();
}

/**
 * Notes what was seen. What somebody decided stays; a suggestion nobody decided follows the newest sighting. Suggestions
 * that are seen no longer go. How many were new.
 */
export async function recordSightings(db: Db, sightings: readonly Sighting[], at: Date): Promise<number> {
  const rows = JSON.stringify(sightings);
  await sql`
    delete from account_needs n where n.decided_by is null and n.source <> 'hand' and not exists (
      select from jsonb_to_recordset(${rows}::jsonb) as x(account_id text, need_id text)
      where x.account_id = n.account_id and x.need_id = n.need_id)`.execute(db);
  const before = await countNeeds(db);
  await sql`
    insert into account_needs (account_id, need_id, state, source, evidence, seen_at, created_at)
    select account_id, need_id, case when is_stated then 'confirmed' else 'suggested' end, source, evidence, seen_at,
      ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb)
      as x(account_id text, need_id text, source text, evidence text, seen_at timestamptz, is_stated boolean)
    on conflict (account_id, need_id) do update set state = excluded.state, source = excluded.source,
      evidence = excluded.evidence, seen_at = excluded.seen_at
    where account_needs.decided_by is null and account_needs.source <> 'hand'`.execute(db);
  return (await countNeeds(db)) - before;
}

async function countNeeds(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from account_needs`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Writes what somebody decided; what was seen before stays as the evidence unless another is given. */
export async function decideNeed(db: Db, { seen_at: _seen, ...row }: AccountNeed): Promise<void> {
  await sql`
    insert into account_needs (account_id, need_id, state, source, evidence, decided_by, decided_at, created_at)
    values (${row.account_id}, ${row.need_id}, ${row.state}, ${row.source}, ${row.evidence}, ${row.decided_by},
      ${row.decided_at}, ${row.decided_at})
    on conflict (account_id, need_id) do update set state = excluded.state, decided_by = excluded.decided_by,
      decided_at = excluded.decided_at,
      evidence = case when excluded.evidence = '' then account_needs.evidence else excluded.evidence end`.execute(db);
}

/** Whether there was one to forget. */
export async function deleteAccountNeed(db: Db, accountId: string, needId: string): Promise<boolean> {
  const row = await db
    .deleteFrom('account_needs')
    .where('account_id', '=', accountId)
    .where('need_id', '=', needId)
    .returning('need_id')
    .executeTakeFirst();
  return row !== undefined;
}
