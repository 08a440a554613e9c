import { once } from 'node:events';
import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { recordset } from '../../../platform/bulk.ts';
import type { Db } from '../../../platform/postgres.ts';
import type { UsageRow } from '../model.ts';

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
export type UsageTable = 'usage_stage' | 'usage_events';
/** The columns of a staged row, in the order `copy` sends them. */
export const STAGE_COLUMNS = Object.keys(COLUMNS);
/** Some 75 KB: a text of 128 KB or more is never young to the collector, and stays in memory until it looks at everything. */
const ROWS_A_WRITE = 500;
const SPECIAL = /[\\\t\n\r]/;
const EVERY_SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Makes the session's staging tables, or empties them. Call it inside the transaction that merges. */
export async function openUsageStage(db: Db): Promise<void> {
  await sql`set local client_min_messages = warning`.execute(db);
  for (const table of ['usage_stage', 'usage_known']) {
    await sql`create temp table if not exists ${sql.table(table)} (
      account_id text collate "C" not null, id text collate "C" not null, occurred_at timestamptz not null,
      subscription_external_id text, person_external_id text, feature text not null, quantity integer not null,
      duration_s integer, error_count integer) on commit delete rows`.execute(db);
  }
  await emptyUsageStage(db);
  await sql`set local work_mem = '64MB'`.execute(db);
}

export async function emptyUsageStage(db: Db): Promise<void> {
  await sql`truncate usage_stage, usage_known`.execute(db);
}

/** Puts rows into a table without COPY: one statement of one parameter. */
export async function insertUsage(db: Db, table: UsageTable, rows: readonly UsageRow[]): Promise<void> {
  const complete = rows.map((row) => ({
    ...row,
    occurred_at: typeof row.occurred_at === 'string' ? row.occurred_at : new Date(row.occurred_at),
    quantity: row.quantity ?? 1,
  }));
  const columns = sql.join(STAGE_COLUMNS.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from ${recordset({ columns: COLUMNS }, STAGE_COLUMNS, complete)}`.execute(db);
}

/** Whether the database takes COPY from a client: the embedded one does not. */
export async function canCopy(db: Db): Promise<boolean> {
  const { rows } = await sql<{ version: string }>`select version()`.execute(db);
  return !/emcc|emscripten|wasm/i.test(rows[0]?.version ?? '');
}

/** Rows as COPY reads them, in texts of a good size to send, each made when it is asked for. */
export function* copyTexts(rows: readonly UsageRow[]): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS_A_WRITE)
    yield rows
      .slice(at, at + ROWS_A_WRITE)
      .map(copyLine)
      .join('');
}

/** Puts rows into a table by COPY, the fastest way in. `client` is the connection of the open transaction. */
export async function copyUsage(client: pg.PoolClient, table: UsageTable, texts: Iterable<string>): Promise<void> {
  const copy = client.query(copyFrom(`copy ${table} (${STAGE_COLUMNS.join(', ')}) from stdin`));
  const done = once(copy, 'finish');
  for (const text of texts) if (!copy.write(text)) await Promise.race([once(copy, 'drain'), done]);
  copy.end();
  await done;
}

function copyLine(row: UsageRow): string {
  const { account_id, id, feature, subscription_external_id: subscription, person_external_id: person } = row;
  const at = typeof row.occurred_at === 'string' ? row.occurred_at : instantText(row.occurred_at.valueOf());
  const numbers = `${row.quantity ?? 1}\t${row.duration_s ?? '\\N'}\t${row.error_count ?? '\\N'}\n`;
  if (isPlain(id) && isPlain(feature) && isPlain(subscription) && isPlain(person))
    return `${account_id}\t${id}\t${at}\t${subscription ?? '\\N'}\t${person ?? '\\N'}\t${feature}\t${numbers}`;
  const texts = [id, at, subscription, person, feature].map(copyText).join('\t');
  return `${account_id}\t${texts}\t${numbers}`;
}

function isPlain(text: string | null | undefined): boolean {
  return text === null || text === undefined || !SPECIAL.test(text);
}

const MINUTE_MS = 60_000;
let minute = { at: Number.NaN, text: '' };

/** Most instants are of the same minute as the one before: writing all of each would cost as much as all else. */
function instantText(ms: number): string {
  const at = Math.floor(ms / MINUTE_MS);
  if (at !== minute.at) minute = { at, text: new Date(at * MINUTE_MS).toISOString().slice(0, -7) };
  const seconds = (ms - at * MINUTE_MS) / 1000;
  return `${minute.text}${seconds < 10 ? '0' : ''}${seconds}Z`;
}

function copyText(text: string | null | undefined): string {
  if (text === null || text === undefined) return '\\N';
  return text.replace(EVERY_SPECIAL, (char) => ESCAPED[char] ?? char);
}
