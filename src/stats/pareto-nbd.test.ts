import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import type { Purchases } from './bgnbd.ts';
import { drawParetoNbd } from './customers.fixture.ts';
import { scaledExponentialIntegral } from './exponential-integral.ts';
import { integrateUnit } from './integrate.ts';
import {
  fitParetoNbd,
  type ParetoNbd,
  paretoNbdAlive,
  paretoNbdConditionalPurchases,
  paretoNbdExpectedPurchases,
  paretoNbdLogLikelihood,
  paretoNbdResidualPurchases,
} from './pareto-nbd.ts';
import { seededRandom } from './random.ts';

const rows = sharedCsv('cdnow/cdnow_customers_summary.csv');
/** Near what BTYD of R estimates on CDNOW. */
const CDNOW = { r: 0.5533971, alpha: 10.5801985, s: 0.6060625, beta: 11.6562237 };
const LOYAL = { x: 26, tx: 30.86, T: 31 };

describe.skipIf(!rows)('the Pareto/NBD model on CDNOW (skipped where shared data is absent)', () => {
  const customers = (rows ?? []).map((row) => ({
    x: Number(row.frequency),
    tx: Number(row.recency),
    T: Number(row.T),
  }));

  it('finds the published likelihood −9595.0 and parameters, .553, 10.578, .606 and 11.669', () => {
    const fit = fitParetoNbd(customers);
    if (fit.outcome !== 'fitted') throw new Error(fit.outcome);
    expect(fit.logLikelihood.toFixed(1)).toBe('-9595.0');
    expect(Math.abs(fit.model.r - 0.553)).toBeLessThan(0.001);
    expect(Math.abs(fit.model.alpha - 10.578)).toBeLessThan(0.001);
    expect(Math.abs(fit.model.s - 0.606)).toBeLessThan(0.001);
    expect(Math.abs(fit.model.beta - 11.669)).toBeLessThan(0.002);
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(paretoNbdLogLikelihood(customers, CDNOW));
    expect(paretoNbdExpectedPurchases(fit.model, 52)).toBeCloseTo(1.473434, 4);
    expect(paretoNbdConditionalPurchases(fit.model, LOYAL, 52)).toBeCloseTo(25.45647, 3);
  });
});

describe('the Pareto/NBD model', () => {
  it('says of as many that they are still here as are, and of as many purchases as come', () => {
    const random = seededRandom(4);
    let [alive, said, bought, expected] = [0, 0, 0, 0];
    for (let n = 0; n < 20_000; n += 1) {
      const { customer, left, later } = drawParetoNbd(random, { r: 1.5, alpha: 8, s: 0.8, beta: 20 }, 30, 20);
      alive += left > 30 ? 1 : 0;
      said += paretoNbdAlive({ r: 1.5, alpha: 8, s: 0.8, beta: 20 }, customer);
      bought += later;
      expected += paretoNbdConditionalPurchases({ r: 1.5, alpha: 8, s: 0.8, beta: 20 }, customer, 20);
    }
    expect(said / alive).toBeCloseTo(1, 1.6);
    expect(expected / bought).toBeCloseTo(1, 1.3);
  });

  it('is smooth where alpha is beta and where s is 1', () => {
    const customer = { x: 2, tx: 20, T: 30 };
    for (const model of [
      { ...CDNOW, alpha: 11, beta: 11 },
      { ...CDNOW, s: 1 },
    ]) {
      const near = { ...model, beta: model.beta * (1 + 1e-7), s: model.s * (1 + 1e-7) };
      for (const question of [
        paretoNbdAlive,
        (one: ParetoNbd, who: Purchases) => paretoNbdConditionalPurchases(one, who, 52),
      ])
        expect(question(near, customer)).toBeCloseTo(question(model, customer), 5);
    }
  });

  it('expects of a customer who was just won what it expects of a new one', () => {
    const justWon = { x: 0, tx: 0, T: 0 };
    expect(paretoNbdAlive(CDNOW, justWon)).toBe(1);
    for (const t of [1, 52, 500])
      expect(paretoNbdConditionalPurchases(CDNOW, justWon, t)).toBeCloseTo(paretoNbdExpectedPurchases(CDNOW, t), 10);
  });

  it('counts all purchases to come as their discounted sum', () => {
    const rate = Math.log(1.1);
    let sum = 0;
    for (let t = 0, step = 0.02; t < 250; t += step) {
      const until = (end: number) => paretoNbdConditionalPurchases(CDNOW, { x: 2, tx: 20, T: 30 }, end);
      sum += (until(t + step) - until(t)) * Math.exp(-rate * (t + step / 2));
    }
    expect(paretoNbdResidualPurchases(CDNOW, { x: 2, tx: 20, T: 30 }, 0.1)).toBeCloseTo(sum, 6);
  });

  it.each([
    ['empty', []],
    ['no_repeats', [{ x: 0, tx: 0, T: 10 }]],
  ] as [string, Purchases[]][])('answers %s where nothing can be fitted', (outcome, customers) => {
    expect(fitParetoNbd(customers)).toEqual({ outcome });
  });
});

describe('the exponential integral', () => {
  it.each([
    [1, 1, 0.21938393439552029],
    [2, 0.5, 0.3266438623245531],
    [1, 0.01, 4.037929576538113],
  ])('of order %d at %f stands in the tables', (p, z, expected) => {
    expect(Math.exp(-z) * scaledExponentialIntegral(p, z)).toBeCloseTo(expected, 11);
  });

  it('steps from an order to the next: p·E(p + 1) = exp(−z) − z·E(p)', () => {
    for (const p of [0.3, 1.5, 4])
      for (const z of [0.02, 0.7, 9])
        expect(p * scaledExponentialIntegral(p + 1, z)).toBeCloseTo(1 - z * scaledExponentialIntegral(p, z), 11);
    expect(() => scaledExponentialIntegral(1, 0)).toThrow(RangeError);
  });
});

describe('the double exponential formula', () => {
  it('finds areas, also below a curve that is infinite at its end', () => {
    expect(integrateUnit((x) => x * x)).toBeCloseTo(1 / 3, 10);
    expect(integrateUnit((x) => 1 / Math.sqrt(x))).toBeCloseTo(2, 8);
    expect(integrateUnit((x, rest) => 1 / Math.sqrt(x * rest))).toBeCloseTo(Math.PI, 8);
  });
});
