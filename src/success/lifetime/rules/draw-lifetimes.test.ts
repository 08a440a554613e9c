import { describe, expect, it } from 'vitest';
import type { ProjectionInput, Stays } from '../model.ts';
import { drawLifetimes, lifetimeOutlook } from './draw-lifetimes.ts';
import { projectLifetime } from './project.ts';

const own: Stays[] = [
  { term: 1, watched: 18, lost: null, stays: 40 },
  { term: 1, watched: 18, lost: 2, stays: 8 },
  { term: 1, watched: 18, lost: 7, stays: 4 },
];
const input: ProjectionInput = {
  own,
  all: own,
  revenue: [{ term: 1, accounts: 40, meanMinor: 10_000, deviationMinor: 3000 }],
  marginBps: 8000,
  discountBps: 1000,
};

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length / 2] ?? 0;
const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('the futures of a new customer', () => {
  const draws = drawLifetimes(input, [12, 120]);

  it('are those behind the projection', () => {
    const projection = projectLifetime(input);
    if (projection.outcome !== 'projected') throw new Error(projection.reason);
    const margins = draws.map(({ revenueMinor }) => 0.8 * (revenueMinor[1] ?? 0));
    expect(Math.round(median(margins))).toBe(projection.valueMinor.value);
    expect(median(draws.map(({ years }) => years))).toBe(projection.years.value);
  });

  it('pay more within ten years than within one, and in the first year at most twelve months', () => {
    expect(draws.every(({ revenueMinor: [year = 0, ten = 0] }) => ten >= year && year > 0)).toBe(true);
    expect(draws.every(({ months: [year = 0] }) => year < 12)).toBe(true);
  });

  it('come to the expected months on average, when nothing is discounted', () => {
    const plain = { ...input, discountBps: 0 };
    const { months, draws: same } = lifetimeOutlook(plain, [120]);
    expect(same).toEqual(drawLifetimes(plain, [120]));
    expect(months).toHaveLength(120);
    expect(months[0]).toEqual({ there: expect.closeTo(1, 9), revenueMinor: expect.closeTo(10_000, 5) });
    const paid = months.reduce((sum, { there }) => sum + there, 0);
    expect(mean(same.map((one) => one.months[0] ?? 0))).toBeCloseTo(paid, -0.5);
    expect(months.slice(1).every(({ there }, at) => there <= (months[at]?.there ?? 0))).toBe(true);
  });
});
