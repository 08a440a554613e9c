import type { BinnedColumn } from './bins.ts';

/**
 * A decision tree in flat arrays: node i is a leaf when feature[i] < 0; else a row goes to left[i] when its value is at
 * most threshold[i] (or missing and missingLeft[i]), else to right[i]. `cover`: how many rows of the training passed.
 */
export type Tree = {
  feature: number[];
  threshold: number[];
  missingLeft: boolean[];
  left: number[];
  right: number[];
  value: number[];
  cover: number[];
};

export type GrowOptions = { maxLeaves: number; minRowsInLeaf: number; l2: number; learningRate: number };

type Split = { feature: number; bin: number; missingLeft: boolean; gain: number };
type Leaf = { node: number; rows: Int32Array; sums: Sums; histogram: Float64Array; split: Split | undefined };
type Sums = { gradient: number; hessian: number };
export type Growing = {
  columns: readonly BinnedColumn[];
  /** Where each column's bins begin in a histogram, and how long that is in all: `binStarts`. */
  starts: Int32Array;
  gradients: Float64Array;
  hessians: Float64Array;
  options: GrowOptions;
};

/** Gradient, hessian and count of each bin. */
const WIDE = 3;
const LEAST_HESSIAN = 1e-3;

/**
 * Grows one tree on gradients and hessians of the loss, best split first, from histograms; the larger child's histogram
 * is its parent's less its sibling's (Ke et al. 2017). Gain and leaf values are those of Chen & Guestrin 2016,
 * "XGBoost", equations 5 and 7. Answers the tree and the rows of its leaves.
 */
export function growTree(growing: Growing): { tree: Tree; leaves: { node: number; rows: Int32Array }[] } {
  const tree: Tree = { feature: [], threshold: [], missingLeft: [], left: [], right: [], value: [], cover: [] };
  const rows = everyRow(growing.gradients.length);
  const leaves = [openLeaf(growing, tree, rows, histogramOf(growing, rows))];
  while (leaves.length < growing.options.maxLeaves) {
    const best = leaves.reduce((one, other) => ((other.split?.gain ?? 0) > (one.split?.gain ?? 0) ? other : one));
    if (!best.split) break;
    leaves.splice(leaves.indexOf(best), 1, ...splitLeaf(growing, tree, best, best.split));
  }
  return { tree, leaves };
}

/** Where each column's bins begin in a histogram; the last one is its length. */
export function binStarts(columns: readonly BinnedColumn[]): Int32Array {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach(({ missing }, feature) => {
    starts[feature + 1] = (starts[feature] as number) + (missing + 1) * WIDE;
  });
  return starts;
}

function everyRow(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

function openLeaf(growing: Growing, tree: Tree, rows: Int32Array, histogram: Float64Array): Leaf {
  const sums = sumRows(growing, rows);
  const { l2, learningRate } = growing.options;
  const node = tree.feature.push(-1) - 1;
  tree.threshold.push(0);
  tree.missingLeft.push(false);
  tree.left.push(-1);
  tree.right.push(-1);
  tree.value.push((-learningRate * sums.gradient) / (sums.hessian + l2 || 1));
  tree.cover.push(rows.length);
  return { node, rows, sums, histogram, split: findSplit(growing, histogram, sums, rows.length) };
}

function sumRows({ gradients, hessians }: Growing, rows: Int32Array): Sums {
  let gradient = 0;
  let hessian = 0;
  for (const row of rows) {
    gradient += gradients[row] as number;
    hessian += hessians[row] as number;
  }
  return { gradient, hessian };
}

/** The innermost loop of boosting: gradients are first laid out in the order of the rows. */
function histogramOf({ columns, starts, gradients, hessians }: Growing, rows: Int32Array): Float64Array {
  const histogram = new Float64Array(starts[columns.length] as number);
  const count = rows.length;
  const [own, ownHessians] = [new Float64Array(count), new Float64Array(count)];
  for (let index = 0; index < count; index += 1) {
    own[index] = gradients[rows[index] as number] as number;
    ownHessians[index] = hessians[rows[index] as number] as number;
  }
  const laid = { rows, gradients: own, hessians: ownHessians };
  const all = { gradient: sumOf(own), hessian: sumOf(ownHessians) };
  columns.forEach((column, feature) => {
    const isYesOrNo = column.thresholds.length === 1 && !column.hasMissing;
    if (isYesOrNo) addYesOrNo(histogram, starts[feature] as number, column.bins, laid, all);
    else addColumn(histogram, starts[feature] as number, column.bins, laid);
  });
  return histogram;
}

type Laid = { rows: Int32Array; gradients: Float64Array; hessians: Float64Array };

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] as number;
  return sum;
}

/** Two bins are two sums: kept out of memory, as adding to one cell again and again waits for itself. */
function addYesOrNo(
  histogram: Float64Array,
  start: number,
  bins: Uint8Array,
  { rows, gradients, hessians }: Laid,
  all: Sums,
): void {
  let [gradient, hessian, count] = [0, 0, 0];
  for (let index = 0; index < rows.length; index += 1) {
    const isYes = bins[rows[index] as number] as number;
    gradient += isYes * (gradients[index] as number);
    hessian += isYes * (hessians[index] as number);
    count += isYes;
  }
  histogram[start] = all.gradient - gradient;
  histogram[start + 1] = all.hessian - hessian;
  histogram[start + 2] = rows.length - count;
  histogram[start + WIDE] = gradient;
  histogram[start + WIDE + 1] = hessian;
  histogram[start + WIDE + 2] = count;
}

function addColumn(
  histogram: Float64Array,
  start: number,
  bins: Uint8Array,
  { rows, gradients, hessians }: Laid,
): void {
  for (let index = 0; index < rows.length; index += 1) {
    const at = start + (bins[rows[index] as number] as number) * WIDE;
    histogram[at] = (histogram[at] as number) + (gradients[index] as number);
    histogram[at + 1] = (histogram[at + 1] as number) + (hessians[index] as number);
    histogram[at + 2] = (histogram[at + 2] as number) + 1;
  }
}

function findSplit(growing: Growing, histogram: Float64Array, sums: Sums, rows: number): Split | undefined {
  if (rows < 2 * growing.options.minRowsInLeaf) return undefined;
  let best: Split | undefined;
  for (let feature = 0; feature < growing.columns.length; feature += 1) {
    const { hasMissing } = growing.columns[feature] as BinnedColumn;
    for (const missingLeft of hasMissing ? [false, true] : [false]) {
      const found = bestCut(growing, histogram, { feature, missingLeft, sums, rows });
      if (found && found.gain > (best?.gain ?? 0)) best = found;
    }
  }
  return best;
}

type Cutting = { feature: number; missingLeft: boolean; sums: Sums; rows: number };

/** Walks the bins from below, moving each to the left side. */
function bestCut(growing: Growing, histogram: Float64Array, cutting: Cutting): Split | undefined {
  const { feature, missingLeft, sums, rows } = cutting;
  const { l2, minRowsInLeaf } = growing.options;
  const column = growing.columns[feature] as BinnedColumn;
  const start = growing.starts[feature] as number;
  const missing = start + column.missing * WIDE;
  let gradient = missingLeft ? (histogram[missing] as number) : 0;
  let hessian = missingLeft ? (histogram[missing + 1] as number) : 0;
  let count = missingLeft ? (histogram[missing + 2] as number) : 0;
  const whole = (sums.gradient * sums.gradient) / (sums.hessian + l2);
  let best: Split | undefined;
  for (let bin = 0; bin < column.thresholds.length; bin += 1) {
    gradient += histogram[start + bin * WIDE] as number;
    hessian += histogram[start + bin * WIDE + 1] as number;
    count += histogram[start + bin * WIDE + 2] as number;
    if (count < minRowsInLeaf || hessian < LEAST_HESSIAN) continue;
    const other = sums.hessian - hessian;
    if (rows - count < minRowsInLeaf || other < LEAST_HESSIAN) break;
    const rest = sums.gradient - gradient;
    const gain = (gradient * gradient) / (hessian + l2) + (rest * rest) / (other + l2) - whole;
    if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, missingLeft, gain };
  }
  return best;
}

function splitLeaf(growing: Growing, tree: Tree, leaf: Leaf, split: Split): [Leaf, Leaf] {
  const { thresholds } = growing.columns[split.feature] as BinnedColumn;
  const [leftRows, rightRows] = divide(growing.columns[split.feature] as BinnedColumn, leaf.rows, split);
  const small = histogramOf(growing, leftRows.length <= rightRows.length ? leftRows : rightRows);
  const large = leaf.histogram;
  for (let at = 0; at < large.length; at += 1) large[at] = (large[at] as number) - (small[at] as number);
  const [leftBins, rightBins] = leftRows.length <= rightRows.length ? [small, large] : [large, small];
  const left = openLeaf(growing, tree, leftRows, leftBins);
  const right = openLeaf(growing, tree, rightRows, rightBins);
  tree.feature[leaf.node] = split.feature;
  tree.threshold[leaf.node] = thresholds[split.bin] as number;
  tree.missingLeft[leaf.node] = split.missingLeft;
  tree.left[leaf.node] = left.node;
  tree.right[leaf.node] = right.node;
  return [left, right];
}

function divide({ bins, missing }: BinnedColumn, rows: Int32Array, split: Split): [Int32Array, Int32Array] {
  const divided = new Int32Array(rows.length);
  let [left, right] = [0, rows.length];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const bin = bins[row] as number;
    if (bin === missing ? split.missingLeft : bin <= split.bin) divided[left++] = row;
    else divided[--right] = row;
  }
  return [divided.subarray(0, left), divided.subarray(left).reverse()];
}

/** What a tree answers for one row; `read` gives the row's value of a feature, NaN when it is not known. */
export function answerOf(tree: Tree, read: (feature: number) => number): number {
  let node = 0;
  while ((tree.feature[node] as number) >= 0) {
    node = goesLeft(tree, node, read(tree.feature[node] as number))
      ? (tree.left[node] as number)
      : (tree.right[node] as number);
  }
  return tree.value[node] as number;
}

export function goesLeft(tree: Tree, node: number, value: number): boolean {
  return Number.isNaN(value) ? (tree.missingLeft[node] as boolean) : value <= (tree.threshold[node] as number);
}
