import { normalQuantile } from './distributions.ts';
import { cholesky, invertCholesky, solveTransposed } from './linear-algebra.ts';
import type { Point } from './minimise.ts';
import type { Random } from './random.ts';

const STEP = 1e-3;

/**
 * Points around the minimum `at` of a negative log-likelihood, scattered as the data allow: a normal whose covariance is
 * the inverse of the curvature there (Laplace's approximation; MacKay 2003, "Information Theory, Inference, and Learning
 * Algorithms", chapter 27). Undefined where `at` is no minimum that curves upwards in every direction.
 */
export function laplaceDraws(f: (at: Point) => number, at: Point, count: number, random: Random): Point[] | undefined {
  const factor = cholesky(curvature(f, at));
  if (!factor) return undefined;
  return Array.from({ length: count }, () => {
    const normal = at.map(() => normalQuantile(Math.min(Math.max(random(), 1e-9), 1 - 1e-9)));
    const moved = solveTransposed(factor, normal);
    return at.map((value, index) => value + (moved[index] ?? 0));
  });
}

/**
 * How far each coordinate of the minimum of a negative log-likelihood may be from the truth: the standard errors of the
 * same normal. Undefined where `at` is no minimum that curves upwards in every direction.
 */
export function laplaceErrors(f: (at: Point) => number, at: Point): number[] | undefined {
  const factor = cholesky(curvature(f, at));
  return factor && invertCholesky(factor).map((row, index) => Math.sqrt(row[index] as number));
}

/** The matrix of second derivatives by central differences. */
function curvature(f: (at: Point) => number, at: Point): number[][] {
  const steps = at.map((value) => STEP * Math.max(1, Math.abs(value)));
  const value = (moves: readonly [number, number][]) =>
    f(
      at.map((x, index) =>
        moves.reduce((sum, [axis, sign]) => (axis === index ? sum + sign * (steps[index] ?? 0) : sum), x),
      ),
    );
  return at.map((_row, i) =>
    at.map((_column, j) => {
      const corners =
        value([
          [i, 1],
          [j, 1],
        ]) -
        value([
          [i, 1],
          [j, -1],
        ]) -
        value([
          [i, -1],
          [j, 1],
        ]) +
        value([
          [i, -1],
          [j, -1],
        ]);
      return corners / (4 * (steps[i] ?? 1) * (steps[j] ?? 1));
    }),
  );
}
