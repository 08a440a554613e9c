import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Peer, percentiles, percentilesByPlan } from './peers.ts';

const peers = (values: (number | null)[], plan: string | null = null): Peer[] =>
  values.map((value, index) => ({ account_id: `${plan}${index}`, plan, value }));

describe('where an account stands among its peers', () => {
  it('is the share of the others below it', () => {
    expect([...percentiles(peers([5, 1, 3, 2, 4])).entries()]).toEqual([
      ['null1', 0],
      ['null3', 0.25],
      ['null2', 0.5],
      ['null4', 0.75],
      ['null0', 1],
    ]);
  });

  it('gives equal measures the same place', () => {
    expect([...percentiles(peers([0, 0, 0, 0, 7])).values()]).toEqual([0, 0, 0, 0, 1]);
  });

  it('is unknown among fewer than five, and for who was not measured', () => {
    expect(percentiles(peers([1, 2, 3, 4])).size).toBe(0);
    expect(percentiles(peers([1, 2, 3, 4, 5, null])).has('null5')).toBe(false);
  });

  it('compares within the plan when it has five, else with everybody', () => {
    const big = peers([10, 20, 30, 40, 50], 'big');
    const found = percentilesByPlan([...big, ...peers([1, 100], 'small')]);
    expect(found.get('big0')).toBe(0);
    expect(found.get('small0')).toBe(0);
    expect(found.get('small1')).toBe(1);
  });

  it('keeps the order of the measures', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 5 }), (values) => {
        const ranks = percentiles(peers(values));
        const ordered = values.map((value, index) => [value, ranks.get(`null${index}`) ?? -1] as const);
        for (const [a, rankA] of ordered)
          for (const [b, rankB] of ordered) if (a < b) expect(rankA).toBeLessThan(rankB);
      }),
      { numRuns: 30 },
    );
  });
});
