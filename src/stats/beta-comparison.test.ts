import { describe, expect, it } from 'vitest';
import { probabilityOfBetter } from './beta-comparison.ts';

const belief = (successes: number, trials: number) => ({ alpha: 1 + successes, beta: 1 + trials - successes });

describe('the probability that B is better than A', () => {
  it('is .92318344 for 100 of 1000 against 120 of 1000', () => {
    expect(probabilityOfBetter(belief(100, 1000), belief(120, 1000))).toBeCloseTo(0.92318344, 8);
    expect(probabilityOfBetter(belief(120, 1000), belief(100, 1000))).toBeCloseTo(1 - 0.92318344, 8);
  });

  it.each([
    ['nothing is known', belief(0, 0), belief(0, 0), 0.5],
    ['one is certain almost', belief(0, 100_000), belief(50_000, 100_000), 1],
    ['they have a closed form', { alpha: 1, beta: 1 }, { alpha: 3, beta: 1 }, 0.75],
    ['there are a million trials', belief(500_000, 1_000_000), belief(500_000, 1_000_000), 0.5],
    ['little mass lies at the ends', { alpha: 0.5, beta: 0.5 }, { alpha: 0.5, beta: 0.5 }, 0.5],
  ])('is right where %s', (_, a, b, expected) => {
    expect(probabilityOfBetter(a, b)).toBeCloseTo(expected, 7);
  });

  it('refuses what is no belief', () => {
    for (const alpha of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => probabilityOfBetter({ alpha, beta: 1 }, { alpha: 1, beta: 1 })).toThrow(RangeError);
  });
});
