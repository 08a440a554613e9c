import type { z } from 'zod';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import type { FoundPath, PathFindings, SearchParameters, SearchResult } from '../../success/paths/model.ts';
import type { searchSchema } from '../../success/paths/schema.ts';
import { followedVersions } from './followed.ts';
import type { outlookSchema, pathSchema } from './schema.ts';
import { actionName, pathInWords, searchInWords, searchLimits, searchNeeds, stageInWords } from './words.ts';

type Outlook = z.infer<typeof outlookSchema>;
type PathView = z.infer<typeof pathSchema>;

/** Everything tested and found, but a screen and an answer are not endless. */
const MOST_PATHS = 100;

/** What did customers who succeed do first, how sure is that, and which path is followed? */
export async function pathOutlook(ctx: Ctx): Promise<Outlook> {
  requireScope(ctx, 'success:read');
  const newest = await newestSearch(ctx);
  const done = await newestSearch(ctx, 'done');
  const result = (done?.result ?? null) as SearchResult | null;
  const parameters = (done?.parameters ?? null) as SearchParameters | null;
  const [active, ...older] = (await followedVersions(ctx)).sort((a, b) => Number(b.is_active) - Number(a.is_active));
  const isFollowed = active?.is_active === true;
  return {
    status: result?.findings.outcome ?? 'unsearched',
    sentence: searchInWords(result, parameters),
    needed: searchNeeds(result),
    limits: result && parameters ? searchLimits(result, parameters) : [],
    basis: done && result && parameters ? basisOf(done, result, parameters) : null,
    best: result?.findings.best && parameters ? showBest(result.findings.best, parameters) : null,
    paths: parameters
      ? (result?.findings.paths ?? []).slice(0, MOST_PATHS).map((one) => showPath(one, parameters))
      : [],
    search: newest ? showSearch(newest) : null,
    followed: isFollowed ? active : null,
    versions: isFollowed || !active ? older : [active, ...older],
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof newestSearch>>>;

async function newestSearch(ctx: Ctx, state?: 'done') {
  const all = ctx.db
    .selectFrom('path_searches')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  return (state ? all.where('state', '=', state) : all).executeTakeFirst();
}

function showSearch({ id, state, progress, error, parameters, started_at }: Row): z.infer<typeof searchSchema> {
  const { landmark_day, gap_days, seed } = parameters as SearchParameters;
  const shown = { id, progress, error, landmark_day, gap_days, seed, started_at: started_at.toISOString() };
  return { ...shown, state: state as z.infer<typeof searchSchema>['state'] };
}

function basisOf(done: Row, { basis, findings }: SearchResult, parameters: SearchParameters): Outlook['basis'] {
  const { accounts, succeeded, kept_apart, actions, tested } = findings;
  const { data_until, data_hash, outcome_day } = basis;
  const known = { accounts, succeeded, kept_apart, actions, tested, data_until, data_hash, outcome_day };
  return { ...known, ...parameters, search_id: done.id, searched_at: done.touched_at.toISOString() };
}

function showPath(path: FoundPath, parameters: SearchParameters): PathView {
  const steps = path.steps.map((action) => ({ action, name: actionName(action) }));
  return { ...path, steps, sentence: pathInWords(path, parameters) };
}

function showBest({ path, flow }: NonNullable<PathFindings['best']>, parameters: SearchParameters): Outlook['best'] {
  return {
    path: showPath(path, parameters),
    flow: flow.map((stage) => ({ ...stage, name: actionName(stage.action), sentence: stageInWords(stage) })),
  };
}
