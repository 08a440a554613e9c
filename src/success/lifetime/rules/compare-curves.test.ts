import { describe, expect, it } from 'vitest';
import { compute } from '../../../platform/compute.ts';
import { seededRandom } from '../../../stats/random.ts';
import { exponentialDraw } from '../../../stats/random-draws.ts';
import { compareAttributes, type FirstStay } from './compare-curves.ts';
import { pointAt } from './survival-curve.ts';

/** Customers who leave once in `lives` days of their group, watched for 0 to 900 days. */
function draw(seed: number, counts: Record<string, number>, lives: (group: string) => number): FirstStay<'source'>[] {
  const random = seededRandom(seed);
  return Object.entries(counts).flatMap(([source, count]) =>
    Array.from({ length: count }, () => {
      const [left, watched] = [Math.ceil(exponentialDraw(random) * lives(source)), Math.floor(900 * random())];
      return { days: Math.min(left, watched), ended: left <= watched, values: { source: source || null } };
    }),
  );
}

const bySource = (stays: FirstStay<'source'>[]) => compareAttributes({ attributes: ['source'], stays }).source;
const COUNTS = { partner: 150, search: 250, fair: 6, '': 40 };

describe('how long customers stay, by group', () => {
  it('finds the group that stays longest, and says that chance would hardly do it', () => {
    const found = bySource(draw(1, COUNTS, (source) => (source === 'partner' ? 1500 : 500)));
    expect(found).toMatchObject({ verdict: 'differs', month: 12, longest: 'partner', shortest: 'search' });
    expect(found.test?.df).toBe(1);
    expect(found.groups.map(({ value, is_compared }) => [value, is_compared])).toEqual([
      ['search', true],
      ['partner', true],
      ['fair', false],
      [null, false],
    ]);
  });

  it('cries wolf about once in twenty where groups are alike', () => {
    const cried = Array.from({ length: 100 }, (_, seed) => bySource(draw(seed + 1, { a: 60, b: 60 }, () => 700)));
    expect(cried.filter(({ verdict }) => verdict === 'differs').length).toBeLessThanOrEqual(11);
  });

  it('falls from all, stays inside its band, and ends where fewer than five are watched', () => {
    for (const { curve, customers } of bySource(draw(3, COUNTS, () => 600)).groups) {
      expect(curve[0]).toEqual({ month: 0, at_risk: customers, share: 1, low: 1, high: 1 });
      for (const [index, { share, low, high, at_risk }] of curve.entries()) {
        expect(share).toBeLessThanOrEqual(curve[index - 1]?.share ?? 1);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        if (index > 0) expect(at_risk).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('asks more of one difference among many questions than of one alone', () => {
    const stays = draw(5, { a: 70, b: 70 }, (group) => (group === 'a' ? 900 : 560));
    const random = seededRandom(2);
    const noise = Array.from({ length: 8 }, (_, index) => `noise${index}`);
    const many = stays.map((stay) => ({
      ...stay,
      values: { ...stay.values, ...Object.fromEntries(noise.map((name) => [name, random() < 0.5 ? 'x' : 'y'])) },
    }));
    const alone = bySource(stays).test;
    const among = compareAttributes<string>({ attributes: ['source', ...noise], stays: many });
    expect(alone?.q).toBe(alone?.p);
    expect(among.source?.test?.p).toBe(alone?.p);
    expect(among.source?.test?.q).toBeGreaterThan(alone?.p ?? 1);
    const named = Object.values(among).filter(({ verdict, test }) => verdict === 'perhaps' && (test?.q ?? 0) < 0.05);
    expect(named).toEqual([]);
  });

  it.each([
    ['no_customers', []],
    ['too_few', draw(1, { a: 100, b: 9 }, () => 500)],
    ['nobody_left', draw(1, { a: 20, b: 20 }, () => 1e9)],
    ['too_early', draw(1, { a: 20, b: 20 }, () => 500).map((one) => ({ ...one, days: one.days % 60 }))],
  ] as const)('answers %s where nothing can be said', (verdict, stays) => {
    expect(bySource([...stays])).toMatchObject({ verdict });
  });

  it('is not sure that nobody ever leaves because nobody has yet', () => {
    const [group] = bySource(draw(1, { a: 20, b: 20 }, () => 1e9)).groups;
    const point = group && pointAt(group, 6);
    expect(point?.share).toBe(1);
    expect(point?.low).toBeLessThan(0.9);
  });

  it('is the same in a thread of its own', async () => {
    const input = { attributes: ['source'] as const, stays: draw(1, COUNTS, () => 500) };
    const module = new URL('./compare-curves.ts', import.meta.url);
    const found = await compute<typeof compareAttributes<'source'>>(module, 'compareAttributes', input);
    expect(found).toEqual(compareAttributes(input));
  });
});
