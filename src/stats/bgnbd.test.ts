import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import {
  bgNbdAlive,
  bgNbdConditionalPurchases,
  bgNbdExpectedPurchases,
  bgNbdLogLikelihood,
  bgNbdResidualPurchases,
  fitBgNbd,
  type Purchases,
} from './bgnbd.ts';

const rows = sharedCsv('cdnow/cdnow_customers_summary.csv');
const CDNOW = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };

describe.skipIf(!rows)('the BG/NBD model on CDNOW (skipped where shared data is absent)', () => {
  const customers = (rows ?? []).map((row) => ({
    x: Number(row.frequency),
    tx: Number(row.recency),
    T: Number(row.T),
  }));

  it('finds the published parameters and likelihood', () => {
    const fit = fitBgNbd(customers);
    if (fit.outcome !== 'fitted') throw new Error(fit.outcome);
    expect(fit.model.r).toBeCloseTo(0.2426, 4);
    expect(fit.model.alpha).toBeCloseTo(4.4135, 4);
    expect(fit.model.a).toBeCloseTo(0.7929, 4);
    expect(fit.model.b).toBeCloseTo(2.4258, 4);
    expect(fit.logLikelihood).toBeCloseTo(-9582.43, 2);
  });

  it('knows no better parameters around them', () => {
    const best = bgNbdLogLikelihood(customers, CDNOW);
    for (const key of ['r', 'alpha', 'a', 'b'] as const) {
      for (const factor of [0.97, 1.03]) {
        expect(bgNbdLogLikelihood(customers, { ...CDNOW, [key]: CDNOW[key] * factor })).toBeLessThan(best);
      }
    }
  });
});

describe('the BG/NBD model', () => {
  it('expects 1.226 purchases in 39 weeks of the published customer', () => {
    expect(bgNbdConditionalPurchases(CDNOW, { x: 2, tx: 30.43, T: 38.86 }, 39)).toBeCloseTo(1.226, 3);
  });

  it('expects of a customer who was just won what it expects of a new one', () => {
    for (const t of [1, 10, 52, 260]) {
      expect(bgNbdConditionalPurchases(CDNOW, { x: 0, tx: 0, T: 0 }, t)).toBeCloseTo(
        bgNbdExpectedPurchases(CDNOW, t),
        9,
      );
    }
  });

  it('expects ever more purchases, at an ever lower rate, also where a is 1', () => {
    for (const model of [CDNOW, { ...CDNOW, a: 1 }, { ...CDNOW, a: 0.3, b: 0.4 }]) {
      const expected = [0, 10, 20, 30, 40].map((t) => bgNbdExpectedPurchases(model, t));
      const gains = expected.slice(1).map((value, index) => value - (expected[index] ?? 0));
      expect(expected[0]).toBeCloseTo(0, 9);
      for (const [index, gain] of gains.entries()) {
        expect(gain).toBeGreaterThan(0);
        expect(gain).toBeLessThan(gains[index - 1] ?? Number.POSITIVE_INFINITY);
      }
    }
  });

  it('is sure that those without a repeat purchase are still here, and less so the longer the silence', () => {
    expect(bgNbdAlive(CDNOW, { x: 0, tx: 0, T: 38 })).toBe(1);
    const silences = [0, 5, 20, 38].map((T) => bgNbdAlive(CDNOW, { x: 5, tx: 0, T }));
    expect(silences).toEqual(silences.toSorted((a, b) => b - a));
  });

  it('counts all purchases to come as their discounted sum', () => {
    for (const customer of [
      { x: 0, tx: 0, T: 0 },
      { x: 2, tx: 30.43, T: 38.86 },
    ]) {
      const rate = Math.log(1.1);
      let sum = 0;
      for (let t = 0, step = 0.05; t < 250; t += step) {
        const gain =
          bgNbdConditionalPurchases(CDNOW, customer, t + step) - bgNbdConditionalPurchases(CDNOW, customer, t);
        sum += gain * Math.exp(-rate * (t + step / 2));
      }
      expect(bgNbdResidualPurchases(CDNOW, customer, 0.1)).toBeCloseTo(sum, 5);
    }
    expect(() => bgNbdResidualPurchases(CDNOW, { x: 0, tx: 0, T: 0 }, 0)).toThrow(RangeError);
  });

  it.each([
    ['empty', []],
    ['no_repeats', [{ x: 0, tx: 0, T: 10 }]],
  ] as [string, Purchases[]][])('answers %s where nothing can be fitted', (outcome, customers) => {
    expect(fitBgNbd(customers)).toEqual({ outcome });
  });
});
