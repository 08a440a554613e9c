import { type Association, associate, isHeldBack } from '../../../stats/association.ts';
import { minePatterns } from '../../../stats/prefix-span.ts';
import type { Progress } from '../../../stats/progress.ts';
import { seededRandom } from '../../../stats/random.ts';
import {
  type Action,
  type FoundPath,
  OUTCOME_LOOKS_BACK,
  type PathCase,
  type PathFindings,
  type SearchOutcome,
  type SearchParameters,
} from '../model.ts';
import { amongEquallyActive } from './activity.ts';
import { independentFindings } from './findings.ts';
import { flowOf } from './flow.ts';
import { firstDays, leastSupport, stepped, telling, toSequence, walked } from './sequences.ts';

export type PathInput = { cases: readonly PathCase[]; parameters: SearchParameters; outcomeDay: number | null };

const LEAST_CASES = 60;
const LEAST_EACH = 15;
const MOST_CASES = 20_000;
const MOST_ITEMS = 3;
/** Candidates times accounts: what fits into memory and a minute. */
const MOST_CELLS = 12_000_000;
const LEAST_CANDIDATES = 200;

type Tested = Extract<Association, { outcome: 'tested' }>;
type Candidate = { steps: Action[]; key: string };
type Walked = Candidate & { has: boolean[] };

/**
 * What those who succeeded did early and others did not: single actions, and pairs and triples in order with gaps
 * (PrefixSpan), chosen by how often they are seen and not by who succeeded; then tested, corrected for their number and
 * adjusted for plan and size (`associate`); of these the few that say something of their own, confirmed on accounts kept
 * apart (`independentFindings`).
 */
export function findPaths(
  { cases: all, parameters, outcomeDay }: PathInput,
  report: Progress = () => {},
): PathFindings {
  const cases = sample(all, parameters.seed);
  const refusal = refuse(cases, parameters, outcomeDay);
  const actions = refusal ? [] : telling(cases);
  if (refusal || actions.length === 0) return nothing(cases, refusal ?? 'no_actions');
  const { candidates, incomplete } = gather(cases, actions, parameters);
  report(0.3);
  const tested = test(cases, candidates);
  report(0.8);
  const paths = judge(cases, tested, { candidates, parameters });
  const best = choose(paths);
  return {
    ...nothing(cases, paths.some(({ confirmed }) => confirmed) ? 'found' : 'nothing_found'),
    actions: actions.length,
    tested: tested.length,
    incomplete,
    paths,
    best: best ? { path: best, flow: flowOf(cases, best.steps, parameters.gap_days) } : null,
  };
}

function sample(cases: readonly PathCase[], seed: number): readonly PathCase[] {
  if (cases.length <= MOST_CASES) return cases;
  const random = seededRandom(seed);
  const drawn = cases.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  return drawn.slice(0, MOST_CASES).map(({ one }) => one);
}

function refuse(
  cases: readonly PathCase[],
  { landmark_day }: SearchParameters,
  outcomeDay: number | null,
): SearchOutcome | undefined {
  const successes = cases.filter(({ succeeded }) => succeeded).length;
  if (outcomeDay !== null && landmark_day > outcomeDay - OUTCOME_LOOKS_BACK) return 'landmark_too_late';
  if (cases.length === 0) return 'no_customers';
  if (cases.length < LEAST_CASES) return 'too_few';
  if (successes === 0) return 'nobody_succeeded';
  if (successes === cases.length) return 'everybody_succeeded';
  return Math.min(successes, cases.length - successes) < LEAST_EACH ? 'too_few' : undefined;
}

function nothing(cases: readonly PathCase[], outcome: SearchOutcome): PathFindings {
  const succeeded = cases.filter((one) => one.succeeded).length;
  const scarce = Math.min(succeeded, cases.length - succeeded);
  // At the present share so many accounts bring the fifteen of each kind.
  const forBoth = scarce > 0 ? Math.ceil((LEAST_EACH * cases.length) / scarce) : LEAST_CASES;
  return {
    outcome,
    accounts: cases.length,
    succeeded,
    kept_apart: cases.filter(({ account_id }) => isHeldBack(account_id)).length,
    needed: Math.max(LEAST_CASES, forBoth),
    actions: 0,
    tested: 0,
    incomplete: false,
    paths: [],
    best: null,
  };
}

function gather(
  cases: readonly PathCase[],
  actions: readonly Action[],
  { gap_days }: SearchParameters,
): { candidates: Walked[]; incomplete: boolean } {
  const kept = new Set(stepped(actions));
  const sequences = cases.map((one) => toSequence(one, kept));
  const options = { minSupport: leastSupport(cases.length), maxItems: MOST_ITEMS, maxGap: gap_days - 1 };
  const mined = minePatterns(sequences, options);
  const ordered = mined.patterns
    .filter(({ steps }) => steps.length > 1 && steps.every(({ length }) => length === 1))
    .sort((a, b) => a.steps.length - b.steps.length || b.support - a.support)
    .map(({ steps }) => steps.flat());
  const most = Math.max(LEAST_CANDIDATES, Math.floor(MOST_CELLS / cases.length));
  const all = [...actions.map((action) => [action]), ...ordered];
  const days = cases.map(firstDays);
  return {
    candidates: all.slice(0, most).map((steps) => ({
      steps,
      key: JSON.stringify(steps),
      has: days.map((own) => walked(own, steps, gap_days)),
    })),
    incomplete: mined.incomplete || all.length > most,
  };
}

function test(cases: readonly PathCase[], candidates: readonly Walked[]): Tested[] {
  const found = associate(
    {
      candidates,
      succeeded: cases.map(({ succeeded }) => succeeded),
      strata: cases.map(({ stratum }) => stratum),
      confirm: cases.map(({ account_id }) => isHeldBack(account_id)),
    },
    { leastSubjects: LEAST_CASES, leastOutcomes: LEAST_EACH, leastSupport: leastSupport(cases.length) },
  );
  if (found.outcome !== 'tested') return [];
  return found.candidates.filter((one) => one.outcome === 'tested');
}

type Context = { candidates: readonly Walked[]; parameters: SearchParameters };

const isFound = ({ verdict }: Tested) => verdict === 'confirmed' || verdict === 'not_confirmed';

/** What was found on the accounts looked at: what stands for itself first, in the order it was found. */
function judge(cases: readonly PathCase[], tested: readonly Tested[], context: Context): FoundPath[] {
  const candidateOf = new Map(context.candidates.map((one) => [one.key, one]));
  const patterns = tested.flatMap((one) => {
    const candidate = candidateOf.get(one.key);
    const { discovery, confirmation } = one;
    const known = {
      difference: discovery.difference,
      p: discovery.p,
      isFound: isFound(one),
      pAgain: confirmation?.p ?? 1,
    };
    return candidate ? [{ ...candidate, ...known }] : [];
  });
  const findings = independentFindings(cases, patterns, {
    keptApart: cases.map(({ account_id }) => isHeldBack(account_id)),
    gapDays: context.parameters.gap_days,
  });
  const paths = tested.filter(isFound).map((one) => {
    const { steps, has } = candidateOf.get(one.key) ?? { steps: [], has: [] };
    const at = findings.findIndex(({ key }) => key === one.key);
    const path = toPath(one, steps, amongEquallyActive(cases, has));
    return { at, path: { ...path, confirmed: findings[at]?.confirmed ?? false, redundant: at < 0 } };
  });
  const place = (at: number) => (at < 0 ? Number.POSITIVE_INFINITY : at);
  return paths
    .toSorted((a, b) => {
      if (a.path.confirmed !== b.path.confirmed) return a.path.confirmed ? -1 : 1;
      return a.at === b.at ? sureness(b.path) - sureness(a.path) : place(a.at) - place(b.at);
    })
    .map(({ path }) => path);
}

function toPath(one: Tested, steps: Action[], active: ReturnType<typeof amongEquallyActive>): FoundPath {
  const side = Math.sign(one.difference.value);
  return {
    steps,
    n_with: one.with.n,
    succeeded_with: one.with.successes,
    n_without: one.without.n,
    succeeded_without: one.without.successes,
    difference: one.difference,
    lift: one.lift,
    p: one.p,
    q: one.q,
    adjusted_odds: one.adjusted?.oddsRatio ?? null,
    confirmed: false,
    equally_active: active && { odds: active.odds, p: active.p },
    beyond_activity: active !== null && active.p < 0.05 && Math.sign(active.difference) === side,
    redundant: true,
  };
}

/** The end of the interval that is nearer to no difference: how much is sure. */
function sureness({ difference: { value, low, high } }: FoundPath): number {
  return value >= 0 ? Math.max(0, low) : Math.max(0, -high);
}

/** The first that is confirmed, brings more success and is not merely more use. */
function choose(paths: readonly FoundPath[]): FoundPath | undefined {
  return paths.find((path) => path.confirmed && path.beyond_activity && path.difference.value > 0);
}
