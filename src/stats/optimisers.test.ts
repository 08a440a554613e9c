import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lbfgs } from './lbfgs.ts';
import { cholesky, congruent, dot, invertCholesky, solveCholesky } from './linear-algebra.ts';
import { newton } from './newton.ts';
import { seededRandom } from './random.ts';

/** A positive definite matrix: A·Aᵀ + 1 of random numbers. */
function definite(size: number, seed: number): number[][] {
  const random = seededRandom(seed);
  const a = Array.from({ length: size }, () => Array.from({ length: size }, () => random() - 0.5));
  return a.map((row, i) => a.map((other, j) => dot(row, other) + (i === j ? 1 : 0)));
}

const sizes = fc.integer({ min: 1, max: 8 });
const seeds = fc.integer({ min: 1, max: 1e6 });

describe('Cholesky', () => {
  it('solves and inverts what is positive definite', () => {
    fc.assert(
      fc.property(sizes, seeds, (size, seed) => {
        const matrix = definite(size, seed);
        const lower = cholesky(matrix) ?? [];
        const b = matrix.map((_, index) => index - 1);
        const x = solveCholesky(lower, b);
        for (const [i, row] of matrix.entries()) expect(dot(row, x)).toBeCloseTo(b[i] ?? 0, 10);
        const one = congruent(invertCholesky(lower), matrix);
        for (const [i, row] of one.entries())
          for (const [j, value] of row.entries()) expect(value).toBeCloseTo(matrix[i]?.[j] ?? 0, 9);
      }),
    );
  });

  it('knows a matrix that is not, also one of repeated columns', () => {
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBeUndefined();
    expect(
      cholesky(
        [
          [1, 1],
          [1, 1 + 1e-14],
        ],
        1e-11,
      ),
    ).toBeUndefined();
    expect(cholesky([])).toEqual([]);
  });
});

/** ½ (x − c)ᵀ M (x − c). */
function bowl(matrix: number[][], centre: readonly number[]) {
  const away = (at: readonly number[]) => at.map((x, axis) => x - (centre[axis] ?? 0));
  const gradient = (at: readonly number[]) => matrix.map((row) => dot(row, away(at)));
  return { value: (at: readonly number[]) => dot(away(at), gradient(at)) / 2, gradient, hessian: matrix };
}

describe('Newton’s method', () => {
  it('finds the bottom of a bowl in one step, and within bounds a point from which no way leads down', () => {
    fc.assert(
      fc.property(sizes, seeds, (size, seed) => {
        const random = seededRandom(seed);
        const centre = Array.from({ length: size }, () => 4 * (random() - 0.5));
        const { value, gradient, hessian } = bowl(definite(size, seed), centre);
        const f = { value, slopes: (at: readonly number[]) => ({ gradient: gradient(at), hessian }) };
        const free = newton(
          f,
          centre.map(() => 0),
        );
        expect(free).toMatchObject({ outcome: 'found', steps: 1 });
        for (const [axis, x] of free.at.entries()) expect(x).toBeCloseTo(centre[axis] ?? 0, 8);
        const bound = newton(
          f,
          centre.map(() => 0),
          { lower: centre.map(() => -0.5), upper: centre.map(() => 0.5) },
        );
        expect(bound.outcome).toBe('found');
        for (const [axis, slope] of gradient(bound.at).entries()) {
          const x = bound.at[axis] ?? 0;
          if (x <= -0.5) expect(slope).toBeGreaterThanOrEqual(-1e-7);
          else if (x >= 0.5) expect(slope).toBeLessThanOrEqual(1e-7);
          else expect(Math.abs(slope)).toBeLessThan(1e-7);
        }
      }),
    );
  });

  it('says so when it cannot start, when a direction does not matter and when it has too few steps', () => {
    const flat = { value: () => 0, slopes: () => ({ gradient: [0], hessian: [[0]] }) };
    const steep = {
      value: ([x = 0]: readonly number[]) => Math.cosh(x),
      slopes: ([x = 0]: readonly number[]) => ({ gradient: [Math.sinh(x)], hessian: [[Math.cosh(x)]] }),
    };
    expect(newton(flat, [0])).toMatchObject({ outcome: 'not_converged', reason: 'singular' });
    expect(newton({ ...flat, value: () => Number.NaN }, [0])).toMatchObject({ reason: 'unbounded' });
    expect(newton(steep, [30], { maxSteps: 3 })).toMatchObject({ reason: 'steps' });
    expect(newton(steep, [30]).at[0]).toBeCloseTo(0, 9);
  });
});

describe('limited-memory BFGS', () => {
  const valley = (at: readonly number[]) => {
    const gradient = at.map(() => 0);
    let value = 0;
    for (let axis = 0; axis + 1 < at.length; axis += 1) {
      const [x, y] = [at[axis] ?? 0, at[axis + 1] ?? 0];
      value += (1 - x) ** 2 + 100 * (y - x * x) ** 2;
      gradient[axis] = (gradient[axis] ?? 0) - 2 * (1 - x) - 400 * x * (y - x * x);
      gradient[axis + 1] = (gradient[axis + 1] ?? 0) + 200 * (y - x * x);
    }
    return { value, gradient };
  };

  it.each([2, 10, 60])('finds the bottom of Rosenbrock’s valley in %d dimensions', (size) => {
    const found = lbfgs(valley, new Array<number>(size).fill(0.5));
    expect(found.outcome).toBe('found');
    for (const x of found.at) expect(x).toBeCloseTo(1, 5);
  });

  it('finds the same bottom as Newton', () => {
    const { value, gradient } = bowl(definite(7, 3), [1, 2, 3, 4, 5, 6, 7]);
    const found = lbfgs((at) => ({ value: value(at), gradient: gradient(at) }), new Array<number>(7).fill(0));
    for (const [axis, x] of found.at.entries()) expect(x).toBeCloseTo(axis + 1, 6);
  });

  it('says so when it has too few steps, and when there is nothing to find', () => {
    expect(lbfgs(valley, [-1.2, 1], { maxSteps: 3 })).toMatchObject({ outcome: 'not_converged', reason: 'steps' });
    expect(lbfgs(() => ({ value: Number.NaN, gradient: [1] }), [1])).toMatchObject({ reason: 'unbounded' });
  });
});
