import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../stats/random.ts';
import { type GroupStays, leavesSooner } from './leaves-sooner.ts';

/** Customers of one group: `left` of them in month 1, all watched three months. */
const customersOf = (group: string, customers: number, left: number, term = 1): GroupStays[] => [
  { group, term, watched: 3, lost: null, stays: customers - left },
  { group, term, watched: 3, lost: 1, stays: left },
];
const found = (group: string, stays: GroupStays[]) => leavesSooner(stays).find((one) => one.group === group);

describe('whether customers of a group leave sooner', () => {
  it('counts as one does by hand', () => {
    // All five of twenty who left were a's ten: C(10,5) ÷ C(20,5).
    expect(found('a', [...customersOf('a', 10, 5), ...customersOf('b', 10, 0)])).toEqual({
      group: 'a',
      customers: 10,
      left: 5,
      expected: 2.5,
      p: expect.closeTo(252 / 15_504, 9),
      q: expect.closeTo(504 / 15_504, 9),
      sooner: true,
    });
  });

  it('says no of those who leave later, and of those who leave alike', () => {
    const stays = [...customersOf('a', 30, 6), ...customersOf('b', 30, 6), ...customersOf('c', 30, 0)];
    expect(leavesSooner(stays).map(({ sooner }) => sooner)).toEqual([false, false, false]);
    expect(found('c', stays)?.p).toBeGreaterThan(0.9);
  });

  it.each([
    ['nobody left', [...customersOf('a', 20, 0), ...customersOf('b', 20, 0)]],
    ['everybody left at once', [...customersOf('a', 20, 20), ...customersOf('b', 20, 20)]],
    ['there is nobody to compare with', customersOf('a', 20, 9)],
    ['customers are few', [...customersOf('a', 9, 9), ...customersOf('b', 20, 0)]],
    ['the others have another contract', [...customersOf('a', 20, 20), ...customersOf('b', 20, 0, 12)]],
  ])('says nothing when %s', (_name, stays) => {
    expect(found('a', stays)).toMatchObject({ p: null, q: null, sooner: false });
  });

  it('is empty for nobody', () => expect(leavesSooner([])).toEqual([]));

  it('accuses nobody in most companies whose groups are alike', () => {
    const accused = Array.from({ length: 200 }, (_, seed) => {
      const random = seededRandom(seed + 1);
      const stays = Array.from({ length: 8 * 18 }, (_each, at) => {
        const watched = 1 + Math.floor(random() * 14);
        const lost = 1 + Math.floor(Math.log(1 - random()) / Math.log(0.93));
        return { group: `p${at % 8}`, term: 1, watched, lost: lost <= watched ? lost : null, stays: 1 };
      });
      return leavesSooner(stays).some(({ sooner }) => sooner);
    });
    expect(accused.filter(Boolean).length).toBeLessThanOrEqual(14);
  });
});
