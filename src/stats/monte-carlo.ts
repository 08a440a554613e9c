import type { Interval } from './intervals.ts';
import { type Random, seededRandom } from './random.ts';

export type Simulated = { runs: number; mean: number; median: number; interval: Interval; standardError: number };
/** Of alternatives on the same draws: each against the first. `better`: the share of runs in which it was higher. */
export type Compared = Simulated & { difference: Simulated; better: number };
/** `not_finite`: a run of the alternative of this index answered no finite number. */
export type Simulation =
  | { outcome: 'simulated'; alternatives: Compared[] }
  | { outcome: 'no_simulation'; reason: 'no_alternative' | 'no_runs' }
  | { outcome: 'no_simulation'; reason: 'not_finite'; alternative: number };

const DEFAULTS = { runs: 2000, seed: 1, confidence: 0.8 };

/**
 * Runs every alternative `runs` times, run i of each with the same random numbers, so that their difference is not
 * drowned by chance (common random numbers: Law 2015, "Simulation Modeling and Analysis", section 11.2). The interval is
 * that of the middle `confidence` of the runs.
 */
export function simulate(
  alternatives: readonly ((random: Random) => number)[],
  options: Partial<typeof DEFAULTS> = {},
): Simulation {
  const { runs, seed, confidence } = { ...DEFAULTS, ...options };
  if (alternatives.length === 0) return { outcome: 'no_simulation', reason: 'no_alternative' };
  if (!(Number.isInteger(runs) && runs > 0)) return { outcome: 'no_simulation', reason: 'no_runs' };
  const results = alternatives.map((play) =>
    Array.from({ length: runs }, (_, run) => play(seededRandom(runSeed(seed, run)))),
  );
  const broken = results.findIndex((one) => one.some((value) => !Number.isFinite(value)));
  if (broken >= 0) return { outcome: 'no_simulation', reason: 'not_finite', alternative: broken };
  const first = results[0] as number[];
  return {
    outcome: 'simulated',
    alternatives: results.map((one) => {
      const differences = one.map((value, run) => value - (first[run] as number));
      const better = differences.filter((difference) => difference > 0).length / runs;
      return { ...summarise(one, confidence), difference: summarise(differences, confidence), better };
    }),
  };
}

/** Neighbouring runs must not begin with neighbouring states of the generator. */
function runSeed(seed: number, run: number): number {
  return Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(run + 1, 0xc2b2ae35);
}

function summarise(values: readonly number[], confidence: number): Simulated {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = values.length > 1 ? squares / (values.length - 1) : 0;
  const edge = (1 - confidence) / 2;
  return {
    runs: values.length,
    mean,
    median: quantile(sorted, 0.5),
    interval: { low: quantile(sorted, edge), high: quantile(sorted, 1 - edge) },
    standardError: Math.sqrt(spread / values.length),
  };
}

/** Between the two nearest values (Hyndman & Fan 1996, type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low + (high - low) * (at - Math.floor(at));
}
