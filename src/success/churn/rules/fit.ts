import { type BoostedTrees, boostedLogOdds, fitBoosting } from '../../../stats/boosting.ts';
import { fitLogistic, type Logistic, logisticContributions, logisticOdds } from '../../../stats/logistic.ts';
import { treeShap } from '../../../stats/tree-shap.ts';
import type { ModelKind } from '../model.ts';

export type Fitted = { kind: 'logistic'; logistic: Logistic } | { kind: 'boosting'; trees: BoostedTrees };

/** So many who left for each number of a row make the least ridge enough. */
const EVENTS_WANTED = 10;

/** Undefined where the rows have no answer: one class, or nothing that varies. */
export function fitModel(kind: ModelKind, rows: readonly number[][], outcomes: readonly boolean[]): Fitted | undefined {
  return kind === 'logistic' ? fitRidge(rows, outcomes) : fitTrees(rows, outcomes);
}

/** The fewer leavers for each number, the more coefficients are drawn to 0. */
function fitRidge(rows: readonly number[][], outcomes: readonly boolean[]): Fitted | undefined {
  const events = outcomes.filter(Boolean).length;
  const width = rows[0]?.length ?? 0;
  const ridge = Math.max(1, (EVENTS_WANTED * width * EVENTS_WANTED) / Math.max(1, events));
  const found = fitLogistic({ rows, outcomes, ridge });
  return found.outcome === 'fitted' ? { kind: 'logistic', logistic: found.model } : undefined;
}

function fitTrees(rows: readonly number[][], outcomes: readonly boolean[]): Fitted | undefined {
  const columns = (rows[0] ?? []).map((_, feature) => Float64Array.from(rows, (row) => row[feature] as number));
  const found = fitBoosting(columns, outcomes);
  return found.outcome === 'fitted' ? { kind: 'boosting', trees: found.model } : undefined;
}

export function rawOdds(model: Fitted, row: readonly number[]): number {
  return model.kind === 'logistic' ? logisticOdds(model.logistic, row) : boostedLogOdds(model.trees, row);
}

/** What each number of the row adds to the log-odds; with the base they sum to it. */
export function contributionsOf(model: Fitted, row: readonly number[]): { base: number; parts: number[] } {
  if (model.kind === 'logistic') return logisticContributions(model.logistic, row);
  const { expected, contributions } = treeShap(model.trees, row);
  return { base: expected, parts: contributions };
}
