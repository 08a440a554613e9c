import { logGamma } from './gamma.ts';
import { rootOf } from './root.ts';

const MOST_TERMS = 100_000;
const ENOUGH = 1e-16;
const TINY = 1e-300;

/**
 * The regularised incomplete gamma functions of a > 0 at x >= 0: `lower` is P(a, x), the chance that a Gamma(a, 1) is
 * at most x, and `upper` is Q = 1 − P without its rounding. The series below a + 1, Lentz' continued fraction above
 * (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31). Relative error about 1e-13 of the smaller for a < 1000.
 * @throws RangeError unless a > 0 and x >= 0.
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0 && x >= 0)) throw new RangeError('an incomplete gamma function needs a > 0 and x >= 0');
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = Math.min(1, scale * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, scale * fraction(a, x));
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > ENOUGH * sum; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / away(an * d + b);
    c = away(b + an / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < ENOUGH * 4) break;
  }
  return product;
}

const away = (x: number) => (Math.abs(x) < TINY ? TINY : x);

/**
 * The x that a Gamma(a, 1) stays below with chance p: the inverse of P(a, x), searched over ln x.
 * @throws RangeError unless a > 0 and 0 <= p < 1.
 */
export function gammaQuantile(p: number, a: number): number {
  if (!(a > 0 && p >= 0 && p < 1)) throw new RangeError('a gamma quantile needs a > 0 and 0 <= p < 1');
  if (p === 0) return 0;
  const density = (u: number) => Math.exp(a * u - Math.exp(u) - logGamma(a));
  const highest = Math.log(a + 50 * Math.sqrt(a) + 800);
  const lowest = Math.min(-700, (Math.log(p) + logGamma(a + 1)) / a - 1);
  if (p < 0.5)
    return Math.exp(
      rootOf({ value: (u) => incompleteGamma(a, Math.exp(u)).lower, slope: density }, p, lowest, highest),
    );
  const fallen = { value: (u: number) => -incompleteGamma(a, Math.exp(u)).upper, slope: density };
  return Math.exp(rootOf(fallen, p - 1, lowest, highest));
}
