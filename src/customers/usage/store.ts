import { once } from 'node:events';
import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { addCounts, NO_ROWS, recordset, type UpsertCounts } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';

export type UsageRow = {
  account_id: string;
  /** The event's id at its source: unique within the account. */
  id: string;
  occurred_at: Date | string;
  subscription_external_id?: string | null;
  person_external_id?: string | null;
  feature: string;
  quantity?: number;
  duration_s?: number | null;
  error_count?: number | null;
};

const COLUMNS = {
  account_id: 'text',
  id: 'text',
  occurred_at: 'timestamptz',
  subscription_external_id: 'text',
  person_external_id: 'text',
  feature: 'text',
  quantity: 'integer',
  duration_s: 'integer',
  error_count: 'integer',
};
/** The columns of a staged row, in the order `copy` sends them. */
export const STAGE_COLUMNS = Object.keys(COLUMNS);
const CONTENT = STAGE_COLUMNS.slice(2);
const ROWS_A_STATEMENT = 10_000;
const ROWS_A_WRITE = 1_000;
const SPECIAL = /[\\\t\n\r]/;
const EVERY_SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Adds usage events, changes those whose content differs, and keeps `usage_daily` in step, in one transaction.
 * An event is known by (account_id, id), which must not repeat within `rows`.
 */
export async function upsertUsage(db: Db, rows: readonly UsageRow[]): Promise<UpsertCounts> {
  if (!db.isTransaction) return db.transaction().execute((trx) => upsertUsage(trx, rows));
  await openUsageStage(db);
  let counts = NO_ROWS;
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    await stageUsage(db, rows.slice(at, at + ROWS_A_STATEMENT));
    const merged = await mergeStagedUsage(db);
    counts = addCounts(counts, merged);
  }
  return counts;
}

/** Makes the session's staging table, or empties it. Call it inside the transaction that merges. */
export async function openUsageStage(db: Db): Promise<void> {
  await sql`set local client_min_messages = warning`.execute(db);
  await sql`create temp table if not exists usage_stage (
    account_id text collate "C" not null, id text collate "C" not null, occurred_at timestamptz not null,
    subscription_external_id text, person_external_id text, feature text not null, quantity integer not null,
    duration_s integer, error_count integer) on commit delete rows`.execute(db);
  await sql`truncate usage_stage`.execute(db);
  await sql`set local work_mem = '64MB'`.execute(db);
}

/** Puts rows on the stage without COPY: one statement of one parameter. */
export async function stageUsage(db: Db, rows: readonly UsageRow[]): Promise<void> {
  const complete = rows.map((row) => ({ ...row, quantity: row.quantity ?? 1 }));
  const columns = sql.join(STAGE_COLUMNS.map((column) => sql.ref(column)));
  await sql`insert into usage_stage (${columns})
    select ${columns} from ${recordset({ columns: COLUMNS }, STAGE_COLUMNS, complete)}`.execute(db);
}

/** Whether the database takes COPY from a client: the embedded one does not. */
export async function canCopy(db: Db): Promise<boolean> {
  const { rows } = await sql<{ version: string }>`select version()`.execute(db);
  return !/emcc|emscripten|wasm/i.test(rows[0]?.version ?? '');
}

/** Puts rows into a table by COPY, the fastest way in. `client` is the connection of the open transaction. */
export async function copyUsage(
  client: pg.PoolClient,
  table: 'usage_stage' | 'usage_events',
  rows: readonly UsageRow[],
): Promise<void> {
  const copy = client.query(copyFrom(`copy ${table} (${STAGE_COLUMNS.join(', ')}) from stdin`));
  const done = once(copy, 'finish');
  for (let at = 0; at < rows.length; at += ROWS_A_WRITE) {
    const text = rows
      .slice(at, at + ROWS_A_WRITE)
      .map(copyLine)
      .join('');
    if (!copy.write(text)) await Promise.race([once(copy, 'drain'), done]);
  }
  copy.end();
  await done;
}

function copyLine(row: UsageRow): string {
  const { account_id, id, feature, subscription_external_id: subscription, person_external_id: person } = row;
  const at = row.occurred_at instanceof Date ? row.occurred_at.toISOString() : row.occurred_at;
  const numbers = `${row.quantity ?? 1}\t${row.duration_s ?? '\\N'}\t${row.error_count ?? '\\N'}\n`;
  const plain = !SPECIAL.test(id) && !SPECIAL.test(feature) && !SPECIAL.test(subscription ?? '');
  if (plain && !person) return `${account_id}\t${id}\t${at}\t${subscription ?? '\\N'}\t\\N\t${feature}\t${numbers}`;
  const texts = [id, at, subscription, person, feature].map(copyText).join('\t');
  return `${account_id}\t${texts}\t${numbers}`;
}

function copyText(text: string | null | undefined): string {
  if (text === null || text === undefined) return '\\N';
  return text.replace(EVERY_SPECIAL, (char) => ESCAPED[char] ?? char);
}

export async function hasUsage(db: Db): Promise<boolean> {
  const row = await db.selectFrom('usage_events').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Moves the staged events into `usage_events` and `usage_daily` and empties the stage. */
export async function mergeStagedUsage(db: Db): Promise<UpsertCounts> {
  const known = await settleKnown(db);
  const inserted = await insertStagedEvents(db, { daily: true });
  return { inserted, ...known };
}

/**
 * Moves staged events none of which is stored into `usage_events`. `daily` false leaves the days to `rollUpAllUsage`,
 * which is several times cheaper for a first load.
 */
export async function insertStagedEvents(db: Db, options: { daily: boolean }): Promise<number> {
  const columns = sql.join(STAGE_COLUMNS.map((column) => sql.ref(column)));
  // In key order the index grows at one place at a time, which is several times faster than at random.
  const { numAffectedRows } = await sql`insert into usage_events (${columns})
    select ${columns} from usage_stage order by account_id, id`.execute(db);
  if (options.daily) await addToDaily(db, sql`usage_stage`, 1);
  await sql`truncate usage_stage`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Fills an empty `usage_daily` from all events at once. Read by the key, an account's events are together and only they
 * are sorted; left to itself the planner sorts all events on disk, which takes three times as long.
 */
export async function rollUpAllUsage(db: Db): Promise<void> {
  await sql`analyze usage_events`.execute(db);
  for (const way of ['hashagg', 'seqscan', 'bitmapscan']) await allow(db, way, sql`off`);
  await sql`insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
    ${daysOf(sql`usage_events`, 1)}`.execute(db);
  for (const way of ['hashagg', 'seqscan', 'bitmapscan']) await allow(db, way, sql`default`);
}

async function allow(db: Db, way: string, value: RawBuilder<unknown>): Promise<void> {
  await sql`set local ${sql.raw(`enable_${way}`)} to ${value}`.execute(db);
}

/** Takes off the stage what is stored already, after bringing stored events with another content up to date. */
async function settleKnown(db: Db): Promise<{ updated: number; unchanged: number }> {
  await sql`analyze usage_stage`.execute(db);
  const stored = (column: string) => sql`u.${sql.ref(column)}`;
  const staged = (column: string) => sql`s.${sql.ref(column)}`;
  const same = sql`s.account_id = u.account_id and s.id = u.id`;
  const differs = sql`row(${sql.join(CONTENT.map(stored))}) is distinct from row(${sql.join(CONTENT.map(staged))})`;
  const { rows: changed } = await sql<{ n: number }>`
    select count(*) as n from usage_events u join usage_stage s on ${same} where ${differs}`.execute(db);
  const updated = changed[0]?.n ?? 0;
  if (updated > 0) {
    await addToDaily(db, sql`(select u.* from usage_events u join usage_stage s on ${same} where ${differs}) x`, -1);
    await addToDaily(db, sql`(select s.* from usage_events u join usage_stage s on ${same} where ${differs}) x`, 1);
    const sets = sql.join(CONTENT.map((column) => sql`${sql.ref(column)} = s.${sql.ref(column)}`));
    await sql`update usage_events u set ${sets} from usage_stage s where ${same} and ${differs}`.execute(db);
    await sql`delete from usage_daily
      where events = 0 and account_id in (select account_id from usage_stage)`.execute(db);
  }
  const { numAffectedRows } = await sql`delete from usage_stage s using usage_events u where ${same}`.execute(db);
  return { updated, unchanged: Number(numAffectedRows ?? 0) - updated };
}

async function addToDaily(db: Db, from: RawBuilder<unknown>, sign: 1 | -1): Promise<void> {
  await sql`insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
    ${daysOf(from, sign)}
    on conflict (account_id, on_date, feature) do update set events = usage_daily.events + excluded.events,
      quantity = usage_daily.quantity + excluded.quantity, duration_s = usage_daily.duration_s + excluded.duration_s,
      errors = usage_daily.errors + excluded.errors`.execute(db);
}

function daysOf(from: RawBuilder<unknown>, sign: 1 | -1): RawBuilder<unknown> {
  return sql`select account_id, (occurred_at at time zone 'UTC')::date, feature collate "C", ${sql.lit(sign)} * count(*),
      ${sql.lit(sign)} * sum(quantity), ${sql.lit(sign)} * coalesce(sum(duration_s), 0),
      ${sql.lit(sign)} * coalesce(sum(error_count), 0)
    from ${from} group by 1, 2, 3 order by 1, 2, 3`;
}
