import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitIsotonic, fitPlatt, isotonicShare, pava, sigmoid } from './calibration.ts';
import { seededRandom } from './random.ts';

describe('the nearest rising sequence', () => {
  it('of the published example pools all but the first two', () => {
    expect(pava([1, 0, 4, 3, 3, 5, 4, 2, 0])).toEqual([0.5, 0.5, 3, 3, 3, 3, 3, 3, 3]);
    expect(pava([])).toEqual([]);
    expect(pava([2, 0], [1, 3])).toEqual([0.5, 0.5]);
  });

  it('never falls and keeps the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), (values) => {
        const found = pava(values);
        const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
        expect(found.every((value, index) => index === 0 || value >= (found[index - 1] as number))).toBe(true);
        expect(mean(found)).toBeCloseTo(mean(values), 9);
      }),
    );
  });
});

describe('Platt scaling', () => {
  it('finds the slope and the offset scores were distorted by', () => {
    const random = seededRandom(7);
    const raw = Array.from({ length: 20_000 }, () => random() * 8 - 4);
    const outcomes = raw.map((score) => random() < sigmoid(0.5 * score - 1));
    const found = fitPlatt(raw, outcomes);
    expect(found.outcome).toBe('fitted');
    if (found.outcome !== 'fitted') return;
    expect(found.platt.slope).toBeCloseTo(0.5, 1);
    expect(found.platt.offset).toBeCloseTo(-1, 1);
  });

  it('has a finite answer for scores that separate without error', () => {
    const found = fitPlatt([-3, -2, -1, 1, 2, 3], [false, false, false, true, true, true]);
    expect(found.outcome).toBe('fitted');
    if (found.outcome === 'fitted') expect(Number.isFinite(found.platt.slope) && found.platt.slope > 0).toBe(true);
  });

  it.each([
    ['empty', [], []],
    ['one_class', [1, 2], [true, true]],
    ['constant', [1, 1], [true, false]],
    ['wrong_way', [3, 2, 1, 0], [false, false, true, true]],
  ] as const)('says %s instead of answering', (reason, raw, outcomes) => {
    expect(fitPlatt([...raw], [...outcomes])).toEqual({ outcome: 'no_calibration', reason });
  });
});

describe('isotonic calibration', () => {
  it('rises between the points and is flat outside', () => {
    const found = fitIsotonic([1, 1, 2, 3, 3], [false, true, false, true, true]);
    expect(found).toBeDefined();
    if (!found) return;
    expect(found.shares[0]).toBeCloseTo(1 / 3, 12);
    const middle = ((found.shares[1] ?? 0) + 1) / 2;
    const expected = [found.shares[0], found.shares[0], middle, 1, 1];
    [0, 1, 2.5, 3, 9].forEach((score, index) => {
      expect(isotonicShare(found, score)).toBeCloseTo(expected[index] ?? -1, 12);
    });
    expect(fitIsotonic([], [])).toBeUndefined();
  });
});
