import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditWeights, PATH_MODELS } from './attribution-models.ts';

const DAY = 86_400_000;

describe('credit under other models', () => {
  it.each([
    ['first', [1, 0, 0, 0]],
    ['last', [0, 0, 0, 1]],
    ['linear', [0.25, 0.25, 0.25, 0.25]],
    ['position', [0.4, 0.1, 0.1, 0.4]],
    ['time_decay', [1 / 15, 2 / 15, 4 / 15, 8 / 15]],
  ] as const)('%s of four touches a week apart', (model, expected) => {
    const found = creditWeights(model, [0, 7 * DAY, 14 * DAY, 21 * DAY], 21 * DAY);
    for (const [index, weight] of found.entries()) expect(weight).toBeCloseTo(expected[index] ?? 0, 12);
  });

  it('sums to one whatever the path, and to nothing without one', () => {
    const path = fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(path, fc.constantFrom(...PATH_MODELS), (times, model) => {
        const weights = creditWeights(
          model,
          times.toSorted((a, b) => a - b),
          Math.max(...times),
        );
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
      }),
    );
    expect(creditWeights('linear', [], 0)).toEqual([]);
  });
});
