import { logBeta } from './gamma.ts';
import { rootOf } from './root.ts';

const MOST_TERMS = 100_000;
const TINY = 1e-300;
const ENOUGH = 1e-15;

/**
 * The regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) is at most x. Lentz' continued
 * fraction on the side where it falls fast (Abramowitz & Stegun 1964, 26.5.8; Press et al. 2007, "Numerical Recipes",
 * section 6.4). Relative error about 1e-12. @throws RangeError unless a, b > 0 and 0 <= x <= 1.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError('an incomplete beta needs a, b > 0 and 0 <= x <= 1');
  return x <= (a + 1) / (a + b + 2) ? lowerTail(x, 1 - x, a, b) : 1 - lowerTail(1 - x, x, b, a);
}

/** I_x(a, b), `rest` being 1 − x, for x below the middle. */
function lowerTail(x: number, rest: number, a: number, b: number): number {
  if (x === 0) return 0;
  return (Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta(a, b)) * fraction(x, a, b)) / a;
}

const away = (x: number) => (Math.abs(x) < TINY ? TINY : x);

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let last = 1;
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      last = d * c;
      product *= last;
    }
    if (Math.abs(last - 1) < ENOUGH) break;
  }
  return product;
}

/**
 * The x that a Beta(a, b) stays below with chance p: the inverse of I_x(a, b), searched over the logarithm of the
 * smaller of x and 1 − x. @throws RangeError unless a, b > 0 and 0 <= p <= 1.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && p >= 0 && p <= 1)) throw new RangeError('a beta quantile needs a, b > 0 and 0 <= p <= 1');
  if (p === 0 || p === 1) return p;
  if (incompleteBeta(0.5, a, b) < p) return 1 - Math.exp(smallRoot(-p, b, a, (x) => incompleteBeta(1 - x, a, b) * -1));
  return Math.exp(smallRoot(p, a, b, (x) => incompleteBeta(x, a, b)));
}

/** ln x, x at most ½, where `share`, whose slope is the density of Beta(a, b), is `target`. */
function smallRoot(target: number, a: number, b: number, share: (x: number) => number): number {
  const slope = (u: number) => Math.exp(a * u + (b - 1) * Math.log1p(-Math.exp(u)) - logBeta(a, b));
  return rootOf({ value: (u) => share(Math.exp(u)), slope }, target, -740, Math.log(0.5));
}
