import { benjaminiHochberg } from '../../../stats/false-discovery.ts';
import type { FourFold } from '../../../stats/fisher.ts';
import { mantelHaenszel } from '../../../stats/mantel-haenszel.ts';
import type { Action, PathCase } from '../model.ts';
import { amongEquallyActive } from './activity.ts';
import { hasIdleStep } from './idle-step.ts';
import { firstDays, walked } from './sequences.ts';

/** A pattern: who did it, whether it was found at all, and what those kept apart say of it by itself (one-sided). */
export type Pattern = {
  key: string;
  steps: readonly Action[];
  has: readonly boolean[];
  /** Of the accounts looked at, as is `p`. */
  difference: { value: number };
  p: number;
  isFound: boolean;
  pAgain: number;
};
/** Adds something to those before it among the accounts looked at. `q`: of those kept apart, among all of these. */
export type Finding = { key: string; q: number; confirmed: boolean };

const RATE = 0.05;
const MOST_FINDINGS = 5;
/** A longer path is preferred to a shorter one whose p is less than ten times smaller. */
const WORTH_A_STEP = 1;

type Options = { keptApart: readonly boolean[]; gapDays: number };
type Tried = { pattern: Pattern; p: number };
type Side = { cases: readonly PathCase[]; at: readonly number[] };

/**
 * One finding, not a hundred wordings of it. A pattern that goes with success brings along whatever shares its steps, and
 * the more of those there are, the more chance finds Benjamini & Hochberg let in beside them. So the strongest is taken,
 * the others are tested anew among accounts alike in it (which of its steps they did, and whether in order), and so on
 * until nothing adds to what is known. These few are then tested once on the accounts kept apart, each among accounts alike
 * in those before it, with Benjamini & Hochberg over them: of what is confirmed at most 5 % is false (docs/decisions/0093).
 */
export function independentFindings(
  cases: readonly PathCase[],
  patterns: readonly Pattern[],
  { keptApart, gapDays }: Options,
): Finding[] {
  const places = [...cases.keys()];
  const open: Side = { cases, at: places.filter((at) => !keptApart[at]) };
  const apart: Side = { cases, at: places.filter((at) => keptApart[at]) };
  const days = cases.map(firstDays);
  const found: Tried[] = [];
  let alike = cases.map(() => '');
  while (found.length < MOST_FINDINGS) {
    const next = strongest(open, candidates(open, patterns, found.length === 0 ? null : alike), gapDays);
    if (!next) break;
    found.push({ pattern: next, p: found.length === 0 ? next.pAgain : oneSided(apart, next, alike) });
    alike = alike.map((before, at) => `${before}/${standing(days[at] ?? new Map(), next.steps, gapDays)}`);
  }
  const qs = benjaminiHochberg(found.map(({ p }) => p));
  return found.map(({ pattern: { key } }, at) => ({ key, q: qs[at] ?? 1, confirmed: (qs[at] ?? 1) < RATE }));
}

/** What is found, and found again among accounts alike in `alike`: at the rate over everything looked at. */
function candidates(open: Side, patterns: readonly Pattern[], alike: readonly string[] | null): Tried[] {
  if (!alike) return patterns.filter(({ isFound }) => isFound).map((pattern) => ({ pattern, p: pattern.p }));
  const groups = groupsOf(open, alike);
  const all = patterns.map((pattern) => ({ pattern, ...amongAlike(open, pattern, groups) }));
  const qs = benjaminiHochberg(all.map(({ p }) => p));
  return all.filter(({ pattern, difference }, at) => {
    const isSame = Math.sign(difference) === Math.sign(pattern.difference.value);
    return pattern.isFound && isSame && (qs[at] ?? 1) < RATE;
  });
}

/** Rather one that brings more success, beyond more use, than another. */
function strongest(open: Side, tried: readonly Tried[], gapDays: number): Pattern | undefined {
  const evidence = ({ pattern, p }: Tried) =>
    -Math.log10(Math.max(p, 1e-300)) + WORTH_A_STEP * (pattern.steps.length - 1);
  const cases = open.at.map((at) => open.cases[at] as PathCase);
  const walkers = cases.map((one) => ({ succeeded: one.succeeded, days: firstDays(one) }));
  const ordered = tried.toSorted((a, b) => evidence(b) - evidence(a)).map(({ pattern }) => pattern);
  const idle = new Map<Pattern, boolean>();
  const isIdle = (one: Pattern) => idle.getOrInsertComputed(one, () => hasIdleStep(one, walkers, gapDays));
  const hasOf = ({ has }: Pattern) => open.at.map((at) => has[at] === true);
  const helps = ordered.find((one) => one.difference.value > 0 && !isIdle(one) && isBeyondActivity(cases, hasOf(one)));
  return helps ?? ordered.find((one) => !isIdle(one));
}

function isBeyondActivity(cases: readonly PathCase[], has: readonly boolean[]): boolean {
  const active = amongEquallyActive(cases, has);
  return active !== null && active.p < RATE && active.difference > 0;
}

type Among = { p: number; difference: number };
const NOTHING: Among = { p: 1, difference: 0 };

/** A number for each account of a side: those of like plan and size that are alike in what was found before share it. */
function groupsOf({ cases, at: places }: Side, alike: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return places.map((at) => numbers.getOrInsertComputed(`${cases[at]?.stratum} ${alike[at]}`, () => numbers.size));
}

/** Does it go with success within the groups? */
function amongAlike({ cases, at: places }: Side, { has }: Pattern, groups: readonly number[]): Among {
  const tables: [[number, number], [number, number]][] = [];
  for (const [index, at] of places.entries()) {
    const group = groups[index] ?? 0;
    tables[group] ??= [
      [0, 0],
      [0, 0],
    ];
    tables[group][has[at] ? 0 : 1][cases[at]?.succeeded ? 0 : 1] += 1;
  }
  const found = mantelHaenszel(tables satisfies FourFold[]);
  return found.outcome === 'too_few' ? NOTHING : { p: found.p, difference: found.riskDifference.value };
}

function oneSided(apart: Side, pattern: Pattern, alike: readonly string[]): number {
  const { p, difference } = amongAlike(apart, pattern, groupsOf(apart, alike));
  return Math.sign(difference) === Math.sign(pattern.difference.value) ? p / 2 : 1 - p / 2;
}

/** Which of the steps were done, and whether all in order. */
function standing(days: ReadonlyMap<Action, number>, steps: readonly Action[], gapDays: number): string {
  const done = steps.map((step) => (days.has(step) ? '1' : '0')).join('');
  return walked(days, steps, gapDays) ? `${done}!` : done;
}
