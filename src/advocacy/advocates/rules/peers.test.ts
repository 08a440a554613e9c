import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Peer, percentiles } from './peers.ts';

const peers = (values: (number | null)[]): Peer[] =>
  values.map((value, index) => ({ account_id: `ac_${index}`, value }));

describe('where an account stands among its peers', () => {
  it('is the share of the others below it', () => {
    expect([...percentiles(peers([5, 1, 3, 2, 4])).entries()]).toEqual([
      ['ac_1', 0],
      ['ac_3', 0.25],
      ['ac_2', 0.5],
      ['ac_4', 0.75],
      ['ac_0', 1],
    ]);
  });

  it('gives equal measures the same place', () => {
    expect([...percentiles(peers([0, 0, 0, 0, 7])).values()]).toEqual([0, 0, 0, 0, 1]);
  });

  it('is unknown among fewer than five, and for who was not measured', () => {
    expect(percentiles(peers([1, 2, 3, 4])).size).toBe(0);
    expect(percentiles(peers([1, 2, 3, 4, 5, null])).has('ac_5')).toBe(false);
  });

  it('keeps the order of the measures', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 5 }), (values) => {
        const ranks = percentiles(peers(values));
        const ordered = values.map((value, index) => [value, ranks.get(`ac_${index}`) ?? -1] as const);
        for (const [a, rankA] of ordered)
          for (const [b, rankB] of ordered) if (a < b) expect(rankA).toBeLessThan(rankB);
      }),
      { numRuns: 30 },
    );
  });
});
