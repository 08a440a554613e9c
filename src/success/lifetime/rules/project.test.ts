import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../stats/random.ts';
import { type Sbg, sbgSurvival } from '../../../stats/sbg.ts';
import type { ProjectionInput, Stays } from '../model.ts';
import { projectLifetime } from './project.ts';
import { clocksOf, renewalTable } from './renewals.ts';

const MODEL = { alpha: 1.2, beta: 30 };
const ALIKE = { alpha: 50, beta: 2000 };

/** How long one customer stays on a clock of `term` months when survival is `survival`; in months. */
function life(survival: number[], random: Random, term: number): number {
  const at = random();
  const lost = survival.findIndex((there) => there < at);
  return lost === -1 ? Number.POSITIVE_INFINITY : lost * term;
}

/** Customers who came evenly over two years and were watched since. */
function customers(count: number, seed: number, { term = 1, model = MODEL } = {}): Stays[] {
  const random = seededRandom(seed * 7919);
  const survival = sbgSurvival(model, 400);
  return Array.from({ length: count }, () => {
    const watched = Math.floor(random() * 25);
    const months = life(survival, random, term);
    return { term, watched, lost: months <= watched ? months : null, stays: 1 };
  });
}

const input = (own: Stays[], rest: Partial<ProjectionInput> = {}): ProjectionInput => ({
  own,
  all: own,
  revenue: [{ term: own[0]?.term ?? 1, accounts: 400, meanMinor: 10_000, deviationMinor: 0 }],
  marginBps: 8000,
  discountBps: 1000,
  ...rest,
});

function projected(given: ProjectionInput) {
  const projection = projectLifetime(given);
  if (projection.outcome !== 'projected') throw new Error(projection.reason);
  return projection;
}

/** Ten years of 80.00 a month under the true model, discounted at 10 % a year. */
const truth = (model: Sbg) =>
  sbgSurvival(model, 119).reduce((sum, there, month) => sum + 8000 * there * 1.1 ** (-month / 12), 0);

describe('the renewals of customers', () => {
  it('count only renewals whose day has come, on the clock of the contract', () => {
    const stays = [
      { term: 12, watched: 30, lost: null, stays: 2 },
      { term: 12, watched: 30, lost: 12, stays: 3 },
      { term: 12, watched: 30, lost: 26, stays: 4 },
      { term: 12, watched: 5, lost: 3, stays: 5 },
    ];
    expect(renewalTable(stays, 12)).toEqual([
      { atRisk: 9, lost: 3 },
      { atRisk: 6, lost: 0 },
    ]);
  });

  it('are counted by months when one contract term has lost too few to carry a clock', () => {
    const yearly = { term: 12, watched: 24, lost: 12, stays: 5 };
    const monthly = { term: 1, watched: 24, lost: 3, stays: 5 };
    expect(clocksOf([yearly, monthly])).toEqual(
      new Map([
        [12, 12],
        [1, 1],
      ]),
    );
    expect(clocksOf([{ ...yearly, stays: 4 }, monthly])).toEqual(
      new Map([
        [12, 1],
        [1, 1],
      ]),
    );
  });
});

describe('a projected lifetime value', () => {
  it.each([
    ['differ', MODEL],
    ['are alike', ALIKE],
  ])('holds the truth in its 80 % interval for 72 to 88 of 100 companies whose customers %s', (_, model) => {
    const worth = truth(model);
    const values = Array.from(
      { length: 100 },
      (_, at) => projected(input(customers(300, at + 1, { model }))).valueMinor,
    );
    const hits = values.filter(({ low, high }) => low <= worth && worth <= high).length;
    expect(hits).toBeGreaterThanOrEqual(72);
    expect(hits).toBeLessThanOrEqual(88);
  });

  it('is surer the more customers it has seen, and near the truth for many', () => {
    const [few, many] = [100, 5000].map((count) => projected(input(customers(count, 3))).valueMinor);
    expect((many?.high ?? 0) - (many?.low ?? 0)).toBeLessThan(((few?.high ?? 0) - (few?.low ?? 0)) / 2);
    expect(Math.abs((many?.value ?? 0) / truth(MODEL) - 1)).toBeLessThan(0.15);
  });

  it('says the same twice, in whatever order customers come', () => {
    const mixed = [...customers(80, 5), ...customers(80, 6, { term: 12 })];
    expect(projectLifetime(input(mixed))).toEqual(projectLifetime(input(mixed.toReversed())));
  });

  it('leans on all customers where a group is small, and on its own where it is large', () => {
    const all = customers(2000, 9);
    const leavers = (count: number) =>
      [3, 6, 9, 12, null].map((lost) => ({ term: 1, watched: 12, lost, stays: count / 5 }));
    const [small, large] = [10, 1000].map((count) => projected(input(leavers(count), { all })).years.value);
    expect(small).toBeGreaterThan(1.2 * (large ?? 0));
    expect(small).toBeLessThan(projected(input(all)).years.value);
  });

  it('is checked by Kaplan-Meier at the last month that ten were still watched', () => {
    const { check } = projected(input(customers(1500, 11)));
    expect(check?.months).toBeGreaterThan(18);
    expect(check?.projected).toBeGreaterThan(check?.low ?? 1);
    expect(check?.projected).toBeLessThan(check?.high ?? 0);
  });

  it('pays yearly contracts at the start of each year', () => {
    const yearly = projected(input(customers(3000, 4, { term: 12 })));
    expect(yearly.years.value).toBeGreaterThan(6);
    expect(yearly.valueMinor.value).toBeGreaterThan(12 * 8000 * 4);
  });

  it.each([
    ['too_few_stays', customers(9, 1), {}],
    ['no_renewal_yet', [{ term: 1, watched: 0, lost: null, stays: 50 }], {}],
    ['nobody_lost_yet', [{ term: 1, watched: 20, lost: null, stays: 50 }], {}],
    ['nobody_pays', customers(60, 1), { revenue: [] }],
  ] as [string, Stays[], Partial<ProjectionInput>][])('is too early: %s', (reason, own, rest) => {
    expect(projectLifetime(input(own, rest))).toMatchObject({ outcome: 'too_early', reason });
  });

  it('is a number with an interval around it, whatever the customers', () => {
    const stay = fc.record({
      term: fc.constantFrom(1, 3, 12),
      watched: fc.integer({ min: 0, max: 80 }),
      lost: fc.option(fc.integer({ min: 0, max: 90 })),
      stays: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 8 }), (own) => {
        const projection = projectLifetime(input(own));
        if (projection.outcome === 'too_early') return;
        const { value, low, high } = projection.valueMinor;
        for (const one of [value, low, high]) expect(Number.isSafeInteger(one)).toBe(true);
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
        expect(projection.years.high).toBeLessThanOrEqual(10 + 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});
