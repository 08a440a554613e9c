import { cholesky, dot, solveCholesky } from './linear-algebra.ts';
import type { Point } from './minimise.ts';

export type Slopes = { gradient: number[]; hessian: number[][] };
/** A function to be made least, with its first and second derivatives. `value` may answer NaN or Infinity. */
export type Smooth = { value(at: Point): number; slopes(at: Point): Slopes };
/** `singular`: the curvature vanishes in some direction; `unbounded`: not finite at the start; `steps`: not settled. */
export type NewtonResult =
  | { outcome: 'found'; at: Point; value: number; hessian: number[][]; steps: number }
  | { outcome: 'not_converged'; reason: 'steps' | 'singular' | 'unbounded'; at: Point; value: number; steps: number };
export type NewtonOptions = {
  lower?: readonly number[];
  upper?: readonly number[];
  tolerance?: number;
  maxSteps?: number;
};

type Bounds = { lower: readonly number[] | undefined; upper: readonly number[] | undefined };
const NEARLY_DEPENDENT = 1e-11;
const HALVINGS = 40;
/** Differences of values below this share are rounding: the slopes then know better. */
const ROUNDING = 1e-12;

/**
 * The least value of a smooth convex function by Newton's method with halved steps; with `lower` or `upper` bounds by
 * Bertsekas' projection (1982, SIAM J. Control Optim. 20): what a bound holds against the slope is left there, the rest
 * takes a Newton step, and the whole is put back inside. Settled when no step is longer than `tolerance`, relative.
 */
export function newton(f: Smooth, start: Point, options: NewtonOptions = {}): NewtonResult {
  const { lower, upper, tolerance = 1e-9, maxSteps = 60 } = options;
  const bounds = { lower, upper };
  let at: Point = inside(start, bounds);
  let value = f.value(at);
  if (!Number.isFinite(value)) return { outcome: 'not_converged', reason: 'unbounded', at, value, steps: 0 };
  for (let steps = 0; steps < maxSteps; steps += 1) {
    const slopes = f.slopes(at);
    const full = direction(slopes, at, bounds);
    if (!full) return { outcome: 'not_converged', reason: 'singular', at, value, steps };
    if (isShort(at, inside(moved(at, full, 1), bounds), tolerance))
      return { outcome: 'found', at, value, hessian: slopes.hessian, steps };
    const next = search(f, { at, value, slopes, full }, bounds);
    if (!next) return { outcome: 'found', at, value, hessian: slopes.hessian, steps };
    at = next.at;
    value = next.value;
  }
  return { outcome: 'not_converged', reason: 'steps', at, value, steps: maxSteps };
}

/** Which entries may move: all but those a bound holds against the slope. */
export function freeOf(at: Point, gradient: readonly number[], { lower, upper }: Bounds): number[] {
  return [...at.keys()].filter((axis) => {
    const [x, slope] = [at[axis] as number, gradient[axis] as number];
    const heldBelow = x <= (lower?.[axis] ?? Number.NEGATIVE_INFINITY) && slope > 0;
    const heldAbove = x >= (upper?.[axis] ?? Number.POSITIVE_INFINITY) && slope < 0;
    return !heldBelow && !heldAbove;
  });
}

function inside(at: Point, { lower, upper }: Bounds): Point {
  if (!lower && !upper) return at;
  return at.map((x, axis) => Math.min(Math.max(x, lower?.[axis] ?? x), upper?.[axis] ?? x));
}

const moved = (at: Point, by: readonly number[], length: number) =>
  at.map((x, axis) => x + length * (by[axis] as number));

function isShort(from: Point, to: Point, tolerance: number): boolean {
  return from.every((x, axis) => Math.abs((to[axis] as number) - x) <= tolerance * (1 + Math.abs(x)));
}

function direction({ gradient, hessian }: Slopes, at: Point, bounds: Bounds): number[] | undefined {
  const free = freeOf(at, gradient, bounds);
  const factor = cholesky(
    free.map((row) => free.map((column) => hessian[row]?.[column] as number)),
    NEARLY_DEPENDENT,
  );
  if (!factor) return undefined;
  const step = solveCholesky(
    factor,
    free.map((axis) => -(gradient[axis] as number)),
  );
  const whole = at.map(() => 0);
  for (const [index, axis] of free.entries()) whole[axis] = step[index] as number;
  return whole;
}

/** The first halved step that falls enough; down the scaled slope where a bound has bent the Newton step uphill. */
function search(f: Smooth, from: { at: Point; value: number; slopes: Slopes; full: number[] }, bounds: Bounds) {
  const { gradient, hessian } = from.slopes;
  const downhill = from.full.map((step, axis) =>
    step === 0 ? 0 : -(gradient[axis] as number) / (hessian[axis]?.[axis] as number),
  );
  const slack = ROUNDING * (1 + Math.abs(from.value));
  for (const way of [from.full, downhill]) {
    for (let length = 1, halved = 0; halved < HALVINGS; length /= 2, halved += 1) {
      const at = inside(moved(from.at, way, length), bounds);
      const gain = dot(
        gradient,
        at.map((x, axis) => x - (from.at[axis] as number)),
      );
      const value = f.value(at);
      if (gain < 0 && value <= from.value + 1e-4 * gain + slack) return { at, value };
    }
  }
  return undefined;
}
