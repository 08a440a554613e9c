/**
 * Features centred and scaled by their weighted mean and standard deviation, row after row in `x`; `varying` lists the
 * features that vary at all, the only ones in it (`width` of them). `weights` of the rows sum to `total`.
 */
export type Design = {
  x: Float64Array;
  width: number;
  varying: number[];
  constant: number[];
  means: number[];
  scales: number[];
  weights: readonly number[];
  total: number;
};

/** Below this share of its own size a spread is rounding. */
const ROUNDING = 1e-12;

/**
 * The design of these rows (one number a feature, all of the same length); every row counts once where `given` is left out.
 * @throws RangeError when rows differ in length, or weights are negative, sum to nothing or are not one a row.
 */
export function standardise(rows: readonly (readonly number[])[], given?: readonly number[]): Design {
  const weights = given ?? rows.map(() => 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const features = rows[0]?.length ?? 0;
  if (weights.length !== rows.length || !(total > 0) || weights.some((weight) => !(weight >= 0)))
    throw new RangeError('weights are one a row, none negative, not all 0');
  if (rows.some((row) => row.length !== features)) throw new RangeError('rows need the same number of features');
  const average = (value: (row: readonly number[]) => number) =>
    rows.reduce((sum, row, index) => sum + (weights[index] as number) * value(row), 0) / total;
  const all = [...new Array(features).keys()];
  const means = all.map((j) => average((row) => row[j] as number));
  const scales = all.map((j) => Math.sqrt(average((row) => ((row[j] as number) - (means[j] as number)) ** 2)));
  const varies = (j: number) => (scales[j] as number) > ROUNDING * Math.abs(means[j] as number);
  const varying = all.filter(varies);
  const x = new Float64Array(rows.length * varying.length);
  let at = 0;
  for (const row of rows)
    for (const j of varying) x[at++] = ((row[j] as number) - (means[j] as number)) / (scales[j] as number);
  const constant = all.filter((j) => !varies(j));
  return { x, width: varying.length, varying, constant, means, scales, weights, total };
}

/**
 * The matrix that turns (intercept, standardised coefficients) into (intercept, coefficients of the features as given);
 * a constant feature has a row of zeros.
 */
export function backToFeatures({ width, varying, means, scales }: Design): number[][] {
  const first = [1, ...varying.map((j) => -(means[j] as number) / (scales[j] as number))];
  const place = new Map(varying.map((feature, index) => [feature, index + 1]));
  const others = means.map((_, feature) => {
    const row = new Array<number>(width + 1).fill(0);
    const column = place.get(feature);
    if (column !== undefined) row[column] = 1 / (scales[feature] as number);
    return row;
  });
  return [first, ...others];
}
