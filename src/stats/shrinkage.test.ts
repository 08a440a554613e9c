import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counted } from './intervals.ts';
import { seededRandom } from './random.ts';
import { betaDraw, binomialDraw } from './random-draws.ts';
import { betaBinomialLogLikelihood, chanceAbove, fitBetaPrior, shrunkShare } from './shrinkage.ts';

function drawGroups(seed: number, sizes: readonly number[], a: number, b: number) {
  const random = seededRandom(seed);
  return sizes.map((n) => {
    const truth = betaDraw(random, a, b);
    return { truth, n, successes: binomialDraw(random, n, truth) };
  });
}

describe('shrinkage of shares', () => {
  it('finds no likelier prior than its own', () => {
    const positive = fc.double({ min: 0.05, max: 60, noNaN: true });
    const sizes = Array.from({ length: 25 }, (_, group) => 3 + group * 2);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), positive, positive, (seed, a, b) => {
        const groups = drawGroups(seed, sizes, 2, 5);
        const fit = fitBetaPrior(groups);
        if (!('logLikelihood' in fit)) throw new Error(fit.outcome);
        expect(fit.logLikelihood).toBeGreaterThanOrEqual(betaBinomialLogLikelihood(groups, { a, b }) - 1e-6);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it('puts the truth inside its 80 % interval about four times in five, for small groups as for large', () => {
    const sizes = Array.from({ length: 40 }, (_, group) => 2 + (group % 8) * 6);
    let covered = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const groups = drawGroups(seed, sizes, 3, 7);
      const fit = fitBetaPrior(groups);
      if (fit.outcome !== 'fitted') throw new Error(fit.outcome);
      covered += groups.filter((group) => {
        const { low, high } = shrunkShare(fit.prior, group);
        return low <= group.truth && group.truth <= high;
      }).length;
    }
    expect(covered / 2000).toBeGreaterThan(0.77);
    expect(covered / 2000).toBeLessThan(0.83);
  });

  it('draws a share towards the others, the more the fewer it rests on', () => {
    const prior = { a: 20, b: 80 };
    const [few, many] = [shrunkShare(prior, { successes: 2, n: 2 }), shrunkShare(prior, { successes: 200, n: 200 })];
    expect(few.mean).toBeCloseTo(22 / 102, 12);
    expect(few.mean).toBeLessThan(many.mean);
    expect(shrunkShare(prior, { successes: 0, n: 0 }).mean).toBeCloseTo(0.2, 12);
    expect(few.low).toBeLessThan(few.mean);
    expect(few.high).toBeGreaterThan(few.mean);
  });

  it.each([
    ['too_few', []],
    [
      'too_few',
      [
        { successes: 1, n: 2 },
        { successes: 1, n: 2 },
        { successes: 0, n: 0 },
      ],
    ],
    ['nobody', [1, 2, 3].map((n) => ({ successes: 0, n }))],
    ['everybody', [1, 2, 3].map((n) => ({ successes: n, n }))],
    ['alike', [10, 20, 30].map((n) => ({ successes: n / 2, n }))],
  ] as [string, Counted[]][])('answers %s where nothing can be borrowed: %j', (outcome, groups) => {
    expect(fitBetaPrior(groups)).toMatchObject({ outcome });
  });
});

describe('which of two shares is larger', () => {
  it('is .92318344 of 120 against 100 in 1,000 each', () => {
    const [a, b] = [
      { successes: 100, n: 1000 },
      { successes: 120, n: 1000 },
    ];
    expect(chanceAbove(b, a)).toBeCloseTo(0.92318344, 8);
    expect(chanceAbove(a, b)).toBeCloseTo(1 - 0.92318344, 8);
  });

  it('is as often the one as the other, and one half for equals', () => {
    const counts = fc
      .integer({ min: 0, max: 60 })
      .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(chanceAbove(a, b) + chanceAbove(b, a)).toBeCloseTo(1, 9);
        expect(chanceAbove(a, a)).toBeCloseTo(0.5, 9);
      }),
    );
    expect(() => chanceAbove({ successes: 0.5, n: 1 }, { successes: 0, n: 1 })).toThrow(RangeError);
  });
});
