import { type Selectable, sql } from 'kysely';
import type { FollowedPaths, PathSearches } from '../../../db/types.ts';
import type { Db } from '../../platform/postgres.ts';
import type { AccountStanding, FollowedPath, FollowedStep, SearchParameters, SearchResult } from './model.ts';

/** One search or choice of a path at a time: the next waits for this transaction's end. */
export async function lockPaths(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goodword.paths'))`.execute(db);
}

const SEARCH_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type SearchRow = Omit<Selectable<PathSearches>, 'state' | 'parameters' | 'result'> & {
  state: (typeof SEARCH_STATES)[number];
  parameters: SearchParameters;
  result: SearchResult | null;
};

const toSearch = (row: Selectable<PathSearches>) => row as SearchRow;

export async function insertSearch(db: Db, row: SearchRow): Promise<void> {
  const { parameters, result, ...rest } = row;
  const json = { parameters: JSON.stringify(parameters), result: result && JSON.stringify(result) };
  await db
    .insertInto('path_searches')
    .values({ ...rest, ...json })
    .execute();
}

/** Ends searches nobody has heard of since `before`: their process died. */
export async function failSilentSearches(db: Db, before: Date, error: string): Promise<void> {
  await db
    .updateTable('path_searches')
    .set({ state: 'failed', error })
    .where('state', 'in', ['waiting', 'running'])
    .where('touched_at', '<', before)
    .execute();
}

export async function findOpenSearch(db: Db): Promise<SearchRow | undefined> {
  const open = db.selectFrom('path_searches').selectAll().where('state', 'in', ['waiting', 'running']);
  const row = await open.executeTakeFirst();
  return row && toSearch(row);
}

export async function findSearch(db: Db, id: string): Promise<SearchRow | undefined> {
  const row = await db.selectFrom('path_searches').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toSearch(row);
}

type Change = Partial<Pick<SearchRow, 'state' | 'progress' | 'result' | 'error'>> & { touched_at: Date };

/** Changes a search that is still open; its row after that, undefined when it was over already. */
export async function updateOpenSearch(db: Db, id: string, change: Change): Promise<SearchRow | undefined> {
  const { result, ...rest } = change;
  const row = await db
    .updateTable('path_searches')
    .set(result ? { ...rest, result: JSON.stringify(result) } : rest)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst();
  return row && toSearch(row);
}

const toPath = (row: Selectable<FollowedPaths>): FollowedPath => ({ ...row, steps: row.steps as FollowedStep[] });

/** The newest version that ever was; 0 before the first. */
export async function newestVersion(db: Db): Promise<number> {
  const { rows } = await sql<{
    newest: number;
  }>`select coalesce(max(version), 0) as newest from followed_paths`.execute(db);
  return rows[0]?.newest ?? 0;
}

export async function findActivePath(db: Db): Promise<FollowedPath | undefined> {
  const row = await db.selectFrom('followed_paths').selectAll().where('is_active', '=', true).executeTakeFirst();
  return row && toPath(row);
}

export async function insertPath(db: Db, { steps, ...row }: FollowedPath): Promise<void> {
  await db
    .insertInto('followed_paths')
    .values({ ...row, steps: JSON.stringify(steps) })
    .execute();
}

/** Nobody follows a path any more; the versions stay. */
export async function retirePaths(db: Db): Promise<void> {
  await db.updateTable('followed_paths').set({ is_active: false }).where('is_active', '=', true).execute();
  await db.deleteFrom('path_standings').execute();
}

/** Writes how far accounts are; how many rows that changed. */
export async function upsertStandings(
  db: Db,
  rows: readonly AccountStanding[],
  { version, asOf }: { version: number; asOf: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into path_standings (account_id, path_version, standing, started_on, steps, done_count, as_of)
    select account_id, ${version}::integer, standing, started_on, steps, done_count, ${asOf}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(account_id text, standing text, started_on date, steps jsonb, done_count integer)
    on conflict (account_id) do update set path_version = excluded.path_version, standing = excluded.standing,
      started_on = excluded.started_on, steps = excluded.steps, done_count = excluded.done_count, as_of = excluded.as_of
    where path_standings.path_version <> excluded.path_version or path_standings.standing <> excluded.standing
      or path_standings.steps <> excluded.steps or path_standings.started_on <> excluded.started_on`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Forgets accounts that are on no path any more: merged away, or no customers as of the data's time. */
export async function deleteStandingsExcept(db: Db, accountIds: readonly string[]): Promise<void> {
  await sql`delete from path_standings where account_id <> all(${accountIds}::text[])`.execute(db);
}
