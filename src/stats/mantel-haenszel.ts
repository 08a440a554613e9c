import { chiSquaredP, normalQuantile } from './distributions.ts';
import type { FourFold } from './fisher.ts';
import type { Interval } from './intervals.ts';

type Estimate = Interval & { value: number };
/**
 * `oddsRatio`, of all strata together, is null where it is 0 or infinite; `riskDifference` is the first row's share of
 * the first column minus the second row's. `too_few`: no stratum has both rows and both columns.
 */
export type MantelHaenszel =
  | { outcome: 'tested'; oddsRatio: Estimate | null; riskDifference: Estimate; statistic: number; p: number }
  | { outcome: 'too_few' };

/**
 * Does the first column go with the first row among those alike in everything that defines the strata? One 2 × 2 table a
 * stratum. Test of Cochran, Mantel and Haenszel (Mantel & Haenszel 1959, JNCI 22; without correction for continuity
 * unless `correct`), odds ratio with the interval of Robins, Breslow & Greenland (1986, Biometrics 42), difference of
 * risks with that of Sato (1989, Biometrics 45). @throws RangeError unless counts are 0 or more.
 */
export function mantelHaenszel(
  strata: readonly FourFold[],
  { confidence = 0.95, correct = false } = {},
): MantelHaenszel {
  if (!strata.every((table) => table.flat().every((one) => one >= 0 && one < Infinity)))
    throw new RangeError('counts are 0 or more');
  const useful = strata.filter(([[a, b], [c, d]]) => Math.min(a + b, c + d, a + c, b + d) > 0);
  if (useful.length === 0) return { outcome: 'too_few' };
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const statistic = statisticOf(useful, correct);
  return {
    outcome: 'tested',
    oddsRatio: oddsRatioOf(useful, z),
    riskDifference: riskDifferenceOf(strata, z),
    statistic,
    p: chiSquaredP(statistic, 1),
  };
}

const total = <T>(items: readonly T[], value: (item: T) => number) => items.reduce((sum, one) => sum + value(one), 0);
const sizeOf = ([[a, b], [c, d]]: FourFold) => a + b + c + d;

function statisticOf(strata: readonly FourFold[], correct: boolean): number {
  const surplus = total(strata, (table) => {
    const [[a, b], [c]] = table;
    return a - ((a + b) * (a + c)) / sizeOf(table);
  });
  const variance = total(strata, (table) => {
    const [[a, b], [c, d]] = table;
    const n = sizeOf(table);
    return n > 1 ? ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1)) : 0;
  });
  return (Math.abs(surplus) - (correct ? Math.min(0.5, Math.abs(surplus)) : 0)) ** 2 / variance;
}

function oddsRatioOf(strata: readonly FourFold[], z: number): Estimate | null {
  const parts = strata.map((table) => {
    const [[a, b], [c, d]] = table;
    const n = sizeOf(table);
    return { r: (a * d) / n, s: (b * c) / n, p: (a + d) / n, q: (b + c) / n };
  });
  const [r, s] = [total(parts, (one) => one.r), total(parts, (one) => one.s)];
  if (!(r > 0 && s > 0)) return null;
  const variance =
    total(parts, (one) => one.p * one.r) / (2 * r * r) +
    total(parts, (one) => one.p * one.s + one.q * one.r) / (2 * r * s) +
    total(parts, (one) => one.q * one.s) / (2 * s * s);
  const reach = Math.exp(z * Math.sqrt(variance));
  return { value: r / s, low: r / s / reach, high: (r / s) * reach };
}

function riskDifferenceOf(strata: readonly FourFold[], z: number): Estimate {
  const both = strata.filter(([[a, b], [c, d]]) => a + b > 0 && c + d > 0);
  const parts = both.map((table) => {
    const [[a, b], [c, d]] = table;
    const [m, k, n] = [a + b, c + d, sizeOf(table)];
    return {
      weight: (m * k) / n,
      difference: (a * k - c * m) / n,
      p: (m * m * c - k * k * a + (m * k * (k - m)) / 2) / (n * n),
      q: (a * d + c * b) / (2 * n),
    };
  });
  const weight = total(parts, (one) => one.weight);
  const value = total(parts, (one) => one.difference) / weight;
  const variance = (value * total(parts, (one) => one.p) + total(parts, (one) => one.q)) / weight ** 2;
  const reach = z * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach) };
}
