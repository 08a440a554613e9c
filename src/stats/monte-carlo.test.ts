import { describe, expect, it } from 'vitest';
import { simulate } from './monte-carlo.ts';
import type { Random } from './random.ts';

/** The sum of twelve draws: near normal, variance 1. */
const normal = (random: Random) => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6);

describe('a simulation', () => {
  it('finds the mean and the middle 80 % of what is known', () => {
    const found = simulate([(random) => 10 + 2 * normal(random)], { runs: 20_000 });
    expect(found.outcome).toBe('simulated');
    if (found.outcome !== 'simulated') return;
    const [one] = found.alternatives;
    expect(one?.mean).toBeCloseTo(10, 1);
    expect(one?.median).toBeCloseTo(10, 1);
    expect(Math.abs((one?.interval.low ?? 0) - (10 - 2 * 1.2816))).toBeLessThan(0.1);
    expect(Math.abs((one?.interval.high ?? 0) - (10 + 2 * 1.2816))).toBeLessThan(0.1);
    expect(one?.standardError).toBeCloseTo(2 / Math.sqrt(20_000), 3);
  });

  it('gives alternatives the same luck, so that a small difference shows in few runs', () => {
    const found = simulate([(random) => 100 * normal(random), (random) => 100 * normal(random) + 1], { runs: 200 });
    if (found.outcome !== 'simulated') throw new Error(found.reason);
    const [, second] = found.alternatives;
    expect(second?.difference.mean).toBeCloseTo(1, 9);
    expect(second?.difference.standardError).toBeLessThan(1e-9);
    expect(second?.better).toBe(1);
    expect(second?.standardError).toBeGreaterThan(3);
  });

  it('is the same with the same seed and another with another', () => {
    const mean = (seed: number) => {
      const found = simulate([normal], { runs: 50, seed });
      return found.outcome === 'simulated' ? found.alternatives[0]?.mean : undefined;
    };
    expect(mean(4)).toBe(mean(4));
    expect(mean(4)).not.toBe(mean(5));
  });

  it('says what is wrong instead of answering', () => {
    expect(simulate([])).toEqual({ outcome: 'no_simulation', reason: 'no_alternative' });
    expect(simulate([normal], { runs: 0 })).toEqual({ outcome: 'no_simulation', reason: 'no_runs' });
    expect(simulate([normal, () => 1 / 0])).toEqual({ outcome: 'no_simulation', reason: 'not_finite', alternative: 1 });
    expect(simulate([() => 7], { runs: 1 })).toMatchObject({ alternatives: [{ mean: 7, standardError: 0 }] });
  });
});
