import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './postgres.ts';

/** How many rows a bulk write added, changed, and found as they were. */
export type UpsertCounts = { inserted: number; updated: number; unchanged: number };

export type BulkTable = {
  table: string;
  /** Every column a bulk write may give, with its SQL type. */
  columns: Record<string, string>;
  /** The unique columns that say "the same row". */
  key: readonly string[];
  /** Written with a new row only, and never reason to call a row changed. */
  fixed?: readonly string[];
  /** Written when something else changed, never reason to call a row changed. */
  touched?: readonly string[];
  /** What an empty value of a column means, as an SQL literal. */
  defaults?: Record<string, string>;
  /** jsonb columns whose keys are added to what is there. */
  merged?: readonly string[];
};

export const NO_ROWS: UpsertCounts = { inserted: 0, updated: 0, unchanged: 0 };

const ROWS_A_STATEMENT = 2_000;

export function addCounts(a: UpsertCounts, b: UpsertCounts): UpsertCounts {
  return {
    inserted: a.inserted + b.inserted,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
  };
}

/**
 * Inserts new rows and updates changed ones, set by set; a row whose content is the same is left alone. A column that
 * no row of the set names keeps what it holds; a `null` empties it. Keys must not repeat within `rows`.
 */
export async function upsertRows(db: Db, spec: BulkTable, rows: readonly object[]): Promise<UpsertCounts> {
  let counts = NO_ROWS;
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    counts = addCounts(counts, await upsertSet(db, spec, rows.slice(at, at + ROWS_A_STATEMENT)));
  }
  return counts;
}

async function upsertSet(db: Db, spec: BulkTable, rows: readonly object[]): Promise<UpsertCounts> {
  const given = givenColumns(spec, rows);
  const result = await sql<{ inserted: boolean; n: number }>`
    with written as (
      insert into ${sql.table(spec.table)} as t (${list(given)})
      select ${filled(spec, given)} from ${recordset(spec, given, rows)}
      on conflict (${list(spec.key)}) ${onConflict(spec, given)}
      returning (xmax = 0) as inserted)
    select inserted, count(*) as n from written group by inserted`.execute(db);
  const of = (inserted: boolean) => Number(result.rows.find((row) => row.inserted === inserted)?.n ?? 0);
  return { inserted: of(true), updated: of(false), unchanged: rows.length - of(true) - of(false) };
}

function givenColumns(spec: BulkTable, rows: readonly object[]): string[] {
  const named = new Set<string>();
  for (const row of rows) for (const [key, value] of Object.entries(row)) if (value !== undefined) named.add(key);
  return Object.keys(spec.columns).filter((column) => named.has(column));
}

/** The rows as a table of the statement: one parameter whatever the number of rows and columns. */
export function recordset(
  spec: Pick<BulkTable, 'columns'>,
  given: readonly string[],
  rows: readonly object[],
): RawBuilder<unknown> {
  const types = given.map((column) => sql`${sql.ref(column)} ${sql.raw(spec.columns[column] ?? 'text')}`);
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as incoming(${sql.join(types)})`;
}

function list(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function filled(spec: BulkTable, columns: readonly string[]): RawBuilder<unknown> {
  const value = (column: string) =>
    spec.defaults?.[column] === undefined
      ? sql.ref(column)
      : sql`coalesce(${sql.ref(column)}, ${sql.raw(spec.defaults[column])})`;
  return sql.join(columns.map(value));
}

function onConflict(spec: BulkTable, given: readonly string[]): RawBuilder<unknown> {
  const still = new Set([...spec.key, ...(spec.fixed ?? [])]);
  const changing = given.filter((column) => !still.has(column));
  const compared = changing.filter((column) => !spec.touched?.includes(column));
  if (compared.length === 0) return sql`do nothing`;
  const next = (column: string) =>
    spec.merged?.includes(column)
      ? sql`t.${sql.ref(column)} || excluded.${sql.ref(column)}`
      : sql`excluded.${sql.ref(column)}`;
  const sets = sql.join(changing.map((column) => sql`${sql.ref(column)} = ${next(column)}`));
  const before = sql.join(compared.map((column) => sql`t.${sql.ref(column)}`));
  return sql`do update set ${sets} where row(${before}) is distinct from row(${sql.join(compared.map(next))})`;
}

/**
 * Gives `work` so many items at a time; the next are made while it is at the ones before. Never more than two sets are
 * held.
 */
export async function inChunks<T>(
  items: Iterable<T>,
  size: number,
  work: (chunk: readonly T[]) => Promise<void>,
): Promise<void> {
  let busy = Promise.resolve();
  let chunk: T[] = [];
  for (const item of items) {
    if (chunk.push(item) < size) continue;
    await busy;
    busy = work(chunk);
    // Whoever waits for it hears of its failure; until then it must be on its way before the next items are made.
    busy.catch(() => {});
    await setImmediate();
    chunk = [];
  }
  await busy;
  if (chunk.length > 0) await work(chunk);
}

/** Between two texts of a list, and in place of a text that is missing: neither occurs in JSON, ids or words. */
const BETWEEN = '\u001e';
const MISSING = '\u001d';

/**
 * Texts as one parameter, a `text[]` of the statement: for thousands of long ones, such as JSON, far cheaper to send and to
 * read than an array, whose every quote is escaped. The list may not be empty, the texts hold no separators.
 */
export function joinedTexts(texts: readonly (string | number | null)[]): RawBuilder<unknown> {
  return sql`string_to_array(${texts.map((text) => text ?? MISSING).join(BETWEEN)}::text, ${BETWEEN}::text, ${MISSING}::text)`;
}

/** The same of anything, each as JSON; null where it is null. */
export function joinedJson(values: readonly unknown[]): RawBuilder<unknown> {
  return joinedTexts(values.map((value) => (value === null ? null : JSON.stringify(value))));
}
