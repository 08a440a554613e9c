import { sql } from 'kysely';
import type { Db } from '../postgres.ts';
import { FIREHOSES, type FirehoseName, hasOwnTable, type Month, monthOf, shiftMonth } from './model.ts';

const LOCK = 7_463_002;

/** The table of a month, `usage_events_2026_11`; of everything else without a month. */
export function tableOf(firehose: FirehoseName, month?: Month): string {
  return `${FIREHOSES[firehose].events}_${month?.replace('-', '_') ?? 'default'}`;
}

/** The months that have a table, in order. */
export async function listMonths(db: Db, firehose: FirehoseName): Promise<Month[]> {
  const { events } = FIREHOSES[firehose];
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${events}::regclass order by c.relname`.execute(db);
  const months = rows.map(({ name }) => name.slice(events.length + 1).replace('_', '-'));
  return months.filter((month) => /^\d{4}-\d{2}$/.test(month));
}

/** The tables of the months of this span that hold anything, and the one for rows without a month if it does. */
export async function listFilled(
  db: Db,
  firehose: FirehoseName,
  { from, to }: { from: Date; to: Date },
): Promise<string[]> {
  const [first, last] = [monthOf(from), monthOf(to)];
  const months = (await listMonths(db, firehose)).filter((month) => month >= first && month <= last);
  const tables = [...months, undefined].map((month) => tableOf(firehose, month));
  const asked = tables.map((name) => sql`select ${name} as name where exists (select from ${sql.table(name)})`);
  const { rows } = await sql<{ name: string }>`${sql.join(asked, sql` union all `)}`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Makes the tables of the months that have none, in the caller's transaction. Rows that came while there was none move
 * in. A table is attached, not made in place: whoever reads and writes other months need not wait for this transaction.
 */
export async function ensureMonths(
  db: Db,
  firehose: FirehoseName,
  { months, now }: { months: Iterable<Month>; now: Date },
): Promise<void> {
  const wanted = [...new Set(months)].filter((month) => hasOwnTable(month, now)).sort();
  const missing = await without(db, firehose, wanted);
  if (missing.length === 0) return;
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
  for (const month of await without(db, firehose, missing)) await addMonth(db, firehose, month);
}

async function without(db: Db, firehose: FirehoseName, wanted: readonly Month[]): Promise<Month[]> {
  const there = new Set(wanted.length === 0 ? [] : await listMonths(db, firehose));
  return wanted.filter((month) => !there.has(month));
}

async function addMonth(db: Db, firehose: FirehoseName, month: Month): Promise<void> {
  const parent = sql.table(FIREHOSES[firehose].events);
  const table = sql.table(tableOf(firehose, month));
  const rest = sql.table(tableOf(firehose));
  const [from, to] = boundsOf(month);
  const within = sql`occurred_at >= ${sql.lit(from)} and occurred_at < ${sql.lit(to)}`;
  await sql`create table ${table} (like ${parent} including defaults including constraints)`.execute(db);
  await sql`insert into ${table} select * from ${rest} where ${within}`.execute(db);
  await sql`delete from ${rest} where ${within}`.execute(db);
  await sql`alter table ${parent} attach partition ${table} for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(
    db,
  );
}

function boundsOf(month: Month): [string, string] {
  return [`${month}-01 00:00:00+00`, `${shiftMonth(month, 1)}-01 00:00:00+00`];
}

/** Drops a month with all its events. */
export async function dropMonth(db: Db, firehose: FirehoseName, month: Month): Promise<void> {
  await sql`drop table ${sql.table(tableOf(firehose, month))}`.execute(db);
}

/** What the events of all months take on disk, with their indexes. */
export async function sizeOf(db: Db, firehose: FirehoseName): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(pg_total_relation_size(inhrelid)), 0)::bigint as bytes
    from pg_inherits where inhparent = ${FIREHOSES[firehose].events}::regclass`.execute(db);
  return rows[0]?.bytes ?? 0;
}
