import type { BoostedTrees } from './boosting.ts';
import { goesLeft, type Tree } from './grow-tree.ts';

/** Of a row's path: the feature, the share of the training that goes on without knowing it (zero), with it (one), the weight. */
type Step = { feature: number; zero: number; one: number; weight: number };

/** `expected` + Σ contributions = the row's log-odds, exactly up to rounding in the last digits. */
export type ShapValues = { expected: number; contributions: number[] };

/**
 * What each feature contributes to one row's log-odds: Shapley values of the tree's conditional expectation, in
 * polynomial time (Lundberg et al. 2020, Nature Machine Intelligence 2, algorithm 2, "path-dependent TreeSHAP").
 */
export function treeShap(model: BoostedTrees, row: ArrayLike<number>): ShapValues {
  const contributions = new Array<number>(model.features).fill(0);
  let expected = model.base;
  for (const tree of model.trees) {
    expected += expectedOf(tree, 0);
    walk({ tree, row, contributions }, 0, [], { feature: -1, zero: 1, one: 1, weight: 1 });
  }
  return { expected, contributions };
}

/** The mean answer below a node over the training's rows. */
export function expectedOf(tree: Tree, node: number): number {
  if ((tree.feature[node] as number) < 0) return tree.value[node] as number;
  const sides = [tree.left[node] as number, tree.right[node] as number];
  const cover = tree.cover[node] as number;
  return sides.reduce((sum, side) => sum + ((tree.cover[side] as number) / cover) * expectedOf(tree, side), 0);
}

type Walk = { tree: Tree; row: ArrayLike<number>; contributions: number[] };

function walk(at: Walk, node: number, before: readonly Step[], step: Step): void {
  const { tree, row, contributions } = at;
  const path = extend(before, step);
  const feature = tree.feature[node] as number;
  if (feature < 0) {
    for (let index = 1; index < path.length; index += 1) {
      const one = path[index] as Step;
      const share = unwoundSum(path, index) * (one.one - one.zero) * (tree.value[node] as number);
      contributions[one.feature] = (contributions[one.feature] as number) + share;
    }
    return;
  }
  const [left, right] = [tree.left[node] as number, tree.right[node] as number];
  const hot = goesLeft(tree, node, row[feature] as number) ? left : right;
  const earlier = path.findIndex((one) => one.feature === feature);
  const known = path[earlier];
  const rest = known ? unwind(path, earlier) : path;
  for (const side of [left, right]) {
    const zero = ((tree.cover[side] as number) / (tree.cover[node] as number)) * (known?.zero ?? 1);
    walk(at, side, rest, { feature, zero, one: side === hot ? (known?.one ?? 1) : 0, weight: 0 });
  }
}

function extend(path: readonly Step[], { feature, zero, one }: Step): Step[] {
  const depth = path.length;
  const longer = [...path.map((step) => ({ ...step })), { feature, zero, one, weight: depth === 0 ? 1 : 0 }];
  for (let index = depth - 1; index >= 0; index -= 1) {
    const here = longer[index] as Step;
    const next = longer[index + 1] as Step;
    next.weight += (one * here.weight * (index + 1)) / (depth + 1);
    here.weight = (zero * here.weight * (depth - index)) / (depth + 1);
  }
  return longer;
}

/** The path as if the step had never been taken. */
function unwind(path: readonly Step[], index: number): Step[] {
  const weights = unwoundWeights(path, index);
  const kept = path.filter((_, at) => at !== index);
  return kept.map((step, at) => ({ ...step, weight: weights[at] as number }));
}

function unwoundSum(path: readonly Step[], index: number): number {
  return unwoundWeights(path, index).reduce((sum, weight) => sum + weight, 0);
}

function unwoundWeights(path: readonly Step[], index: number): number[] {
  const depth = path.length - 1;
  const { zero, one } = path[index] as Step;
  const weights = new Array<number>(depth);
  let next = (path[depth] as Step).weight;
  for (let at = depth - 1; at >= 0; at -= 1) {
    const weight = (path[at] as Step).weight;
    if (one !== 0) {
      const found = (next * (depth + 1)) / ((at + 1) * one);
      weights[at] = found;
      next = weight - (found * zero * (depth - at)) / (depth + 1);
    } else weights[at] = zero === 0 ? 0 : (weight * (depth + 1)) / (zero * (depth - at));
  }
  return weights;
}
