import { createHash } from 'node:crypto';
import { compute } from '../platform/compute.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { companyFacts } from '../reports/company.ts';
import { dataTime } from '../reports/data-time.ts';
import { earlyActions } from '../reports/paths/actions.ts';
import { goneBefore, recordsFrom, strata } from '../reports/paths/still-here.ts';
import { accountOutcomes } from '../reports/success/outcomes.ts';
import type { Progress } from '../stats/progress.ts';
import type { PathCase, SearchBasis, SearchParameters, SearchResult } from '../success/paths/model.ts';
import type { findPaths } from '../success/paths/rules/find.ts';
import { endSearch, getSearch, noteSearch } from '../success/paths/service.ts';

/** Reading is so much of the work, the rest is counting. */
const READING = 0.4;
const NOTE_EVERY = 0.02;

type Watch = { onProgress?: Progress; signal?: AbortSignal };

/**
 * What did customers who succeeded do early that others did not? Only accounts that were still customers at the landmark
 * and whose success was decided after it. The counting runs in a thread of its own. @throws the signal's reason when it is aborted.
 */
export async function searchPaths(ctx: Ctx, parameters: SearchParameters, watch: Watch = {}): Promise<SearchResult> {
  requireScope(ctx, 'success:read');
  const { cases, basis } = await gather(ctx, parameters, watch.onProgress);
  watch.signal?.throwIfAborted();
  const findings = await compute<typeof findPaths>(
    new URL('../success/paths/rules/find.ts', import.meta.url),
    'findPaths',
    { cases, parameters, outcomeDay: basis.outcome_day },
    { signal: watch.signal, onProgress: (share) => watch.onProgress?.(READING + (1 - READING) * share) },
  );
  return { basis, findings };
}

async function gather(
  ctx: Ctx,
  { landmark_day }: SearchParameters,
  onProgress: Progress = () => {},
): Promise<{ cases: PathCase[]; basis: SearchBasis }> {
  const company = await companyFacts(ctx);
  const { on: until } = await dataTime(ctx, company);
  const all = await accountOutcomes(ctx);
  const from = await recordsFrom(ctx);
  const known = all.filter(({ started_on }) => from !== null && started_on >= from);
  const decided = known.filter(({ succeeded }) => succeeded !== null);
  const gone = await goneBefore(ctx, company, { accounts: decided, day: landmark_day, until });
  const here = decided.filter(({ account_id }) => !gone.has(account_id));
  const alike = await strata(ctx);
  const early = await earlyActions(ctx, {
    accounts: here,
    before: landmark_day,
    until,
    onChunk: (share) => onProgress(READING * share),
  });
  const cases = here.map(({ account_id, succeeded }): PathCase => {
    const { done, active_days } = early.get(account_id) ?? { done: [], active_days: 0 };
    return { account_id, succeeded: succeeded === true, stratum: alike.get(account_id) ?? '-', active_days, done };
  });
  const basis = {
    data_until: until,
    data_hash: hashOf(cases),
    outcome_day: all[0]?.day ?? null,
    undecided: known.length - decided.length,
    before_records: all.length - known.length,
    gone_before_landmark: gone.size,
  };
  return { cases, basis };
}

/** Of every account and every action: the same data has the same hash. */
function hashOf(cases: readonly PathCase[]): string {
  const hash = createHash('sha256');
  for (const one of cases) hash.update(`${JSON.stringify(one)}\n`);
  return hash.digest('hex');
}

/** Does a search that was asked for, telling its progress, until it is done, fails or is cancelled. */
export async function runPathSearch(ctx: Ctx, searchId: string): Promise<void> {
  const { parameters } = await getSearch(ctx, searchId);
  if (!(await noteSearch(ctx, searchId, 0))) return;
  const abort = new AbortController();
  let told = 0;
  let telling = Promise.resolve();
  const onProgress = (share: number) => {
    if (share < told + NOTE_EVERY) return;
    told = share;
    telling = telling.then(async () => {
      if (!(await noteSearch(ctx, searchId, share))) abort.abort(new Error('cancelled'));
    });
  };
  try {
    const result = await searchPaths(ctx, parameters, { onProgress, signal: abort.signal });
    await telling;
    await endSearch(ctx, searchId, { state: 'done', result });
  } catch (error) {
    await telling;
    if (abort.signal.aborted) return;
    ctx.log.error({ err: error }, 'success paths could not be searched');
    await endSearch(ctx, searchId, { state: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}
