import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import { kaplanMeier, productLimit, survivalAt } from './kaplan-meier.ts';

const rows = sharedCsv('rossi/rossi.csv');

describe.skipIf(!rows)('the Kaplan-Meier curve of Rossi (skipped where shared data is absent)', () => {
  it('stands where R puts it at 10, 20, 30, 40 and 52 weeks', () => {
    const curve = kaplanMeier((rows ?? []).map((row) => ({ time: Number(row.week), ended: row.arrest === '1' })));
    const heights = [10, 20, 30, 40, 52].map((week) => survivalAt(curve, week).toFixed(3));
    expect(heights).toEqual(['0.965', '0.907', '0.861', '0.803', '0.736']);
  });
});

const telco = sharedCsv('telco/Telco-Customer-Churn.csv');

describe.skipIf(!telco)('the Kaplan-Meier curve of Telco (skipped where shared data is absent)', () => {
  it('stands where R puts it after 1, 12 and 24 months', () => {
    const curve = kaplanMeier((telco ?? []).map((row) => ({ time: Number(row.tenure), ended: row.Churn === 'Yes' })));
    const heights = [1, 12, 24].map((month) => survivalAt(curve, month).toFixed(6));
    expect(heights).toEqual(['0.945961', '0.843200', '0.788736']);
  });
});

describe('the Kaplan-Meier curve', () => {
  /** Six of the 21 patients of Freireich 1963 on 6-MP, the textbook example. */
  const TIMES = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const CUT = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const freireich = [...TIMES.map((time) => ({ time, ended: true })), ...CUT.map((time) => ({ time, ended: false }))];

  it('gives the textbook heights and log-log bands', () => {
    const curve = kaplanMeier(freireich);
    expect(curve.map(({ survival }) => survival.toFixed(4))).toEqual([
      '0.8571',
      '0.8067',
      '0.7529',
      '0.6902',
      '0.6275',
      '0.5378',
      '0.4482',
    ]);
    expect(curve[0]?.band?.low).toBeCloseTo(0.6197, 4);
    expect(curve[0]?.band?.high).toBeCloseTo(0.9516, 4);
  });

  it('has no step without an event, and no band at 1 or 0', () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(kaplanMeier([{ time: 3, ended: false }])).toEqual([]);
    expect(kaplanMeier([{ time: 3, ended: true }])).toEqual([
      { time: 3, atRisk: 1, events: 1, survival: 0, band: null },
    ]);
    expect(() => kaplanMeier([{ time: Number.NaN, ended: true }])).toThrow(RangeError);
  });

  it('falls, stays inside its band, and is the share still there when nobody is cut off', () => {
    const stays = fc.array(fc.record({ time: fc.integer({ min: 1, max: 30 }), ended: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(stays, (drawn) => {
        let before = 1;
        for (const { survival, band } of kaplanMeier(drawn)) {
          expect(survival).toBeLessThan(before);
          before = survival;
          if (!band) continue;
          expect(band.low).toBeLessThanOrEqual(survival);
          expect(band.high).toBeGreaterThanOrEqual(survival);
        }
        const all = drawn.map(({ time }) => ({ time, ended: true }));
        const after = drawn.filter(({ time }) => time > 15).length / drawn.length;
        expect(survivalAt(kaplanMeier(all), 15)).toBeCloseTo(after, 12);
      }),
    );
  });

  it('is the same from counts', () => {
    const counts = kaplanMeier(freireich).map(({ time, atRisk, events }) => ({ time, atRisk, events }));
    expect(productLimit(counts)).toEqual(kaplanMeier(freireich));
  });
});
