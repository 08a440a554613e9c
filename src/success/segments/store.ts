import { type Selectable, sql } from 'kysely';
import type { Segments } from '../../../db/types.ts';
import { offsetOf, type PageQuery } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Rule, Segment } from './model.ts';

function toSegment(row: Selectable<Segments>): Segment {
  return { ...row, rule: row.rule as Rule };
}

/** One evaluation or change at a time: the next waits for this transaction's end. */
export async function lockSegments(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goodword.segments'))`.execute(db);
}

export async function insertSegment(db: Db, { rule, ...row }: Segment): Promise<void> {
  await db
    .insertInto('segments')
    .values({ ...row, rule: JSON.stringify(rule) })
    .execute();
}

export type Change = Partial<Pick<Segment, 'name' | 'description' | 'rule' | 'archived_at'>> & { updated_at: Date };

export async function updateSegment(db: Db, id: string, { rule, ...change }: Change): Promise<void> {
  const set = rule ? { ...change, rule: JSON.stringify(rule) } : change;
  await db.updateTable('segments').set(set).where('id', '=', id).execute();
}

export async function findSegment(db: Db, id: string): Promise<Segment | undefined> {
  const row = await db.selectFrom('segments').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toSegment(row);
}

/** By name; the archived ones only when asked. */
export async function listSegments(db: Db, withArchived: boolean): Promise<Segment[]> {
  const all = db.selectFrom('segments').selectAll().orderBy(sql`lower(name)`).orderBy('id');
  const rows = await (withArchived ? all : all.where('archived_at', 'is', null)).execute();
  return rows.map(toSegment);
}

export async function findByName(db: Db, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('segments')
    .select('id')
    .where(sql`lower(name)`, '=', sql`lower(${name}::text)`)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

export type Evaluation = {
  id: string;
  accountIds: readonly string[];
  at: Date;
  on: string;
  among?: readonly string[];
};
export type Moves = { entered: number; left: number };

/** Notes who left and who came, and how many are in now. */
export async function recordMembers(db: Db, { id, accountIds, at, on, among }: Evaluation): Promise<Moves> {
  const ids = [...accountIds];
  const left = await sql`
    update segment_members set left_at = greatest(entered_at, ${at}::timestamptz)
    where segment_id = ${id} and left_at is null and account_id <> all(${ids}::text[])
      ${among ? sql`and account_id = any(${[...among]}::text[])` : sql``}`.execute(db);
  const entered = await sql`
    insert into segment_members (segment_id, account_id, entered_at)
    select ${id}, account_id, greatest(${at}::timestamptz, (
      select max(m.left_at) + interval '1 millisecond' from segment_members m
      where m.segment_id = ${id} and m.account_id = now_in.account_id))
    from unnest(${ids}::text[]) as now_in(account_id)
    where not exists (
      select 1 from segment_members m
      where m.segment_id = ${id} and m.account_id = now_in.account_id and m.left_at is null)`.execute(db);
  const count = among
    ? sql<number>`(select count(*) from segment_members where segment_id = ${id} and left_at is null)`
    : ids.length;
  const present = { member_count: count, evaluated_at: at, evaluated_on: on };
  await db.updateTable('segments').set(present).where('id', '=', id).execute();
  return { entered: Number(entered.numAffectedRows ?? 0n), left: Number(left.numAffectedRows ?? 0n) };
}

export async function listMembers(db: Db, segmentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('segment_members')
    .select('account_id')
    .where('segment_id', '=', segmentId)
    .where('left_at', 'is', null)
    .orderBy('account_id')
    .execute();
  return rows.map((row) => row.account_id);
}

export async function hasMember(db: Db, segmentId: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('segment_members')
    .select('account_id')
    .where('segment_id', '=', segmentId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export type Stay = { account_id: string; account_name: string; entered_at: Date; left_at: Date | null };

/** Who came and went, the newest move first. */
export async function listStays(db: Db, segmentId: string, page: PageQuery): Promise<{ items: Stay[]; total: number }> {
  const { rows } = await sql<Stay & { total: number }>`
    select m.account_id, a.name as account_name, m.entered_at, m.left_at, count(*) over () as total
    from segment_members m join accounts a on a.id = m.account_id where m.segment_id = ${segmentId}
    order by coalesce(m.left_at, m.entered_at) desc, m.account_id
    limit ${page.per_page} offset ${offsetOf(page)}`.execute(db);
  return { items: rows.map(({ total: _total, ...stay }) => stay), total: rows[0]?.total ?? 0 };
}

export type AccountSegment = { segment_id: string; name: string; entered_at: Date; left_at: Date | null };

/** The segments an account is in, then those it was in, the newest first. */
export async function listSegmentsOf(db: Db, accountId: string): Promise<AccountSegment[]> {
  return db
    .selectFrom('segment_members as m')
    .innerJoin('segments as s', 's.id', 'm.segment_id')
    .select(['m.segment_id', 's.name', 'm.entered_at', 'm.left_at'])
    .where('m.account_id', '=', accountId)
    .where('s.archived_at', 'is', null)
    .orderBy((eb) => eb('m.left_at', 'is not', null))
    .orderBy('m.entered_at', 'desc')
    .orderBy('m.segment_id')
    .limit(100)
    .execute();
}
