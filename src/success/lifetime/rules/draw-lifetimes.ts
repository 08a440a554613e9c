import { seededRandom } from '../../../stats/random.ts';
import { sbgSurvival } from '../../../stats/sbg.ts';
import { HORIZON_MONTHS, type ProjectionInput } from '../model.ts';
import { DRAWS, meanDraw, pick, promise, SEED, type Strand, strandsOf } from './project.ts';

/** One of the futures the data allow, of one new customer. */
export type LifetimeDraw = {
  years: number;
  /** Months paid for within each mark, discounted. */
  months: number[];
  /** Revenue before margin within each mark, discounted, in minor units; not rounded. */
  revenueMinor: number[];
};
/** What to expect of a new customer in one month: the chance to be there, and revenue before margin, not discounted. */
export type ExpectedMonth = { there: number; revenueMinor: number };

/**
 * The draws behind a projection: what a new customer pays within the first `marks` months (each at most the horizon). All
 * marks of a draw belong to one future, and the same input gives the same draws.
 */
export function drawLifetimes(input: ProjectionInput, marks: readonly number[]): LifetimeDraw[] {
  return drawFrom(strandsOf(input), input, marks);
}

/** The draws, and what to expect in each month of the horizon, from one fit: that is what takes long. */
export function lifetimeOutlook(
  input: ProjectionInput,
  marks: readonly number[],
): { draws: LifetimeDraw[]; months: ExpectedMonth[] } {
  const strands = strandsOf(input);
  return { draws: drawFrom(strands, input, marks), months: monthsFrom(strands) };
}

function drawFrom(all: readonly Strand[], input: ProjectionInput, marks: readonly number[]): LifetimeDraw[] {
  const strands = all.map((strand) => ({ ...strand, reach: reachOf(strand, input, marks) }));
  const random = seededRandom(SEED);
  return Array.from({ length: DRAWS }, () => {
    const draw: LifetimeDraw = { years: 0, months: marks.map(() => 0), revenueMinor: marks.map(() => 0) };
    for (const { share, revenue, futures, reach } of strands) {
      const future = pick(futures, random());
      const mean = meanDraw(revenue, random);
      draw.years += share * future.years;
      for (const [mark, months] of (reach[future.at] ?? []).entries()) {
        draw.months[mark] = (draw.months[mark] ?? 0) + share * months;
        draw.revenueMinor[mark] = (draw.revenueMinor[mark] ?? 0) + share * mean * months;
      }
    }
    return draw;
  });
}

function reachOf({ clock, futures }: Strand, { discountBps }: ProjectionInput, marks: readonly number[]): number[][] {
  return futures.map(({ model }) => marks.map((mark) => promise(model, { clock, discountBps, mark }).months));
}

function monthsFrom(strands: readonly Strand[]): ExpectedMonth[] {
  const months = Array.from({ length: HORIZON_MONTHS }, () => ({ there: 0, revenueMinor: 0 }));
  for (const { clock, share, revenue, futures } of strands) {
    const curve = Array.from({ length: Math.ceil(HORIZON_MONTHS / clock) }, () => 0);
    for (const { model, weight } of futures)
      for (const [term, there] of sbgSurvival(model, curve.length - 1).entries())
        curve[term] = (curve[term] ?? 0) + weight * there;
    for (const [month, sum] of months.entries()) {
      const there = share * (curve[Math.floor(month / clock)] ?? 0);
      sum.there += there;
      sum.revenueMinor += there * revenue.meanMinor;
    }
  }
  return months;
}
