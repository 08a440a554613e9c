import type { OfferResult, OpenSpread, Spread } from '../model.ts';

/** The value below which a share of the sorted values lies, between its neighbours (Hyndman & Fan 1996, type 7). */
export function quantileOf(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

export function spreadOf(values: Float64Array): Spread {
  const sorted = values.toSorted();
  return { p10: quantileOf(sorted, 0.1), p50: quantileOf(sorted, 0.5), p90: quantileOf(sorted, 0.9) };
}

/** Where some runs have no end. */
export function openSpread(values: Float64Array): OpenSpread {
  const { p10, p50, p90 } = spreadOf(values);
  const open = (value: number) => (Number.isFinite(value) ? value : null);
  return { p10: open(p10), p50: open(p50), p90: open(p90) };
}

export function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (holds(value)) count += 1;
  return count / values.length;
}

export const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

const BINS = 24;

/** From the lowest to the highest hundredth; what lies beyond counts in the bins at the ends. */
export function histogramOf(values: Float64Array): OfferResult['histogram'] {
  const sorted = values.toSorted();
  const [from, to] = [quantileOf(sorted, 0.01), quantileOf(sorted, 0.99)];
  if (!(to > from)) return [{ from, to: from, runs: values.length }];
  const width = (to - from) / BINS;
  const bins = Array.from({ length: BINS }, (_, at) => ({
    from: from + at * width,
    to: from + (at + 1) * width,
    runs: 0,
  }));
  for (const value of values) {
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.floor((value - from) / width)))];
    if (bin) bin.runs += 1;
  }
  return bins;
}
