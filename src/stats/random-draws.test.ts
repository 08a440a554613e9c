import { describe, expect, it } from 'vitest';
import { normalCdf } from './distributions.ts';
import { logGamma } from './gamma.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { type Random, seededRandom } from './random.ts';
import { betaDraw, binomialDraw, exponentialDraw, gammaDraw, normalDraw, poissonDraw } from './random-draws.ts';

const DRAWS = 20_000;
/** Kolmogorov's 1 − 1e-6 quantile: a right generator crosses it once in a million. */
const TOO_FAR = 2.7;

function farthest(draw: (random: Random) => number, cdf: (x: number) => number): number {
  const random = seededRandom(5);
  const drawn = Array.from({ length: DRAWS }, () => draw(random)).sort((a, b) => a - b);
  const gaps = drawn.map((x, index) =>
    Math.max(Math.abs(cdf(x) - index / DRAWS), Math.abs(cdf(x) - (index + 1) / DRAWS)),
  );
  return Math.sqrt(DRAWS) * Math.max(...gaps);
}

/** Pearson's statistic per degree of freedom of whole-numbered draws against their chances. */
function misfit(draw: (random: Random) => number, logChance: (k: number) => number, from: number, to: number): number {
  const random = seededRandom(8);
  const seen = new Map<number, number>();
  for (let n = 0; n < DRAWS; n += 1) {
    const k = draw(random);
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
  let statistic = 0;
  for (let k = from; k <= to; k += 1) {
    const expected = DRAWS * Math.exp(logChance(k));
    statistic += ((seen.get(k) ?? 0) - expected) ** 2 / expected;
  }
  return statistic / (to - from + 1);
}

describe('draws from the seeded generator', () => {
  it.each([
    ['normal', normalDraw, normalCdf],
    ['exponential', exponentialDraw, (x: number) => -Math.expm1(-x)],
    ['gamma of shape .3', (random: Random) => gammaDraw(random, 0.3), (x: number) => incompleteGamma(0.3, x).lower],
    ['gamma of shape 7', (random: Random) => gammaDraw(random, 7), (x: number) => incompleteGamma(7, x).lower],
    ['Beta(.5, 2)', (random: Random) => betaDraw(random, 0.5, 2), (x: number) => incompleteBeta(x, 0.5, 2)],
    ['Beta(9, 4)', (random: Random) => betaDraw(random, 9, 4), (x: number) => incompleteBeta(x, 9, 4)],
  ] as [string, (random: Random) => number, (x: number) => number][])(
    '%s follow their distribution',
    (_, draw, cdf) => {
      expect(farthest(draw, cdf)).toBeLessThan(TOO_FAR);
    },
  );

  it.each([
    [0.8, 0, 4],
    [60, 45, 76],
  ])('Poisson of mean %d follow their distribution', (mean, from, to) => {
    const logChance = (k: number) => k * Math.log(mean) - mean - logGamma(k + 1);
    expect(misfit((random) => poissonDraw(random, mean), logChance, from, to)).toBeLessThan(2.5);
  });

  it.each([
    [10, 0.3, 0, 7],
    [500, 0.1, 36, 64],
  ])('binomial of %d tries at %f follow their distribution', (n, chance, from, to) => {
    const logChance = (k: number) =>
      logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(chance) + (n - k) * Math.log1p(-chance);
    expect(misfit((random) => binomialDraw(random, n, chance), logChance, from, to)).toBeLessThan(2.5);
  });

  it('stay whole and inside their range at the ends, and refuse what has no distribution', () => {
    const random = seededRandom(1);
    expect([binomialDraw(random, 100, 0), binomialDraw(random, 100, 1), poissonDraw(random, 0)]).toEqual([0, 100, 0]);
    expect(betaDraw(random, 1e-9, 1e-9)).toBeGreaterThanOrEqual(0);
    expect(() => gammaDraw(random, 0)).toThrow(RangeError);
    expect(() => poissonDraw(random, Number.NaN)).toThrow(RangeError);
    expect(() => binomialDraw(random, 1.5, 0.5)).toThrow(RangeError);
  });
});
