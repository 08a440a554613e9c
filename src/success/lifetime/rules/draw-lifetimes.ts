import { seededRandom } from '../../../stats/random.ts';
import { HORIZON_MONTHS, type ProjectionInput } from '../model.ts';
import { DRAWS, meanAt, normalDraw, pick, promise, SEED, type Strand, strandsOf } from './project.ts';

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
  const { picks, normals } = chancesOf(strands.length);
  let drawn = 0;
  return Array.from({ length: DRAWS }, () => {
    const draw: LifetimeDraw = { years: 0, months: marks.map(() => 0), revenueMinor: marks.map(() => 0) };
    for (const { share, revenue, futures, reach } of strands) {
      const future = pick(futures, picks[drawn] as number);
      const mean = meanAt(revenue, normals[drawn] as number);
      drawn += 1;
      draw.years += share * future.years;
      const within = reach[future.at] as number[];
      for (let mark = 0; mark < within.length; mark += 1) {
        const months = within[mark] as number;
        draw.months[mark] = (draw.months[mark] as number) + share * months;
        draw.revenueMinor[mark] = (draw.revenueMinor[mark] as number) + share * mean * months;
      }
    }
    return draw;
  });
}

type Chances = { picks: Float64Array; normals: Float64Array };
const chances = new Map<number, Chances>();

/** The seed gives the same chances every time: they are drawn once for so many strands. */
function chancesOf(strands: number): Chances {
  const known = chances.get(strands);
  if (known) return known;
  const made = { picks: new Float64Array(DRAWS * strands), normals: new Float64Array(DRAWS * strands) };
  const random = seededRandom(SEED);
  for (let at = 0; at < made.picks.length; at += 1) {
    made.picks[at] = random();
    made.normals[at] = normalDraw(random);
  }
  chances.set(strands, made);
  return made;
}

function reachOf({ clock, futures }: Strand, { discountBps }: ProjectionInput, marks: readonly number[]): number[][] {
  return futures.map(({ there }) => marks.map((mark) => promise(there, { clock, discountBps, mark }).months));
}

function monthsFrom(strands: readonly Strand[]): ExpectedMonth[] {
  const months = Array.from({ length: HORIZON_MONTHS }, () => ({ there: 0, revenueMinor: 0 }));
  for (const { clock, share, revenue, futures } of strands) {
    const curve = Array.from({ length: Math.ceil(HORIZON_MONTHS / clock) }, () => 0);
    for (const { there, weight } of futures)
      for (let term = 0; term < curve.length; term += 1)
        curve[term] = (curve[term] as number) + weight * (there[term] as number);
    for (const [month, sum] of months.entries()) {
      const there = share * (curve[Math.floor(month / clock)] ?? 0);
      sum.there += there;
      sum.revenueMinor += there * revenue.meanMinor;
    }
  }
  return months;
}
