import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import { fitGammaGamma, gammaGammaConditionalMean, gammaGammaMean, type Spending } from './gamma-gamma.ts';

const rows = sharedCsv('cdnow/cdnow_customers_summary_with_transactions.csv');
const CDNOW = { p: 6.2488, q: 3.7446, v: 15.4477 };

describe.skipIf(!rows)('the Gamma-Gamma model on CDNOW (skipped where shared data is absent)', () => {
  const customers = (rows ?? []).map((row) => ({ mean: Number(row.zbar), x: Number(row.x) })).filter(({ x }) => x > 0);

  it('finds the published parameters from 946 repeat buyers', () => {
    expect(customers.length).toBe(946);
    const fit = fitGammaGamma(customers);
    if (fit.outcome !== 'fitted') throw new Error(fit.outcome);
    expect(fit.model.p).toBeCloseTo(6.2488, 4);
    expect(fit.model.q).toBeCloseTo(3.7446, 4);
    expect(fit.model.v).toBeCloseTo(15.4477, 3);
    expect(gammaGammaMean(fit.model)).toBeCloseTo(35.171, 3);
  });
});

describe('the Gamma-Gamma model', () => {
  it('gives the published mean, and draws a customer’s own mean towards it', () => {
    expect(gammaGammaMean(CDNOW)).toBeCloseTo(35.171, 2);
    expect(gammaGammaConditionalMean(CDNOW, { mean: 22.35, x: 2 })).toBeCloseTo(24.659, 3);
    expect(gammaGammaConditionalMean(CDNOW, { mean: 22.35, x: 200 })).toBeCloseTo(22.35, 0);
  });

  it('has no mean where purchases scatter without one', () => {
    expect(gammaGammaMean({ p: 2, q: 0.9, v: 10 })).toBeUndefined();
  });

  it.each([
    ['empty', []],
    ['empty', [{ mean: 0, x: 3 }]],
    [
      'constant',
      [
        { mean: 9, x: 3 },
        { mean: 9, x: 1 },
      ],
    ],
  ] as [string, Spending[]][])('answers %s where nothing can be fitted: %j', (outcome, customers) => {
    expect(fitGammaGamma(customers)).toEqual({ outcome });
  });
});
