import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredP, chiSquaredQuantile, normalCdf, normalP, normalQuantile, studentP } from './distributions.ts';
import { digamma, logBeta, logGamma } from './gamma.ts';
import { hypergeometric2F1 } from './hypergeometric.ts';
import { betaQuantile, incompleteBeta } from './incomplete-beta.ts';
import { gammaQuantile, incompleteGamma } from './incomplete-gamma.ts';

const RUNS = { numRuns: 300, seed: 11 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const shape = between(0.05, 200);
const share = between(1e-6, 1 - 1e-6);

/** Equal to `digits` digits of the larger. */
function agree(a: number, b: number, digits: number) {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(10 ** -digits * Math.max(Math.abs(a), Math.abs(b), 1e-300));
}

describe('digamma', () => {
  const EULER = 0.5772156649015329;

  it.each([
    ['1', 1, -EULER],
    ['½', 0.5, -EULER - 2 * Math.LN2],
    ['¼', 0.25, -EULER - Math.PI / 2 - 3 * Math.LN2],
    ['10', 10, 2.251752589066721],
  ])('is known exactly at %s', (_, x, expected) => {
    expect(digamma(x)).toBeCloseTo(expected, 13);
  });

  it('rises by 1 ÷ x from x to x + 1, doubles rightly, and is the slope of ln Γ', () => {
    fc.assert(
      fc.property(between(0.01, 300), (x) => {
        expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 10);
        expect(digamma(2 * x)).toBeCloseTo((digamma(x) + digamma(x + 0.5)) / 2 + Math.LN2, 11);
        const step = 1e-4 * Math.min(1, x);
        const slope = (logGamma(x + step) - logGamma(x - step)) / (2 * step);
        expect(Math.abs(slope - digamma(x))).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
      }),
      RUNS,
    );
    for (const x of [0, -1, Number.NaN]) expect(() => digamma(x)).toThrow(RangeError);
  });
});

describe('the incomplete gamma function', () => {
  it('is 1 − exp(−x) for a = 1, and steps from a to a + 1 by its own density', () => {
    fc.assert(
      fc.property(shape, between(1e-3, 300), (a, x) => {
        agree(incompleteGamma(1, x).lower, -Math.expm1(-x), 13);
        const { lower, upper } = incompleteGamma(a, x);
        const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
        expect(lower + upper).toBeCloseTo(1, 14);
        expect(incompleteGamma(a + 1, x).upper).toBeCloseTo(upper + step, 11);
      }),
      RUNS,
    );
  });

  it('is undone by its quantile', () => {
    fc.assert(
      fc.property(share, shape, (p, a) => {
        expect(incompleteGamma(a, gammaQuantile(p, a)).lower).toBeCloseTo(p, 11);
      }),
      RUNS,
    );
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(() => gammaQuantile(1, 2)).toThrow(RangeError);
    expect(() => incompleteGamma(0, 1)).toThrow(RangeError);
  });
});

describe('the incomplete beta function', () => {
  it('is 1 − (1 − x)ᵇ for a = 1, mirrors, and steps from a to a + 1 by its own density', () => {
    fc.assert(
      fc.property(shape, shape, share, (a, b, x) => {
        expect(incompleteBeta(x, 1, b)).toBeCloseTo(-Math.expm1(b * Math.log1p(-x)), 12);
        expect(incompleteBeta(x, a, b)).toBeCloseTo(1 - incompleteBeta(1 - x, b, a), 11);
        const step = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
        expect(incompleteBeta(x, a + 1, b)).toBeCloseTo(incompleteBeta(x, a, b) - step, 10);
      }),
      RUNS,
    );
  });

  it('counts a binomial tail: at least 7 of 20 at a chance of .3', () => {
    let choose = 1;
    let below = 0;
    for (let k = 0; k < 7; k += 1) {
      below += choose * 0.3 ** k * 0.7 ** (20 - k);
      choose *= (20 - k) / (k + 1);
    }
    expect(incompleteBeta(0.3, 7, 14)).toBeCloseTo(1 - below, 13);
  });

  it('is undone by its quantile, also where nearly everything is at 0 or 1', () => {
    fc.assert(
      fc.property(share, between(1, 200), between(1, 200), (p, a, b) => {
        expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
      }),
      RUNS,
    );
    agree(betaQuantile(0.3, 0.01, 1), 0.3 ** 100, 9);
    expect(betaQuantile(0, 2, 2)).toBe(0);
    expect(betaQuantile(1, 2, 2)).toBe(1);
    expect(() => incompleteBeta(2, 1, 1)).toThrow(RangeError);
  });

  it('is 2F1 in another form', () => {
    fc.assert(
      fc.property(between(0.2, 20), between(0.2, 20), between(0.001, 0.95), (a, b, x) => {
        const form = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
        expect(form * hypergeometric2F1(a + b, 1, a + 1, x)).toBeCloseTo(incompleteBeta(x, a, b), 11);
      }),
      RUNS,
    );
  });
});

describe('distributions', () => {
  it('the normal is symmetric and undone by its quantile, deep into its tails', () => {
    fc.assert(
      fc.property(between(-37, 8), (z) => {
        if (z < -1) agree(normalQuantile(normalCdf(z)), z, 12);
        else expect(normalCdf(normalQuantile(normalCdf(z)))).toBeCloseTo(normalCdf(z), 14);
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
        agree(normalP(z), 2 * normalCdf(-Math.abs(z)), 12);
      }),
      RUNS,
    );
    agree(normalCdf(-10), 7.619853024160527e-24, 12);
  });

  it.each([
    ['chi-squared 1 above 3.841459', chiSquaredP(3.841458820694124, 1), 0.05],
    ['chi-squared 10 above 18.307038', chiSquaredP(18.307038053275146, 10), 0.05],
    ['the .99 quantile of chi-squared 3', chiSquaredQuantile(0.99, 3), 11.344866730144373],
    ['Student 9 beyond 2.262157', studentP(2.2621571627409915, 9), 0.05000000000467573],
    ['Student 1 beyond 1', studentP(1, 1), 0.5],
  ])('%s stands in the tables', (_, found, expected) => {
    expect(found).toBeCloseTo(expected, 12);
  });
});
