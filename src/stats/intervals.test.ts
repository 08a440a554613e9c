import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './intervals.ts';

describe("Wilson's interval", () => {
  it('gives .181192 to .567146 for 7 of 20, as published', () => {
    const { low, high } = wilson(7, 20);
    expect(low).toBeCloseTo(0.181192, 6);
    expect(high).toBeCloseTo(0.567146, 6);
  });

  it('holds the observed share, stays inside 0 to 1 and mirrors when successes and failures change places', () => {
    const counts = fc
      .integer({ min: 1, max: 10_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const { low, high } = wilson(successes, n);
        const mirrored = wilson(n - successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
      }),
    );
  });

  it('refuses more successes than trials', () => {
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(0, 0)).toThrow(RangeError);
  });
});
