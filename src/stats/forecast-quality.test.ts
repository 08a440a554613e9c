import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  brier,
  expectedCalibrationError,
  lift,
  reliability,
  stabilityIndex,
} from './forecast-quality.ts';

const forecasts = (...pairs: [number, 0 | 1][]) =>
  pairs.map(([probability, outcome]) => ({ probability, outcome: outcome === 1 }));

describe('the quality of forecasts', () => {
  const four = forecasts([0.1, 0], [0.4, 0], [0.35, 1], [0.8, 1]);

  it('agrees with scikit-learn on its own example', () => {
    expect(averagePrecision(four)).toBeCloseTo(0.8333333333, 9);
    expect(brier(forecasts([0.1, 0], [0.9, 1], [0.8, 1], [0.3, 0]))).toBeCloseTo(0.0375, 12);
  });

  it('has groups of like height, and the mean distance of what was said from what came', () => {
    expect(reliability(four, 2)).toEqual([
      { n: 2, outcomes: 1, mean_probability: expect.closeTo(0.225, 9), rate: 0.5 },
      { n: 2, outcomes: 1, mean_probability: expect.closeTo(0.6, 9), rate: 0.5 },
    ]);
    expect(expectedCalibrationError(four, 2)).toBeCloseTo((0.275 + 0.1) / 2, 12);
  });

  it('lifts as often as the top holds more outcomes than all, and a constant forecast by 1', () => {
    expect(lift(four, 0.25)).toBe(2);
    expect(lift(forecasts([0.5, 0], [0.5, 1], [0.5, 0], [0.5, 1]), 0.1)).toBeCloseTo(1, 12);
  });

  it('has no answer where there is none', () => {
    expect([averagePrecision([]), brier([]), expectedCalibrationError([]), lift([])]).toEqual([null, null, null, null]);
    expect(lift(forecasts([0.2, 0]))).toBeNull();
    expect(averagePrecision(forecasts([0.2, 0]))).toBeNull();
    expect(stabilityIndex([], [])).toBeNull();
    expect(stabilityIndex([1, 2], [0, 0])).toBeNull();
  });

  it('stays within its bounds whatever comes', () => {
    const drawn = fc.array(
      fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() }),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(drawn, (some) => {
        for (const value of [averagePrecision(some), brier(some), expectedCalibrationError(some)])
          expect(value === null || (value >= 0 && value <= 1)).toBe(true);
        expect((lift(some) ?? 1) <= some.length + 1e-9).toBe(true);
      }),
    );
  });
});

describe('the stability of a population', () => {
  it('is 0 for the same shares, and Σ (b − a) ln(b ÷ a) for others', () => {
    expect(stabilityIndex([100, 300], [200, 600])).toBeLessThan(1e-5);
    const expected = 0.2 * Math.log(0.7 / 0.5) - 0.2 * Math.log(0.3 / 0.5);
    expect(stabilityIndex([50_000, 50_000], [70_000, 30_000])).toBeCloseTo(expected, 4);
    expect(stabilityIndex([10, 0], [0, 10])).toBeGreaterThan(0.25);
  });
});
