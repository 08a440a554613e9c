import { type BinnedColumn, binColumn } from './bins.ts';
import { answerOf, binStarts, type GrowOptions, growTree, type Tree } from './grow-tree.ts';

/** Trees whose answers, added to `base`, are the log-odds of the outcome. Plain data: it can be stored as JSON. */
export type BoostedTrees = { base: number; features: number; trees: Tree[] };

export type BoostingOptions = Partial<GrowOptions> & {
  rounds?: number;
  /** Called after every tree, to show progress. */
  onRound?: (done: number, of: number) => void;
};

/** `not_finite` names a value that is infinite; missing values are NaN and welcome. */
export type BoostingFit =
  | { outcome: 'fitted'; model: BoostedTrees }
  | { outcome: 'no_model'; reason: 'empty' | 'one_class' | 'constant' | 'not_finite' };

export const BOOSTING_DEFAULTS: GrowOptions & { rounds: number } = {
  rounds: 100,
  learningRate: 0.1,
  maxLeaves: 8,
  minRowsInLeaf: 20,
  l2: 1,
};

/**
 * Gradient boosting of small trees on the logistic loss (Friedman 2001, Annals of Statistics 29; second-order steps of
 * Chen & Guestrin 2016; histograms of Ke et al. 2017). `columns`: one array a feature, as long as `outcomes`, NaN where a
 * value is not known. The same input gives the same trees. A single class, no rows, or columns that never vary are
 * outcomes, not errors. @throws RangeError when a column's length differs from the outcomes'.
 */
export function fitBoosting(
  columns: readonly Float64Array[],
  outcomes: readonly boolean[],
  options: BoostingOptions = {},
): BoostingFit {
  if (columns.some(({ length }) => length !== outcomes.length)) throw new RangeError('a column has another length');
  const came = outcomes.filter(Boolean).length;
  if (outcomes.length === 0 || columns.length === 0) return { outcome: 'no_model', reason: 'empty' };
  if (came === 0 || came === outcomes.length) return { outcome: 'no_model', reason: 'one_class' };
  if (columns.some((column) => column.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY)))
    return { outcome: 'no_model', reason: 'not_finite' };
  const binned = columns.map(binColumn);
  if (binned.every(({ thresholds }) => thresholds.length === 0)) return { outcome: 'no_model', reason: 'constant' };
  const base = Math.log(came / (outcomes.length - came));
  return {
    outcome: 'fitted',
    model: { base, features: columns.length, trees: boost(binned, outcomes, base, options) },
  };
}

function boost(
  columns: readonly BinnedColumn[],
  outcomes: readonly boolean[],
  base: number,
  { onRound, ...given }: BoostingOptions,
): Tree[] {
  const options = { ...BOOSTING_DEFAULTS, ...given };
  const raw = new Float64Array(outcomes.length).fill(base);
  const gradients = new Float64Array(outcomes.length);
  const hessians = new Float64Array(outcomes.length);
  const starts = binStarts(columns);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    for (let row = 0; row < raw.length; row += 1) {
      const share = 1 / (1 + Math.exp(-(raw[row] as number)));
      gradients[row] = share - (outcomes[row] ? 1 : 0);
      hessians[row] = share * (1 - share);
    }
    const { tree, leaves } = growTree({ columns, starts, gradients, hessians, options });
    onRound?.(round + 1, options.rounds);
    if (leaves.length === 1) break;
    trees.push(tree);
    for (const { node, rows } of leaves) {
      for (const row of rows) raw[row] = (raw[row] as number) + (tree.value[node] as number);
    }
  }
  return trees;
}

/** The log-odds of one row; NaN where a value is not known. */
export function boostedLogOdds(model: BoostedTrees, row: ArrayLike<number>): number {
  const read = (feature: number) => row[feature] as number;
  return model.trees.reduce((sum, tree) => sum + answerOf(tree, read), model.base);
}
