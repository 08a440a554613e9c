/**
 * A column cut into at most 255 bins: bin b holds values ≤ thresholds[b] and above the one before, the last known bin those
 * above all of them; bin `missing`, one further, holds what is not known.
 */
export type BinnedColumn = { bins: Uint8Array; thresholds: Float64Array; missing: number; hasMissing: boolean };

const MOST_BINS = 255;

/**
 * Cuts a column where its values lie: halfway between neighbours when it has few different ones, else at quantiles of
 * the rows (Ke et al. 2017, "LightGBM", section 2.1). NaN counts as missing; infinities must have been refused before.
 */
export function binColumn(values: Float64Array): BinnedColumn {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const thresholds = cuts(known);
  const missing = thresholds.length + 1;
  const bins = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    bins[row] = Number.isNaN(value) ? missing : binOf(thresholds, value);
  }
  return { bins, thresholds, missing, hasMissing: known.length < values.length };
}

function binOf(thresholds: Float64Array, value: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((thresholds[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cuts(sorted: Float64Array): Float64Array {
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  if (distinct.length <= MOST_BINS)
    return distinct.slice(1).map((value, index) => between(distinct[index] ?? 0, value));
  const found = new Set<number>();
  for (let bin = 1; bin < MOST_BINS; bin += 1) {
    const at = Math.floor((bin * sorted.length) / MOST_BINS);
    found.add(between(sorted[at - 1] as number, sorted[at] as number));
  }
  return Float64Array.from(found).filter((cut) => cut < (sorted.at(-1) as number));
}

/** Halfway, and never as large as the upper one, so that the upper one stays on its own side. */
function between(lower: number, upper: number): number {
  const middle = lower + (upper - lower) / 2;
  return middle < upper ? middle : lower;
}
