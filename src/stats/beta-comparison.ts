import { logBeta } from './gamma.ts';

/** A Beta(alpha, beta) belief about a share. */
export type BetaBelief = { alpha: number; beta: number };

/**
 * P(B > A) for two independent beliefs about shares, e.g. Beta(1 + successes, 1 + failures). Numeric: ∫ f_B(x) F_A(x) dx by
 * the trapezium rule on the log-odds scale, where both ends vanish, so that it converges faster than any power of the step;
 * absolute error below 1e-9 up to a million trials. @throws RangeError unless every parameter is above 0 and finite.
 */
export function probabilityOfBetter(a: BetaBelief, b: BetaBelief): number {
  for (const parameter of [a.alpha, a.beta, b.alpha, b.beta]) {
    if (!(parameter > 0 && Number.isFinite(parameter))) throw new RangeError('a belief needs parameters above 0');
  }
  const { from, step } = grid([a, b]);
  const [densityA, densityB] = [logitDensity(a), logitDensity(b)];
  let [below, better, mass, before] = [0, 0, 0, 0];
  for (let index = 0; index <= STEPS; index += 1) {
    const at = from + index * step;
    const here = densityA(at);
    below += ((before + here) / 2) * step;
    before = here;
    better += densityB(at) * (below - ((step * step) / 12) * here * slopeOf(a, at)) * step;
    mass += densityB(at) * step;
  }
  return Math.min(1, Math.max(0, better / mass / below));
}

const STEPS = 20_000;
const REACH = 12;
/** Far out the log-odds fall like exp(−parameter × x). */
const TAIL = 3;

/** Wide enough for both beliefs: means ± 12 standard deviations of the log-odds, wider where a tail is heavy. */
function grid(beliefs: readonly BetaBelief[]): { from: number; step: number } {
  const ends = beliefs.map(({ alpha, beta }) => {
    const centre = Math.log(alpha / beta);
    const spread = Math.sqrt(1 / alpha + 1 / beta);
    const reach = (parameter: number) => REACH * Math.max(spread, TAIL / parameter);
    return { low: centre - reach(alpha), high: centre + reach(beta) };
  });
  const from = Math.min(...ends.map(({ low }) => low));
  const to = Math.max(...ends.map(({ high }) => high));
  return { from, step: (to - from) / STEPS };
}

/** The slope of the density's logarithm. */
function slopeOf({ alpha, beta }: BetaBelief, logit: number): number {
  const share = 1 / (1 + Math.exp(-logit));
  return alpha * (1 - share) - beta * share;
}

/** The density of log(x ÷ (1 − x)) when x is Beta(alpha, beta). */
function logitDensity({ alpha, beta }: BetaBelief): (logit: number) => number {
  const scale = logBeta(alpha, beta);
  return (logit) => {
    const logX = -Math.log1p(Math.exp(-Math.abs(logit))) + Math.min(logit, 0);
    return Math.exp(alpha * logX + beta * (logX - logit) - scale);
  };
}
