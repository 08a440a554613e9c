import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import { MINUTE_MS } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { FOLLOW_PATH, SEARCH_PATHS } from './jobs.ts';
import type { AccountStanding, FollowedPath, SearchResult } from './model.ts';
import type { NewPath, NewSearch } from './schema.ts';
import * as store from './store.ts';

const SILENT_MINUTES = 15;
const CHUNK = 1000;

export type PathSearch = store.SearchRow;

/** Opens a search that a job will do. @throws conflict while one is open. */
export async function startSearch(ctx: Ctx, parameters: NewSearch): Promise<PathSearch> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    await store.lockPaths(ctx.db);
    const silent = new Date(now.getTime() - SILENT_MINUTES * MINUTE_MS);
    await store.failSilentSearches(ctx.db, silent, 'The process that searched ended.');
    if (await store.findOpenSearch(ctx.db))
      throw new AppError('conflict', 'Paths are being searched already.', { hint: 'Wait for it, or cancel it.' });
    const row: PathSearch = {
      id: newId(ctx, 'pathSearch'),
      state: 'waiting',
      progress: 0,
      parameters,
      result: null,
      error: null,
      started_by: ctx.actor.id,
      started_at: now,
      touched_at: now,
    };
    await store.insertSearch(ctx.db, row);
    await ctx.jobs.enqueue(ctx.db, SEARCH_PATHS, { search_id: row.id });
    return row;
  });
}

/** @throws 404. */
export async function getSearch(ctx: Ctx, id: string): Promise<PathSearch> {
  requireScope(ctx, 'success:read');
  const found = await store.findSearch(ctx.db, id);
  if (!found) throw notFound('search', id);
  return found;
}

/** Says how far a search is; false when it was cancelled meanwhile and should stop. */
export async function noteSearch(ctx: Ctx, id: string, progress: number): Promise<boolean> {
  requireScope(ctx, 'success:write');
  const change = {
    state: 'running',
    progress: Math.min(1, Math.max(0, progress)),
    touched_at: ctx.clock.now(),
  } as const;
  return (await store.updateOpenSearch(ctx.db, id, change)) !== undefined;
}

export async function endSearch(
  ctx: Ctx,
  id: string,
  end: { state: 'done'; result: SearchResult } | { state: 'failed'; error: string },
): Promise<void> {
  requireScope(ctx, 'success:write');
  const done = end.state === 'done' ? { progress: 1 } : {};
  await store.updateOpenSearch(ctx.db, id, { ...end, ...done, touched_at: ctx.clock.now() });
}

/** Stops an open search; what the last one found stays. @throws 404, conflict when it is over. */
export async function cancelSearch(ctx: Ctx, id: string): Promise<PathSearch> {
  requireScope(ctx, 'success:write');
  await getSearch(ctx, id);
  const row = await store.updateOpenSearch(ctx.db, id, { state: 'cancelled', touched_at: ctx.clock.now() });
  if (!row) throw new AppError('conflict', 'This search is over.');
  return row;
}

/** A search as it is shown. */
export function showSearch({ id, state, progress, error, parameters, started_at }: PathSearch) {
  return { id, state, progress, error, ...parameters, started_at: started_at.toISOString() };
}

/** The path accounts are measured against; undefined when none was chosen. */
export async function followedPath(ctx: Ctx): Promise<FollowedPath | undefined> {
  requireScope(ctx, 'success:read');
  return store.findActivePath(ctx.db);
}

/** Chooses the path to follow, as a new version; a job measures the accounts. @throws 422 for steps out of order. */
export async function followPath(ctx: Ctx, input: NewPath): Promise<FollowedPath> {
  requireScope(ctx, 'success:write');
  refuseOddSteps(input);
  return inTransaction(ctx, async (ctx) => {
    await store.lockPaths(ctx.db);
    if (input.search_id) await getSearch(ctx, input.search_id);
    const version = (await store.newestVersion(ctx.db)) + 1;
    await store.retirePaths(ctx.db);
    const chosen = { is_active: true, chosen_by: ctx.actor.id, chosen_at: ctx.clock.now() };
    const path: FollowedPath = { ...input, ...chosen, version };
    await store.insertPath(ctx.db, path);
    const detail = { name: path.name, steps: path.steps };
    await writeAudit(ctx, { action: 'path.followed', subjectKind: 'path', subjectId: String(version), detail });
    await ctx.jobs.enqueue(ctx.db, FOLLOW_PATH.name, {});
    return path;
  });
}

function refuseOddSteps({ steps, landmark_day }: NewPath): void {
  for (const [index, { action, due_day }] of steps.entries()) {
    if (steps.findIndex((one) => one.action === action) < index)
      throw invalidField(`steps[${index}].action`, 'A step stands in a path once.', 'Leave one of the two out.');
    if (due_day > landmark_day)
      throw invalidField(`steps[${index}].due_day`, `A step is due on day ${landmark_day} at the latest.`);
    if (due_day < (steps[index - 1]?.due_day ?? 0))
      throw invalidField(`steps[${index}].due_day`, 'A step is not due before the one before it.');
  }
}

/** No path is followed any more; its versions stay. @throws 404 when none is. */
export async function stopFollowing(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'success:write');
  await inTransaction(ctx, async (ctx) => {
    await store.lockPaths(ctx.db);
    const path = await store.findActivePath(ctx.db);
    if (!path) throw notFound('followed path', 'now');
    await store.retirePaths(ctx.db);
    const detail = { name: path.name };
    await writeAudit(ctx, { action: 'path.dropped', subjectKind: 'path', subjectId: String(path.version), detail });
  });
}

/** Notes how far all accounts are; those not given are forgotten. Nothing happens when another path was chosen meanwhile. */
export async function recordStandings(
  ctx: Ctx,
  input: { version: number; standings: readonly AccountStanding[]; asOf: string },
): Promise<number> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockPaths(ctx.db);
    if ((await store.findActivePath(ctx.db))?.version !== input.version) return 0;
    const { standings, ...of } = input;
    let changed = 0;
    for (let from = 0; from < standings.length; from += CHUNK)
      changed += await store.upsertStandings(ctx.db, standings.slice(from, from + CHUNK), of);
    await store.deleteStandingsExcept(
      ctx.db,
      standings.map(({ account_id }) => account_id),
    );
    return changed;
  });
}
