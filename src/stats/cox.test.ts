import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import { concordance } from './concordance.ts';
import { type CoxInput, fitCox, type Subject } from './cox.ts';
import { logRank } from './log-rank.ts';
import { checkProportionalHazards } from './proportional-hazards.ts';
import { seededRandom } from './random.ts';
import { exponentialDraw } from './random-draws.ts';

const rows = sharedCsv('rossi/rossi.csv');
const FEATURES = ['fin', 'age', 'race', 'wexp', 'mar', 'paro', 'prio'];

function rossi(features: readonly string[]): Subject[] {
  return (rows ?? []).map((row) => ({
    time: Number(row.week),
    ended: row.arrest === '1',
    x: features.map((feature) => Number(row[feature])),
  }));
}

function fitted(input: CoxInput) {
  const fit = fitCox(input);
  if (fit.outcome !== 'fitted') throw new Error(fit.outcome);
  return fit;
}

function drawn(coefficients: readonly number[], count: number, seed: number, step = 0): Subject[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const x = coefficients.map(() => 2 * (random() - 0.5));
    const hazard = Math.exp(x.reduce((sum, one, index) => sum + one * (coefficients[index] ?? 0), 0));
    const [ends, cut] = [exponentialDraw(random) / hazard, 3 * random()];
    const time = Math.min(ends, cut);
    return { time: step > 0 ? Math.ceil(time / step) : time, ended: ends <= cut, x };
  });
}

describe.skipIf(!rows)('Cox’ model of Rossi’s released prisoners (skipped where shared data is absent)', () => {
  it('gives R’s coefficients, errors, likelihoods and concordance, with Efron’s ties', () => {
    const fit = fitted({ subjects: rossi(FEATURES) });
    const published = [
      [-0.3794222, 0.1913795],
      [-0.0574377, 0.0219995],
      [0.3138998, 0.3079928],
      [-0.1497957, 0.2122243],
      [-0.4337039, 0.3818681],
      [-0.0848711, 0.1957567],
      [0.0914971, 0.0286485],
    ];
    for (const [index, [coefficient = 0, error = 0]] of published.entries()) {
      expect(fit.coefficients[index]).toBeCloseTo(coefficient, 7);
      expect(Math.abs((fit.standardErrors[index] ?? 0) - error)).toBeLessThan(1e-7);
    }
    expect([fit.nullLogLikelihood.toFixed(4), fit.logLikelihood.toFixed(4)]).toEqual(['-675.3806', '-658.7477']);
    expect(fit.likelihoodRatio.statistic.toFixed(2)).toBe('33.27');
    expect(fit.likelihoodRatio.df).toBe(7);
    expect(fit.concordance.toFixed(2)).toBe('0.64');
    expect(fit.events).toBe(114);
  });

  it('finds that the effect of age does not last, as Fox’ appendix on Cox regression does', () => {
    const subjects = rossi(['fin', 'age', 'prio']);
    const check = checkProportionalHazards(subjects, fitted({ subjects }));
    expect(check?.features.map((one) => [one?.correlation.toFixed(5), one?.statistic.toFixed(5)])).toEqual([
      ['-0.00657', '0.00507'],
      ['-0.20976', '6.54147'],
      ['-0.08004', '0.77288'],
    ]);
    expect(check?.global.statistic.toFixed(5)).toBe('7.13046');
    expect(check?.global.p.toFixed(4)).toBe('0.0679');
  });

  it('gives R’s log-rank test by financial aid', () => {
    const test = logRank(['0', '1'].map((fin) => rossi(['fin']).filter(({ x }) => String(x[0]) === fin)));
    if (test.outcome !== 'tested') throw new Error(test.outcome);
    expect(test.statistic.toFixed(5)).toBe('3.83757');
    expect(test.p.toFixed(5)).toBe('0.05012');
  });
});

describe('Cox’ model', () => {
  it('treats ties alike when there are none, and Efron’s is nearer to the truth when there are many', () => {
    const smooth = drawn([0.8, -0.5], 300, 4);
    const rough = drawn([0.8, -0.5], 300, 4, 0.5);
    const of = (subjects: Subject[], ties: 'efron' | 'breslow') => fitted({ subjects, ties }).coefficients[0] ?? 0;
    expect(of(smooth, 'efron')).toBeCloseTo(of(smooth, 'breslow'), 12);
    expect(of(rough, 'efron')).toBeGreaterThan(of(rough, 'breslow'));
    expect(Math.abs(of(rough, 'efron') - of(smooth, 'efron'))).toBeLessThan(0.1);
  });

  it('does not care for the unit of time or of a feature', () => {
    const subjects = drawn([0.8, -0.5], 150, 6);
    const scaled = subjects.map(({ time, ended, x }) => ({ time: time * 7, ended, x: x.map((one) => one * 100 + 3) }));
    const [one, other] = [fitted({ subjects }), fitted({ subjects: scaled })];
    expect((other.coefficients[0] ?? 0) * 100).toBeCloseTo(one.coefficients[0] ?? 0, 9);
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
  });

  it('of one feature of two values and no ties tests what the log-rank test tests', () => {
    const subjects = drawn([0.5], 200, 3).map(({ time, ended, x }) => ({ time, ended, x: [(x[0] ?? 0) > 0 ? 1 : 0] }));
    const test = logRank([0, 1].map((value) => subjects.filter(({ x }) => x[0] === value)));
    const fit = fitted({ subjects });
    if (test.outcome !== 'tested') throw new Error(test.outcome);
    expect(Math.abs(test.statistic - fit.likelihoodRatio.statistic)).toBeLessThan(0.05 * test.statistic);
  });

  it('covers the truth about as often as its 80 % intervals say', () => {
    let covered = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const { coefficients, standardErrors } = fitted({ subjects: drawn([0.7, -0.4], 120, seed) });
      if (Math.abs((coefficients[0] ?? 0) - 0.7) <= 1.2816 * (standardErrors[0] ?? 0)) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(72);
    expect(covered).toBeLessThanOrEqual(88);
  });

  it('finds no changing effects where there are none more often than 1 in 20, and finds one that is there', () => {
    const alarms = Array.from({ length: 60 }, (_, seed) => {
      const subjects = drawn([0.7], 120, seed + 1);
      return checkProportionalHazards(subjects, fitted({ subjects }))?.global.p ?? 1;
    }).filter((p) => p < 0.05);
    expect(alarms.length).toBeLessThanOrEqual(7);
    const turning = drawn([0], 400, 9).map(({ time, ended }, index) => ({ time, ended, x: [index % 2] }));
    const bent = turning.map(({ time, ended, x }) => ({ time: x[0] && time > 0.3 ? 0.3 + time * 4 : time, ended, x }));
    expect(checkProportionalHazards(bent, fitted({ subjects: bent }))?.features[0]?.p).toBeLessThan(0.01);
  });

  it.each([
    ['empty', []],
    ['no_events', [{ time: 1, ended: false, x: [1] }]],
    ['all_constant', [1, 2, 3].map((time) => ({ time, ended: true, x: [5] }))],
    ['not_finite', [{ time: Number.NaN, ended: true, x: [1] }]],
    ['collinear', drawn([1], 30, 1).map((one) => ({ ...one, x: [one.x[0] ?? 0, -2 * (one.x[0] ?? 0)] }))],
    ['separated', [1, 2, 3, 4, 5, 6].map((time) => ({ time, ended: time < 4, x: [time < 4 ? 1 : 0] }))],
  ] as [string, Subject[]][])('answers %s where nothing can be fitted', (outcome, subjects) => {
    expect(fitCox({ subjects })).toMatchObject({ outcome });
  });
});

describe('the log-rank test', () => {
  it('gives the textbook 16.79 of Freireich’s 42 patients', () => {
    const on = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, ended: true }));
    const cut = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, ended: false }));
    const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
    const test = logRank([[...on, ...cut], placebo.map((time) => ({ time, ended: true }))]);
    if (test.outcome !== 'tested') throw new Error(test.outcome);
    expect(test.statistic.toFixed(2)).toBe('16.79');
    expect(test.groups.map(({ expected }) => expected.toFixed(2))).toEqual(['19.25', '10.75']);
  });

  it('does not care for the order of groups, and leaves out one that was never watched', () => {
    const groups = [1, 2, 3].map((seed) => drawn([0], 40, seed));
    const [one, other] = [logRank(groups), logRank([...groups.toReversed(), []])];
    if (one.outcome !== 'tested' || other.outcome !== 'tested') throw new Error('too few');
    expect(other.statistic).toBeCloseTo(one.statistic, 10);
    expect(other.df).toBe(2);
  });

  it('says when nobody left or there is nobody to compare with', () => {
    const stays = [{ time: 3, ended: false }];
    for (const groups of [[], [stays, stays], [[{ time: 3, ended: true }], []]])
      expect(logRank(groups)).toEqual({ outcome: 'too_few' });
  });
});

describe('concordance', () => {
  it('counts pairs as a slow count does', () => {
    const stay = fc.record({
      time: fc.integer({ min: 0, max: 9 }),
      ended: fc.boolean(),
      risk: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 25 }), (stays) => {
        let [right, pairs] = [0, 0];
        for (const one of stays.filter(({ ended }) => ended))
          for (const other of stays) {
            if (!(other.time > one.time || (other.time === one.time && !other.ended))) continue;
            pairs += 1;
            right += one.risk === other.risk ? 0.5 : Number(one.risk > other.risk);
          }
        const found = concordance(
          stays,
          stays.map(({ risk }) => risk),
        );
        if (pairs === 0) expect(found).toBeUndefined();
        else expect(found).toBeCloseTo(right / pairs, 12);
      }),
    );
  });
});
