import { describe, expect, it } from 'vitest';
import { logBeta, logGamma } from './gamma.ts';
import { hypergeometric2F1 } from './hypergeometric.ts';
import { minimise } from './minimise.ts';

describe('special functions', () => {
  it.each([
    [1, 0],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [10, Math.log(362_880)],
    [0.01, 4.599479878042022],
    [1e6, 12_815_504.569147611],
  ])('ln Γ(%f)', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-11 * Math.max(1, Math.abs(expected)));
  });

  it('ln B(2, 3) is ln(1 ÷ 12), and only arguments above 0 have one', () => {
    expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 12);
    for (const x of [0, -1, Number.NaN]) expect(() => logGamma(x)).toThrow(RangeError);
  });

  it.each([
    ['(1 − z)^−a', 2.5, 3, 3, 0.9, 0.1 ** -2.5],
    ['−ln(1 − z) ÷ z', 1, 1, 2, 0.99, -Math.log(0.01) / 0.99],
    ['arcsin(√z) ÷ √z', 0.5, 0.5, 1.5, 0.5, Math.PI / 4 / Math.sqrt(0.5)],
    ['1 at z = 0', 1.3, 0.4, 2, 0, 1],
    ['ln(1 + z) ÷ z below 0', 1, 1, 2, -3, Math.log(4) / 3],
    ['arctan(√z) ÷ √z below 0', 0.5, 1, 1.5, -4, Math.atan(2) / 2],
  ])('2F1 is %s where it has that form', (_, a, b, c, z, expected) => {
    expect(hypergeometric2F1(a, b, c, z) / expected).toBeCloseTo(1, 11);
  });

  it('2F1 refuses what lies outside its domain', () => {
    for (const z of [1, 1.5, Number.NEGATIVE_INFINITY, Number.NaN])
      expect(() => hypergeometric2F1(1, 1, 2, z)).toThrow(RangeError);
    expect(() => hypergeometric2F1(1, 1, -2, 0.5)).toThrow(RangeError);
  });
});

describe('the simplex search', () => {
  it('finds the bottom of Rosenbrock’s valley', () => {
    const found = minimise(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
    expect(found.outcome).toBe('found');
    expect(found.at[0]).toBeCloseTo(1, 5);
    expect(found.at[1]).toBeCloseTo(1, 5);
  });

  it('says so when it has too few steps, and when there is nothing to find', () => {
    expect(minimise(([x = 0]) => x * x, [50], { maxSteps: 3 })).toMatchObject({
      outcome: 'not_converged',
      reason: 'steps',
    });
    expect(minimise(() => Number.NaN, [1])).toMatchObject({ outcome: 'not_converged', reason: 'unbounded' });
  });
});
