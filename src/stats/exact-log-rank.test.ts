import { describe, expect, it } from 'vitest';
import { exactExcess } from './exact-log-rank.ts';
import { seededRandom } from './random.ts';

const at = (ownAtRisk: number, ownEnded: number, atRisk: number, ended: number) => ({
  ownAtRisk,
  ownEnded,
  atRisk,
  ended,
});

describe('the exact one-sided log-rank test', () => {
  it.each([
    // All five of ten that ended: C(10,5) ÷ C(20,5) = 252 ÷ 15504.
    ['one moment', [at(10, 5, 20, 5)], { observed: 5, expected: 2.5, p: 252 / 15_504 }],
    // Both endings of two coins: ½ · ½.
    ['two moments', [at(2, 1, 4, 1), at(1, 1, 2, 1)], { observed: 2, expected: 1, p: 0.25 }],
    ['no ending of its own', [at(2, 0, 4, 1)], { observed: 0, expected: 0.5, p: 1 }],
    ['everybody ended', [at(2, 2, 4, 4)], { observed: 2, expected: 2, p: null }],
    ['nobody else was watched', [at(4, 1, 4, 1)], { observed: 1, expected: 1, p: null }],
    ['nobody was watched', [at(0, 0, 0, 0)], { observed: 0, expected: 0, p: null }],
    ['no moments', [], { observed: 0, expected: 0, p: null }],
  ])('of %s is as counted by hand', (_name, moments, { observed, expected, p }) => {
    const found = exactExcess(moments);
    expect(found).toEqual({
      observed,
      expected: expect.closeTo(expected, 12),
      p: p === null ? null : expect.closeTo(p, 12),
    });
  });

  it('goes over into the normal without a step', () => {
    const moments = Array.from({ length: 20 }, (_, month) => at(50, month < 10 ? 3 : 2, 200, 8));
    const exact = exactExcess(moments);
    const normal = exactExcess([...moments, at(1, 0, 200, 1)]);
    expect([exact.expected, normal.expected]).toEqual([40, expect.closeTo(40.005, 9)]);
    expect((normal.p ?? 0) / (exact.p ?? 1)).toBeGreaterThan(0.93);
    expect((normal.p ?? 0) / (exact.p ?? 1)).toBeLessThan(1.07);
  });

  it('holds its level: groups that are alike have a p below .05 in about one of twenty', () => {
    const random = seededRandom(4);
    const ps = Array.from({ length: 2000 }, () => {
      let [own, others] = [15, 60];
      const moments = Array.from({ length: 12 }, () => {
        const leaves = (count: number) => Array.from({ length: count }).filter(() => random() < 0.06).length;
        const [ownEnded, otherEnded] = [leaves(own), leaves(others)];
        const moment = at(own, ownEnded, own + others, ownEnded + otherEnded);
        [own, others] = [own - ownEnded, others - otherEnded];
        return moment;
      });
      return exactExcess(moments).p ?? 1;
    });
    const share = ps.filter((p) => p < 0.05).length / ps.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.06);
  });
});
