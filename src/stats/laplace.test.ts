import { expect, it } from 'vitest';
import { laplaceDraws } from './laplace.ts';
import type { Point } from './minimise.ts';
import { seededRandom } from './random.ts';

/** −ln of a normal with variances 4 and 1 and covariance 1 around (3, −2). */
const valley = ([x = 0, y = 0]: Point) => ((x - 3) ** 2 - 2 * (x - 3) * (y + 2) + 4 * (y + 2) ** 2) / 6;

it('scatters points with the covariance of the likelihood', () => {
  const draws = laplaceDraws(valley, [3, -2], 20_000, seededRandom(1)) ?? [];
  const mean = (of: (point: Point) => number) => draws.reduce((sum, point) => sum + of(point), 0) / draws.length;
  const [x, y] = [mean(([value = 0]) => value), mean(([, value = 0]) => value)];
  expect(x).toBeCloseTo(3, 1);
  expect(y).toBeCloseTo(-2, 1);
  expect(mean(([value = 0]) => (value - x) ** 2)).toBeCloseTo(4, 0);
  expect(mean(([, value = 0]) => (value - y) ** 2)).toBeCloseTo(1, 1);
  expect(mean(([a = 0, b = 0]) => (a - x) * (b - y))).toBeCloseTo(1, 0);
});

it('has nothing to say where the likelihood is flat or curves down', () => {
  expect(laplaceDraws(() => 1, [0, 0], 5, seededRandom(1))).toBeUndefined();
  expect(laplaceDraws(([x = 0]) => -x * x, [0], 5, seededRandom(1))).toBeUndefined();
});
