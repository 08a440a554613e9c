import { describe, expect, it } from 'vitest';
import { logRank } from '../../../stats/log-rank.ts';
import { seededRandom } from '../../../stats/random.ts';
import { exponentialDraw } from '../../../stats/random-draws.ts';
import { compareAttributes, type FirstStay } from './compare-curves.ts';

type Drawn = FirstStay<'segment'> & { values: { segment: string[] } };

/** Customers watched for 100 to 900 days, each in the groups that `groupsOf` says. */
function draw(seed: number, groupsOf: (at: number) => string[], life: (at: number) => number, count = 120): Drawn[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const [left, watched] = [Math.ceil(exponentialDraw(random) * life(at)), Math.floor(100 + 800 * random())];
    return { days: Math.min(left, watched), ended: left <= watched, values: { segment: groupsOf(at) } };
  });
}

const bySegment = (stays: readonly Drawn[]) =>
  compareAttributes({ attributes: ['segment'], overlapping: ['segment'], stays }).segment;

/** The first 60 are in a; those from 40 to 99 are in b, so that 20 are in both; the others are in none. */
const overlap = (at: number) => [...(at < 60 ? ['a'] : []), ...(at >= 40 && at < 100 ? ['b'] : [])];

describe('how long customers stay, by groups that share customers', () => {
  it('counts a customer in each of its groups, and outside all the others', () => {
    const { groups } = bySegment(draw(1, overlap, () => 500));
    expect(groups.map(({ value, customers, others }) => [value, customers, others?.customers])).toEqual([
      ['a', 60, 60],
      ['b', 60, 60],
    ]);
  });

  it('tests each group against everybody outside it, as the log-rank test of those two does', () => {
    const stays = draw(2, overlap, (at) => (at < 60 ? 1500 : 400));
    const { groups, test, longest, shortest, verdict, month } = bySegment(stays);
    const part = (name: string, is: boolean) =>
      stays
        .filter(({ values }) => values.segment.includes(name) === is)
        .map(({ days, ended }) => ({ time: days, ended }));
    const byHand = ['a', 'b'].map((name) => logRank([part(name, true), part(name, false)]));
    const ps = byHand.map((one) => (one.outcome === 'tested' ? one.p : 1));
    expect(groups.map(({ others }) => others?.p)).toEqual(ps);
    expect(test?.p).toBeCloseTo(2 * Math.min(...ps), 12);
    expect(test?.df).toBe(1);
    expect({ verdict, month, longest, shortest }).toEqual({
      verdict: 'differs',
      month: 12,
      longest: 'a',
      shortest: null,
    });
  });

  it('names the group that leaves sooner than those outside it', () => {
    const found = bySegment(
      draw(
        3,
        (at) => (at < 60 ? ['risky'] : []),
        (at) => (at < 60 ? 200 : 2000),
      ),
    );
    expect(found).toMatchObject({ verdict: 'differs', longest: null, shortest: 'risky' });
  });

  it('cries wolf no more than once in twenty where no group differs, however much they share', () => {
    const same = (at: number) => [...(at < 60 ? ['a', 'c'] : []), ...(at < 62 ? ['b'] : []), ...(at > 50 ? ['d'] : [])];
    const cried = Array.from({ length: 100 }, (_, seed) => bySegment(draw(seed + 1, same, () => 600)));
    expect(cried.filter(({ verdict }) => verdict === 'differs').length).toBeLessThanOrEqual(11);
  });

  it('counts a group that looks ahead and never tests it, which would find a difference for sure', () => {
    const stays = draw(4, overlap, () => 500).map((one) => ({
      ...one,
      values: { segment: [...one.values.segment, ...(one.ended ? [] : ['healthy today'])] },
    }));
    const ask = (lookingAhead: string[]) =>
      compareAttributes({ attributes: ['segment'], overlapping: ['segment'], lookingAhead, stays }).segment;
    expect(ask([])).toMatchObject({ verdict: 'differs', longest: 'healthy today' });
    const careful = ask(['healthy today']);
    expect(careful.verdict).toBe('alike');
    const ahead = careful.groups.find(({ value }) => value === 'healthy today');
    expect(ahead).toMatchObject({ left: 0, is_compared: false, others: { p: null, looks_ahead: true } });
    expect(ask(['a', 'b', 'healthy today'])).toMatchObject({ verdict: 'looks_ahead', test: null });
  });

  it.each([
    ['no_customers', []],
    [
      'no_groups',
      draw(
        1,
        () => [],
        () => 500,
      ),
    ],
    [
      'too_few',
      draw(
        1,
        (at) => (at < 115 ? ['nearly all'] : []),
        () => 500,
      ),
    ],
    ['nobody_left', draw(1, overlap, () => 1e9)],
    ['too_early', draw(1, overlap, () => 500).map((one) => ({ ...one, days: one.days % 60 }))],
  ] as const)('answers %s where nothing can be said of groups that share customers', (verdict, stays) => {
    expect(bySegment(stays)).toMatchObject({ verdict, test: null });
  });
});
