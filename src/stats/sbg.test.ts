import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import {
  fitSbg,
  type RenewalTable,
  sbgLifetime,
  sbgLogLikelihood,
  sbgResidualLifetime,
  sbgRetention,
  sbgSurvival,
} from './sbg.ts';

const rows = sharedCsv('sbg/survival.csv');
const REGULAR = { alpha: 0.7041, beta: 1.182 };

/** Renewals 1 to `years` of 1,000 customers, of whom `percents` were there at each year's end. */
function tableOf(percents: number[], years: number): RenewalTable {
  const there = percents.map((percent) => Math.round(percent * 10));
  return Array.from({ length: years }, (_, index) => {
    const atRisk = there[index] ?? 0;
    return { atRisk, lost: atRisk - (there[index + 1] ?? 0) };
  });
}

function fitted(column: string) {
  const fit = fitSbg(
    tableOf(
      (rows ?? []).map((row) => Number(row[column])),
      7,
    ),
  );
  if (fit.outcome !== 'fitted') throw new Error(fit.outcome);
  return fit;
}

describe.skipIf(!rows)('the sBG model on the published cohorts (skipped where shared data is absent)', () => {
  it.each([
    ['regular', 0.7041, 1.182, -1680.27],
    ['high_end', 0.6681, 3.8061, -1611.16],
  ])('finds the %s cohort’s alpha, beta and likelihood', (column, alpha, beta, logLikelihood) => {
    const fit = fitted(column);
    expect(fit.model.alpha).toBeCloseTo(alpha, 4);
    expect(fit.model.beta).toBeCloseTo(beta, 4);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 2);
  });

  it('projects twelve years of survival from seven', () => {
    const percents = sbgSurvival(fitted('regular').model, 12).map((share) => Math.round(share * 1000) / 10);
    expect(percents).toEqual([100, 62.7, 47.4, 38.8, 33.2, 29.2, 26.2, 23.9, 22, 20.4, 19.1, 18, 17]);
  });

  it('gives the published residual lifetimes at 10 %, just before each renewal', () => {
    const { model } = fitted('regular');
    const lifetimes = [1, 2, 3, 4, 5].map((renewal) => sbgResidualLifetime(model, renewal, 0.1));
    expect(lifetimes.map((one) => one.toFixed(3))).toEqual(['2.964', '4.103', '4.870', '5.442', '5.894']);
  });
});

describe('the sBG model', () => {
  it('keeps those who stayed longer more surely, and its survival is the product of its retentions', () => {
    let share = 1;
    for (const [index, survival] of sbgSurvival(REGULAR, 30).entries()) {
      if (index > 0) share *= sbgRetention(REGULAR, index);
      expect(survival).toBeCloseTo(share, 12);
      expect(sbgRetention(REGULAR, index + 2)).toBeGreaterThan(sbgRetention(REGULAR, index + 1));
    }
  });

  it('sums to its residual lifetime', () => {
    const survival = sbgSurvival(REGULAR, 400);
    const sum = survival.slice(1).reduce((total, share, index) => total + share / 1.1 ** index, 0);
    expect(sbgResidualLifetime(REGULAR, 1, 0.1)).toBeCloseTo(sum, 8);
  });

  it('values a customer who just joined at the first payment and what is left just before renewal', () => {
    const survival = sbgSurvival(REGULAR, 600);
    const sum = survival.reduce((total, share, index) => total + share / 1.1 ** index, 0);
    expect(sbgLifetime(REGULAR, 0.1)).toBeCloseTo(sum, 8);
    expect(sbgLifetime(REGULAR, 0.1)).toBeCloseTo(1 + sbgResidualLifetime(REGULAR, 1, 0.1) / 1.1, 10);
    expect(() => sbgLifetime(REGULAR, 0)).toThrow(RangeError);
  });

  it.each([
    ['empty', []],
    ['empty', [{ atRisk: 0, lost: 0 }]],
    ['nobody_lost', [{ atRisk: 50, lost: 0 }]],
    ['everybody_lost', [{ atRisk: 50, lost: 50 }]],
  ] as [string, RenewalTable][])('answers %s where nothing can be fitted: %j', (outcome, table) => {
    expect(fitSbg(table)).toEqual({ outcome });
  });

  it('says that customers are alike when the same share leaves at every renewal', () => {
    const fit = fitSbg([100_000, 80_000, 64_000, 51_200].map((atRisk) => ({ atRisk, lost: atRisk / 5 })));
    expect(fit).toMatchObject({ outcome: 'alike' });
    if (fit.outcome === 'alike') expect(fit.leaves).toBeCloseTo(0.2, 12);
  });

  it('never answers NaN, and no model explains a table better than the one it finds', () => {
    const row = fc
      .integer({ min: 0, max: 400 })
      .chain((atRisk) => fc.record({ atRisk: fc.constant(atRisk), lost: fc.integer({ min: 0, max: atRisk }) }));
    const positive = fc.double({ min: 0.05, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), positive, positive, (table, alpha, beta) => {
        const fit = fitSbg(table);
        if (!('logLikelihood' in fit)) return;
        expect(fit.logLikelihood).toBeGreaterThanOrEqual(sbgLogLikelihood(table, { alpha, beta }) - 1e-6);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
