import { chiSquare } from './chi-square.ts';
import { benjaminiHochberg } from './false-discovery.ts';
import { type FourFold, fisherMidTail, fisherP } from './fisher.ts';
import { type Counted, type Interval, newcombe } from './intervals.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';

/** Something a subject has or not. `strata` instead of the common ones, where those would contain the candidate itself. */
export type Candidate = { key: string; has: readonly boolean[]; strata?: readonly string[] };

/** One entry a subject in every list. `confirm`: held back to see whether what the others show is there too. */
export type AssociationInput = {
  candidates: readonly Candidate[];
  succeeded: readonly boolean[];
  strata: readonly string[];
  confirm: readonly boolean[];
};
export type AssociationOptions = { q?: number; leastSubjects?: number; leastOutcomes?: number; leastSupport?: number };

type Estimate = Interval & { value: number };
/** Among like subjects (same stratum): odds ratio, null where 0 or infinite, and difference of shares, 95 % intervals. */
export type Adjusted = { oddsRatio: Estimate | null; difference: Estimate; p: number };
/** One comparison: those with against those without, `difference` of their shares with Newcombe's 95 % interval. */
export type Compared = { with: Counted; without: Counted; difference: Estimate; p: number };
/** Of those held back: `p` one-sided (mid-p), for the direction found; `q` among all that were found, null for what was not. */
export type Confirmation = Compared & { q: number | null };

/**
 * confirmed: found, and seen again in those held back; not_confirmed: found, not seen again (yet);
 * explained: found, but not among subjects of the same strata; nothing: chance would do it.
 */
export type AssociationVerdict = 'confirmed' | 'not_confirmed' | 'explained' | 'nothing';
export type Association =
  | { outcome: 'too_few'; key: string; support: number; n: number; needed: number; confirmed: false }
  | ({
      outcome: 'tested';
      key: string;
      /** Subjects that have it, of `n`. */
      support: number;
      n: number;
      /** Share of successes with ÷ without; null when nobody without succeeds. */
      lift: number | null;
      /** Of the discovery part: Fisher's p among all candidates. */
      q: number;
      adjusted: Adjusted | null;
      discovery: Compared;
      confirmation: Confirmation | null;
      verdict: AssociationVerdict;
      confirmed: boolean;
    } & Compared);
/** `needed` of each: subjects, successes and failures. */
export type Associations =
  | { outcome: 'too_few'; n: number; succeeded: number; needed: { subjects: number; outcomes: number } }
  | { outcome: 'tested'; n: number; succeeded: number; tested: number; candidates: Association[] };

/** So many must have it, and as many not. */
export const LEAST_SUPPORT = 12;
const DEFAULTS = { q: 0.05, leastSubjects: 60, leastOutcomes: 15, leastSupport: LEAST_SUPPORT };
/** Fisher's sum has a term for each table; beyond this many subjects Pearson's test says the same. */
const EXACT_UP_TO = 20_000;

/**
 * Which candidates go with success? Found on the subjects not held back (Fisher's exact test, Benjamini-Hochberg over all
 * candidates below `q`, and the Mantel-Haenszel interval of the odds ratio within strata excludes 1 on the same side),
 * confirmed when those held back differ in the same direction: the mid-p of Fisher's one-sided test, Benjamini-Hochberg over what was
 * found below `q` (docs/decisions/0093). `with`, `without`, `difference`, `p`, `lift` are of all subjects together.
 * Associations, never causes. @throws RangeError when lists differ in length.
 */
export function associate(input: AssociationInput, options: AssociationOptions = {}): Associations {
  const limits = { ...DEFAULTS, ...options };
  const { candidates, succeeded, strata, confirm } = input;
  const n = succeeded.length;
  if ([strata, confirm, ...candidates.map(({ has }) => has)].some(({ length }) => length !== n))
    throw new RangeError('every list has one entry a subject');
  const successes = count(succeeded);
  if (n < limits.leastSubjects || Math.min(successes, n - successes) < limits.leastOutcomes) {
    const needed = { subjects: limits.leastSubjects, outcomes: limits.leastOutcomes };
    return { outcome: 'too_few', n, succeeded: successes, needed };
  }
  const judged = candidates.map((candidate) => examine(candidate, input, limits.leastSupport));
  const tested = judged.filter((one) => one.outcome === 'examined');
  const q = qsOf(tested, ({ discovery }) => discovery.p);
  const found = new Set(tested.filter((one) => (q.get(one) as number) < limits.q));
  const carried = [...found].filter(holdsAmongAlike);
  const again = qsOf(carried, ({ confirmation }) => confirmation?.p ?? 1);
  return {
    outcome: 'tested',
    n,
    succeeded: successes,
    tested: tested.length,
    candidates: judged.map((one) => {
      if (one.outcome === 'too_few') return one;
      const qAgain = again.get(one) ?? null;
      const verdict = verdictOf({ isFound: found.has(one), qAgain, limit: limits.q });
      return conclude(one, { n, q: q.get(one) as number, qAgain, verdict });
    }),
  };
}

function qsOf(examined: readonly Examined[], pOf: (one: Examined) => number): Map<Examined, number> {
  const qs = benjaminiHochberg(examined.map(pOf));
  return new Map(examined.map((one, at) => [one, qs[at] as number]));
}

type Examined = {
  outcome: 'examined';
  key: string;
  support: number;
  all: Compared;
  discovery: Compared;
  confirmation: Compared | null;
  adjusted: Adjusted | null;
};
type TooFew = Extract<Association, { outcome: 'too_few' }>;

function examine(candidate: Candidate, input: AssociationInput, least: number): Examined | TooFew {
  const { key, has } = candidate;
  const { succeeded, confirm } = input;
  const n = has.length;
  const support = count(has);
  const table = tally(has, succeeded);
  const found = tally(has, succeeded, (at) => !confirm[at]);
  const [all, discovery] = [compare(table), compare(found)];
  if (support < least || n - support < least || !all || !discovery)
    return { outcome: 'too_few', key, support, n, needed: least, confirmed: false };
  const confirmation = compareAgain(
    tally(has, succeeded, (at) => confirm[at] === true),
    discovery,
  );
  const adjusted = adjust(has, succeeded, candidate.strata ?? input.strata, confirm);
  return { outcome: 'examined', key, support, all, discovery, confirmation, adjusted };
}

type Concluding = { n: number; q: number; qAgain: number | null; verdict: AssociationVerdict };

function conclude(one: Examined, { n, q, qAgain, verdict }: Concluding): Association {
  const { key, support, all, discovery, confirmation, adjusted } = one;
  const [share, other] = [all.with, all.without].map(({ successes, n }) => successes / n) as [number, number];
  return {
    outcome: 'tested',
    key,
    support,
    n,
    ...all,
    lift: other > 0 ? share / other : null,
    q,
    adjusted,
    discovery,
    confirmation: confirmation && { ...confirmation, q: qAgain },
    verdict,
    confirmed: verdict === 'confirmed',
  };
}

type Seen = { isFound: boolean; qAgain: number | null; limit: number };

function verdictOf({ isFound, qAgain, limit }: Seen): AssociationVerdict {
  if (!isFound) return 'nothing';
  if (qAgain === null) return 'explained';
  return qAgain < limit ? 'confirmed' : 'not_confirmed';
}

function holdsAmongAlike({ discovery, adjusted }: Examined): boolean {
  return adjusted !== null && sideOf(adjusted) === Math.sign(discovery.difference.value);
}

/** 1 or −1 where the interval leaves no doubt of the direction, else 0. */
function sideOf({ oddsRatio, difference }: Adjusted): number {
  const { low, high } = oddsRatio ?? difference;
  const middle = oddsRatio ? 1 : 0;
  return low > middle ? 1 : high < middle ? -1 : 0;
}

function count(values: readonly boolean[]): number {
  return values.reduce((sum, value) => sum + (value ? 1 : 0), 0);
}

/** [[with and succeeded, with and not], [without and succeeded, without and not]] */
function tally(
  has: readonly boolean[],
  succeeded: readonly boolean[],
  isIn: (at: number) => boolean = () => true,
): FourFold {
  const table: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (let at = 0; at < has.length; at += 1) if (isIn(at)) table[has[at] ? 0 : 1][succeeded[at] ? 0 : 1] += 1;
  return table;
}

function compare(table: FourFold): Compared | null {
  const [[a, b], [c, d]] = table;
  if (a + b === 0 || c + d === 0) return null;
  const [one, other] = [
    { successes: a, n: a + b },
    { successes: c, n: c + d },
  ];
  return { with: one, without: other, difference: newcombe(one, other), p: testOf(table) };
}

/** Is there more, or less, of it as there was in the discovery? The direction is known, so that the test has one side. */
function compareAgain(table: FourFold, { difference }: Compared): Compared | null {
  const again = compare(table);
  const side = difference.value > 0 ? 'more' : 'less';
  if (!again) return null;
  if (sizeOf(table) <= EXACT_UP_TO) return { ...again, p: fisherMidTail(table, side) };
  const isSame = Math.sign(again.difference.value) === Math.sign(difference.value);
  return { ...again, p: isSame ? again.p / 2 : 1 - again.p / 2 };
}

const sizeOf = (table: FourFold) => table.flat().reduce((sum, one) => sum + one, 0);

function testOf(table: FourFold): number {
  if (sizeOf(table) <= EXACT_UP_TO) return fisherP(table);
  const tested = chiSquare([[...table[0]], [...table[1]]]);
  return tested.outcome === 'tested' ? tested.p : 1;
}

function adjust(
  has: readonly boolean[],
  succeeded: readonly boolean[],
  strata: readonly string[],
  confirm: readonly boolean[],
): Adjusted | null {
  const places = Map.groupBy(strata.keys(), (at) => strata[at] as string);
  const tables = [...places.values()].map((own) => {
    const open = own.filter((at) => !confirm[at]);
    return tally(
      open.map((at) => has[at] as boolean),
      open.map((at) => succeeded[at] as boolean),
    );
  });
  const found = mantelHaenszel(tables);
  if (found.outcome === 'too_few') return null;
  return { oddsRatio: found.oddsRatio, difference: found.riskDifference, p: found.p };
}

/**
 * Whether a subject is held back for confirmation: 30 % of them, by a hash of the id under a key of ours (FNV-1a with the
 * finaliser of MurmurHash3), so that the same subject is always on the same side.
 */
export function isHeldBack(id: string): boolean {
  let hash = 0x811c9dc5;
  for (const character of `goodword.confirm.${id}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < HELD_BACK;
}

const HELD_BACK = 0.3;
