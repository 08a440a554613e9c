import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquare } from './chi-square.ts';
import { benjaminiHochberg } from './false-discovery.ts';
import { type FourFold, fisherMidTail, fisherP } from './fisher.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { permutationTest } from './permutation.ts';
import { seededRandom } from './random.ts';

const count = fc.integer({ min: 0, max: 40 });
const table = fc.tuple(fc.tuple(count, count), fc.tuple(count, count));

describe('Fisher’s exact test', () => {
  it.each([
    [
      [
        [3, 1],
        [1, 3],
      ],
      0.4857143,
      7,
    ],
    [
      [
        [1, 11],
        [9, 3],
      ],
      0.00275946,
      8,
    ],
  ] as [FourFold, number, number][])('gives R’s p value of %j', (counts, p, digits) => {
    expect(fisherP(counts)).toBeCloseTo(p, digits);
  });

  it('is the same with rows or columns turned around, and never above 1', () => {
    fc.assert(
      fc.property(table, ([[a, b], [c, d]]) => {
        const p = fisherP([
          [a, b],
          [c, d],
        ]);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        for (const turned of [
          [
            [c, d],
            [a, b],
          ],
          [
            [b, a],
            [d, c],
          ],
          [
            [a, c],
            [b, d],
          ],
        ] as FourFold[])
          expect(fisherP(turned)).toBeCloseTo(p, 10);
      }),
    );
  });

  it('has one side that counts half of what was seen: with margins of four, 1/70 and half of 16/70 for three of four', () => {
    const seen = [
      [3, 1],
      [1, 3],
    ] as const;
    expect(fisherMidTail(seen, 'more')).toBeCloseTo(9 / 70, 12);
    expect(fisherMidTail(seen, 'less')).toBeCloseTo(61 / 70, 12);
  });

  it('says nothing against chance when nothing was seen, and refuses parts of a customer', () => {
    expect(
      fisherP([
        [0, 0],
        [0, 0],
      ]),
    ).toBe(1);
    expect(() =>
      fisherP([
        [0.5, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });
});

describe('the chi-squared test', () => {
  it('gives the textbook answers', () => {
    expect(
      chiSquare([
        [10, 10, 20],
        [20, 20, 20],
      ]),
    ).toMatchObject({ statistic: 25 / 9, df: 2 });
    const fit = chiSquare([
      [10, 10, 20],
      [20, 20, 20],
    ]);
    if (fit.outcome === 'tested') expect(fit.p).toBeCloseTo(0.24935220877729614, 12);
  });

  it('is n(ad − bc)² ÷ the product of the margins, less with Yates’ correction', () => {
    const plain = chiSquare([
      [12, 5],
      [3, 9],
    ]);
    const corrected = chiSquare(
      [
        [12, 5],
        [3, 9],
      ],
      { correct: true },
    );
    if (plain.outcome !== 'tested' || corrected.outcome !== 'tested') throw new Error('too few');
    const margins = 17 * 12 * 15 * 14;
    expect(plain.statistic).toBeCloseTo((29 * (12 * 9 - 5 * 3) ** 2) / margins, 12);
    expect(corrected.statistic).toBeCloseTo((29 * (12 * 9 - 5 * 3 - 29 / 2) ** 2) / margins, 12);
    expect(corrected.leastExpected).toBeCloseTo((12 * 14) / 29, 12);
  });

  it('leaves empty rows out, and says when nothing is left to compare', () => {
    expect(
      chiSquare([
        [3, 4],
        [0, 0],
        [5, 1],
      ]),
    ).toEqual(
      chiSquare([
        [3, 4],
        [5, 1],
      ]),
    );
    for (const empty of [
      [],
      [[3, 4]],
      [
        [3, 0],
        [4, 0],
      ],
    ])
      expect(chiSquare(empty)).toEqual({ outcome: 'too_few' });
    expect(() => chiSquare([[1], [1, 2]])).toThrow(RangeError);
  });
});

describe('the false discovery rate', () => {
  it('gives R’s adjusted p values', () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5]);
    for (const [index, q] of [0.025, 0.05, 0.05, 0.025, 0.5].entries()) expect(adjusted[index]).toBeCloseTo(q, 12);
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => benjaminiHochberg([1.1])).toThrow(RangeError);
  });

  it('reports what Benjamini and Hochberg’s own rule reports, at any rate', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(ps, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (drawn, rate) => {
        const sorted = drawn.toSorted((a, b) => a - b);
        const last = sorted.findLastIndex((p, index) => p * drawn.length <= rate * (index + 1) * (1 - 1e-12));
        const reported = benjaminiHochberg(drawn).filter((q) => q <= rate * (1 - 1e-12)).length;
        expect(reported).toBe(last + 1);
      }),
    );
  });
});

describe('the test of Cochran, Mantel and Haenszel', () => {
  /** Bickel, Hammel & O'Connell 1975: admitted and rejected men and women in six departments of Berkeley. */
  const BERKELEY: FourFold[] = [
    [
      [512, 313],
      [89, 19],
    ],
    [
      [353, 207],
      [17, 8],
    ],
    [
      [120, 205],
      [202, 391],
    ],
    [
      [138, 279],
      [131, 244],
    ],
    [
      [53, 138],
      [94, 299],
    ],
    [
      [22, 351],
      [24, 317],
    ],
  ];

  it('finds no preference for men once departments are compared, with R’s numbers', () => {
    const plain = mantelHaenszel(BERKELEY);
    const corrected = mantelHaenszel(BERKELEY, { correct: true });
    if (plain.outcome !== 'tested' || corrected.outcome !== 'tested') throw new Error('too few');
    expect(plain.oddsRatio?.value).toBeCloseTo(0.9046968, 7);
    expect(plain.oddsRatio?.low).toBeCloseTo(0.7719074, 7);
    expect(plain.oddsRatio?.high).toBeCloseTo(1.0603298, 7);
    expect([plain.statistic.toFixed(4), plain.p.toFixed(4)]).toEqual(['1.5246', '0.2169']);
    expect([corrected.statistic.toFixed(4), corrected.p.toFixed(4)]).toEqual(['1.4269', '0.2323']);
  });

  it('of one stratum is the plain difference, and Pearson’s statistic but for (n − 1) ÷ n', () => {
    fc.assert(
      fc.property(table, ([[a, b], [c, d]]) => {
        const found = mantelHaenszel([
          [
            [a, b],
            [c, d],
          ],
        ]);
        const plain = chiSquare([
          [a, b],
          [c, d],
        ]);
        expect(found.outcome).toBe(plain.outcome);
        if (found.outcome !== 'tested' || plain.outcome !== 'tested') return;
        const n = a + b + c + d;
        expect(found.statistic).toBeCloseTo((plain.statistic * (n - 1)) / n, 9);
        expect(found.riskDifference.value).toBeCloseTo(a / (a + b) - c / (c + d), 12);
        expect(found.riskDifference.low).toBeLessThanOrEqual(found.riskDifference.value);
        if (found.oddsRatio) expect(found.oddsRatio.value).toBeCloseTo((a * d) / (b * c), 9);
      }),
    );
    expect(mantelHaenszel([])).toEqual({ outcome: 'too_few' });
    expect(
      mantelHaenszel([
        [
          [0, 9],
          [1, 3],
        ],
      ]),
    ).toMatchObject({ oddsRatio: null });
  });
});

describe('the permutation test', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8].map((value) => ({ value, inFirst: value > 4 }));

  it('comes near the exact answer: 2 of the 70 ways to deal eight numbers are as far apart', () => {
    const found = permutationTest(values, 20_000, seededRandom(1));
    if (found.outcome !== 'tested') throw new Error(found.outcome);
    expect(found.difference).toBe(4);
    expect(Math.abs(found.p - 2 / 70)).toBeLessThan(0.005);
  });

  it('exchanges within strata only, so that what differs between them does not count', () => {
    const drifting = [
      ...values.map(({ value }) => ({ value, inFirst: value > 7, stratum: 'early' })),
      ...values.map(({ value }) => ({ value: value + 100, inFirst: value > 1, stratum: 'late' })),
    ];
    const [within, across] = [drifting, drifting.map(({ value, inFirst }) => ({ value, inFirst }))].map((rows) =>
      permutationTest(rows, 2000, seededRandom(3)),
    );
    if (within?.outcome !== 'tested' || across?.outcome !== 'tested') throw new Error('too few');
    expect(within.difference).toBeCloseTo(4, 12);
    expect(across.p).toBeLessThan(0.05);
  });

  it('says when there is nothing to exchange, and is certain of nothing when all are equal', () => {
    expect(permutationTest([{ value: 1, inFirst: true }], 10, seededRandom(1))).toEqual({ outcome: 'too_few' });
    const equal = values.map(({ inFirst }) => ({ value: 7, inFirst }));
    expect(permutationTest(equal, 50, seededRandom(1))).toMatchObject({ difference: 0, p: 1 });
  });
});
