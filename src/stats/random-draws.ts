import { normalQuantile } from './distributions.ts';
import type { Random } from './random.ts';

/** A uniform draw that is never 0. */
function open(random: Random): number {
  for (;;) {
    const drawn = random();
    if (drawn > 0) return drawn;
  }
}

/** A draw from the standard normal distribution, by its quantile: one uniform a draw, so that streams stay in step. */
export function normalDraw(random: Random): number {
  return normalQuantile(open(random));
}

/** A draw from the exponential distribution of mean 1. */
export function exponentialDraw(random: Random): number {
  return -Math.log(open(random));
}

/**
 * A draw from Gamma(shape, 1), by Marsaglia & Tsang (2000, ACM Trans. Math. Softw. 26), with their power of a uniform
 * for shapes below 1. @throws RangeError unless shape > 0.
 */
export function gammaDraw(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError('a gamma draw needs shape > 0');
  if (shape < 1) return gammaDraw(random, shape + 1) * open(random) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(open(random)) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw from Beta(a, b): a gamma's share of two. @throws RangeError unless a, b > 0. */
export function betaDraw(random: Random, a: number, b: number): number {
  const [x, y] = [gammaDraw(random, a), gammaDraw(random, b)];
  return x + y > 0 ? x / (x + y) : Number(random() < a / (a + b));
}

const FEW = 16;

/**
 * A draw from the Poisson distribution: gaps are counted where the mean is small, and a gamma of most of it splits a
 * large one (Ahrens & Dieter 1974, Computing 12). @throws RangeError unless mean >= 0 and finite.
 */
export function poissonDraw(random: Random, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) throw new RangeError('a Poisson draw needs a mean of 0 or more');
  if (mean > FEW) {
    const most = Math.floor((mean * 7) / 8);
    const time = gammaDraw(random, most);
    return time > mean ? binomialDraw(random, most - 1, mean / time) : most + poissonDraw(random, mean - time);
  }
  let count = 0;
  for (let time = exponentialDraw(random); time <= mean; time += exponentialDraw(random)) count += 1;
  return count;
}

/**
 * A draw from the binomial distribution: tries are counted where there are few, and the middle one of many splits them
 * (Relles 1972, JASA 67). @throws RangeError unless n is a whole number of 0 or more and 0 <= chance <= 1.
 */
export function binomialDraw(random: Random, n: number, chance: number): number {
  if (!(Number.isInteger(n) && n >= 0 && chance >= 0 && chance <= 1))
    throw new RangeError('a binomial draw needs whole tries of 0 or more and a chance');
  if (n <= FEW) {
    let count = 0;
    for (let tried = 0; tried < n; tried += 1) if (random() < chance) count += 1;
    return count;
  }
  const middle = Math.floor((n + 1) / 2);
  const split = betaDraw(random, middle, n + 1 - middle);
  if (split <= chance) return middle + binomialDraw(random, n - middle, Math.min(1, (chance - split) / (1 - split)));
  return binomialDraw(random, middle - 1, chance / split);
}
