import { type Random, seededRandom } from '../../../stats/random.ts';
import { betaDraw, normalDraw } from '../../../stats/random-draws.ts';
import { ASSUMPTIONS, type Assumption, type AssumptionKey, FAMILY, type Family, type ScenarioInput } from '../model.ts';
import type { Run } from './economics.ts';
import { spreadOf } from './spread.ts';

/** The value of an assumption in every run, and its P10 and P90. */
export type Draws = { values: Float64Array; p10: number; p90: number };
export type Drawn = Record<AssumptionKey, Draws>;

/** The largest relative fall of churn that is drawn, and the largest rise. */
export const CHANGE_LEAST = -0.95;
export const CHANGE_MOST = 5;

/**
 * Draws of every assumption, each from a stream of its own: moving one leaves the draws of the others as they were, so
 * that two offers, or two positions of a slider, are compared on the same chances (common random numbers). What was
 * drawn is remembered, so that moving one slider draws one assumption anew.
 */
export function makeDrawer(): (input: Pick<ScenarioInput, 'assumptions' | 'seed'>, runs: number) => Drawn {
  const known = new Map<string, Draws>();
  return ({ assumptions, seed }, runs) => {
    const drawn = ASSUMPTIONS.map((key, index) => {
      const { value, sd } = assumptions[key];
      const name = `${key} ${value} ${sd} ${seed} ${runs}`;
      const draws = known.get(name) ?? drawOne(FAMILY[key], assumptions[key], { seed: seed * 31 + index, runs });
      known.delete(name);
      known.set(name, draws);
      return [key, draws] as const;
    });
    forgetOldest(known);
    return Object.fromEntries(drawn) as Drawn;
  };
}

const REMEMBERED = 64;

function forgetOldest(known: Map<string, Draws>): void {
  for (const name of known.keys()) {
    if (known.size <= REMEMBERED) return;
    known.delete(name);
  }
}

function drawOne(family: Family, given: Assumption, { seed, runs }: { seed: number; runs: number }): Draws {
  const { value } = given;
  if (given.sd === 0) return { values: new Float64Array(runs).fill(value), p10: value, p90: value };
  const draw = DRAW[family](given);
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1));
  const values = Float64Array.from({ length: runs }, () => draw(random));
  const { p10, p90 } = spreadOf(values);
  return { values, p10, p90 };
}

type Draw = (random: Random) => number;

/** Every family by its mean and standard deviation: Beta for shares, log-normal for amounts, a cut normal otherwise. */
const DRAW: Record<Family, (given: Assumption) => Draw> = {
  money: logNormal,
  count: logNormal,
  share: betaOf,
  power: ({ value, sd }) => cut(value, sd, 0, Number.POSITIVE_INFINITY),
  change: ({ value, sd }) => cut(value, sd, CHANGE_LEAST, CHANGE_MOST),
};

function logNormal({ value, sd }: Assumption): Draw {
  const variance = Math.log1p((sd / value) ** 2);
  const mu = Math.log(value) - variance / 2;
  return (random) => Math.exp(mu + Math.sqrt(variance) * normalDraw(random));
}

function betaOf({ value, sd }: Assumption): Draw {
  const { a, b } = betaShape(value, sd);
  return (random) => betaDraw(random, a, b);
}

/** The Beta distribution of this mean and standard deviation. */
export function betaShape(mean: number, sd: number): { a: number; b: number } {
  const size = (mean * (1 - mean)) / sd ** 2 - 1;
  return { a: mean * size, b: (1 - mean) * size };
}

/** Mean and standard deviation of Beta(a, b): an assumption from `hits` of `n` and a prior of the same form. */
export function betaMoments(a: number, b: number): { value: number; sd: number } {
  const value = a / (a + b);
  return { value, sd: Math.sqrt((value * (1 - value)) / (a + b + 1)) };
}

const cut =
  (mean: number, sd: number, least: number, most: number): Draw =>
  (random) =>
    Math.min(most, Math.max(least, mean + sd * normalDraw(random)));

/** Run `at` of what was drawn, written into `into`. */
export function readRun(drawn: Drawn, at: number, into: Run): Run {
  for (const key of ASSUMPTIONS) into[key] = drawn[key].values[at] as number;
  return into;
}

export const emptyRun = (): Run => Object.fromEntries(ASSUMPTIONS.map((key) => [key, 0])) as Run;
