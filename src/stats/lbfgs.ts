import { dot } from './linear-algebra.ts';
import type { Point } from './minimise.ts';

/** A function to be made least, with its slope. `value` may be NaN or Infinity: such points are only left. */
export type Sloped = (at: Point) => { value: number; gradient: readonly number[] };
/** `unbounded`: not finite at the start; `steps`: it had not settled after all of them. */
export type LbfgsResult =
  | { outcome: 'found'; at: Point; value: number; steps: number }
  | { outcome: 'not_converged'; reason: 'steps' | 'unbounded'; at: Point; value: number; steps: number };

type Pair = { step: number[]; turn: number[]; curve: number };
type Here = { at: Point; value: number; gradient: readonly number[] };
const REMEMBERED = 10;

/**
 * The least value of a smooth function near `start` from its slopes alone: limited-memory BFGS (Nocedal & Wright 2006,
 * "Numerical Optimization", algorithm 7.5) with a bisected step that meets Wolfe's conditions. Settled when no slope is
 * steeper than `tolerance` × (1 + |value|), or no step falls any more. For many parameters, where Newton's matrix is too large.
 */
export function lbfgs(f: Sloped, start: Point, { tolerance = 1e-8, maxSteps = 1000 } = {}): LbfgsResult {
  let here: Here = { at: start, ...f(start) };
  if (!Number.isFinite(here.value))
    return { outcome: 'not_converged', reason: 'unbounded', at: start, value: here.value, steps: 0 };
  let pairs: Pair[] = [];
  for (let steps = 0; steps < maxSteps; steps += 1) {
    const { at, value } = here;
    if (here.gradient.every((one) => Math.abs(one) <= tolerance * (1 + Math.abs(value))))
      return { outcome: 'found', at, value, steps };
    const next =
      wolfe(f, here, directionOf(here.gradient, pairs)) ??
      wolfe(
        f,
        here,
        here.gradient.map((one) => -one),
      );
    if (!next) return { outcome: 'found', at, value, steps };
    pairs = [...pairs, pairOf(here, next)].filter(({ curve }) => curve > 0).slice(-REMEMBERED);
    here = next;
  }
  return { outcome: 'not_converged', reason: 'steps', at: here.at, value: here.value, steps: maxSteps };
}

const minus = (x: readonly number[], y: readonly number[]) => x.map((one, axis) => one - (y[axis] as number));

function pairOf(from: Here, to: Here): Pair {
  const [step, turn] = [minus(to.at, from.at), minus(to.gradient, from.gradient)];
  return { step, turn, curve: dot(step, turn) };
}

/** −H·gradient by the two loops over the remembered steps. */
function directionOf(gradient: readonly number[], pairs: readonly Pair[]): number[] {
  let q = [...gradient];
  const weights = pairs.toReversed().map(({ step, turn, curve }) => {
    const weight = dot(step, q) / curve;
    q = q.map((one, axis) => one - weight * (turn[axis] as number));
    return weight;
  });
  const last = pairs.at(-1);
  const scale = last ? last.curve / dot(last.turn, last.turn) : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
  let r = q.map((one) => one * scale);
  for (const [index, { step, turn, curve }] of pairs.entries()) {
    const weight = (weights[pairs.length - 1 - index] as number) - dot(turn, r) / curve;
    r = r.map((one, axis) => one + weight * (step[axis] as number));
  }
  return r.map((one) => -one);
}

/** A step along `way` that falls enough and leaves the slope flatter; undefined when there is none. */
function wolfe(f: Sloped, from: Here, way: readonly number[]): Here | undefined {
  const slope = dot(from.gradient, way);
  if (!(slope < 0)) return undefined;
  let [low, high, length] = [0, Number.POSITIVE_INFINITY, 1];
  let best: Here | undefined;
  for (let tries = 0; tries < 60; tries += 1) {
    const at = from.at.map((x, axis) => x + length * (way[axis] as number));
    const there = { at, ...f(at) };
    if (!(there.value <= from.value + 1e-4 * length * slope)) high = length;
    else if (dot(there.gradient, way) < 0.9 * slope) {
      low = length;
      best = there;
    } else return there;
    length = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return best;
}
