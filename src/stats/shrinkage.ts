import { logBeta } from './gamma.ts';
import { betaQuantile } from './incomplete-beta.ts';
import type { Counted, Interval } from './intervals.ts';
import { minimise } from './minimise.ts';

/** Shares differ between groups as a Beta(a, b): `a + b` groups' worth of observations are borrowed from the others. */
export type BetaPrior = { a: number; b: number };
/**
 * `alike`: the groups differ no more than chance makes them, and `share` says it all; `too_few`: fewer than three groups
 * with observations; `nobody`, `everybody`: the outcome never came, or always.
 */
export type BetaPriorFit =
  | { outcome: 'fitted'; prior: BetaPrior; logLikelihood: number }
  | { outcome: 'alike'; share: number; logLikelihood: number }
  | { outcome: 'too_few' | 'nobody' | 'everybody' | 'not_converged' };

const LEAST_GROUPS = 3;
const AS_GOOD_AS_ALIKE = 1e6;

/** ln of the chance to see these groups under the prior, binomial coefficients aside (Skellam 1948, JRSS B 10). */
export function betaBinomialLogLikelihood(groups: readonly Counted[], { a, b }: BetaPrior): number {
  const constant = logBeta(a, b);
  return groups.reduce((sum, { successes, n }) => sum + logBeta(a + successes, b + n - successes) - constant, 0);
}

/**
 * How shares scatter between groups, by maximum likelihood: the first half of empirical Bayes (Robbins 1956; Casella
 * 1985, The American Statistician 39). Groups without observations are left out.
 */
export function fitBetaPrior(all: readonly Counted[]): BetaPriorFit {
  const groups = all.filter(({ n }) => n > 0);
  const n = groups.reduce((sum, one) => sum + one.n, 0);
  const successes = groups.reduce((sum, one) => sum + one.successes, 0);
  if (groups.length < LEAST_GROUPS) return { outcome: 'too_few' };
  if (successes === 0) return { outcome: 'nobody' };
  if (successes === n) return { outcome: 'everybody' };
  const share = successes / n;
  const prior = ([middle = 0, strength = 0]: readonly number[]): BetaPrior => {
    const mean = 1 / (1 + Math.exp(-middle));
    return { a: mean * Math.exp(strength), b: (1 - mean) * Math.exp(strength) };
  };
  const loss = (at: readonly number[]) => -betaBinomialLogLikelihood(groups, prior(at));
  const start = [Math.log(share / (1 - share)), Math.log(10)];
  const found = minimise(loss, start);
  const alike = successes * Math.log(share) + (n - successes) * Math.log1p(-share);
  const fitted = prior(found.at);
  if (fitted.a + fitted.b > AS_GOOD_AS_ALIKE || -found.value < alike)
    return { outcome: 'alike', share, logLikelihood: alike };
  if (found.outcome !== 'found') return { outcome: 'not_converged' };
  return { outcome: 'fitted', prior: fitted, logLikelihood: -found.value };
}

/**
 * What a group's share is once the others are taken into account: the mean of Beta(a + successes, b + failures) and the
 * middle `confidence` of it. A group without observations gets the prior itself. @throws RangeError unless 0 <= successes <= n.
 */
export function shrunkShare(
  prior: BetaPrior,
  { successes, n }: Counted,
  confidence = 0.8,
): Interval & { mean: number } {
  if (!(successes >= 0 && successes <= n)) throw new RangeError('a share needs 0 <= successes <= n');
  const [a, b] = [prior.a + successes, prior.b + n - successes];
  const tail = (1 - confidence) / 2;
  return { mean: a / (a + b), low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) };
}

/**
 * The chance that the first group's true share is above the second's, each a Beta of the prior (Beta(1, 1) unless given)
 * and its own counts; the exact sum over whole numbers of Miller 2014, "Formulas for Bayesian A/B testing".
 * @throws RangeError unless the counts and the prior are whole numbers, the prior's above 0.
 */
export function chanceAbove(first: Counted, second: Counted, prior: BetaPrior = { a: 1, b: 1 }): number {
  const [a, b] = [prior.a + first.successes, prior.b + first.n - first.successes];
  const [c, d] = [prior.a + second.successes, prior.b + second.n - second.successes];
  if (![a, b, c, d].every((one) => Number.isInteger(one) && one > 0))
    throw new RangeError('a comparison of shares needs whole numbers');
  let sum = 0;
  for (let i = 0; i < a; i += 1)
    sum += Math.exp(logBeta(c + i, b + d) - Math.log(b + i) - logBeta(1 + i, b) - logBeta(c, d));
  return Math.min(1, sum);
}
