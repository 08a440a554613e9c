import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson, newcombe, wilson } from './intervals.ts';

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

describe('the exact interval of a share', () => {
  it('is Clopper and Pearson’s for 7 of 20, and reaches 0 and 1', () => {
    const { low, high } = clopperPearson(7, 20);
    expect(low).toBeCloseTo(0.1539092, 7);
    expect(high).toBeCloseTo(0.5921885, 7);
    expect(clopperPearson(0, 8)).toMatchObject({ low: 0 });
    expect(clopperPearson(8, 8)).toMatchObject({ high: 1 });
    expect(() => clopperPearson(1, 0)).toThrow(RangeError);
  });
});

describe('the difference of two shares', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d of %d against %d of %d has Newcombe’s published interval', (a, m, b, n, low, high) => {
    const found = newcombe({ successes: a, n: m }, { successes: b, n });
    expect(found.value).toBeCloseTo(a / m - b / n, 12);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});
