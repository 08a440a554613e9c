import { chiSquaredP } from './distributions.ts';
import type { Matrix } from './linear-algebra.ts';

/**
 * `leastExpected`: the smallest count that chance alone would give; below 5 the p value is rough, and Fisher's test
 * better. `too_few`: fewer than two rows or columns hold anything, so that nothing can be compared.
 */
export type ChiSquare =
  | { outcome: 'tested'; statistic: number; df: number; p: number; leastExpected: number }
  | { outcome: 'too_few' };

/**
 * Pearson's test that rows and columns of a table of counts are independent (1900, Philosophical Magazine 50), with
 * Yates' correction of ½ for a 2 × 2 table where `correct` (R's default). Empty rows and columns are left out.
 * @throws RangeError when rows differ in length or a count is negative or not finite.
 */
export function chiSquare(table: Matrix, { correct = false } = {}): ChiSquare {
  const broken = table.some(
    (row) => row.length !== table[0]?.length || !row.every((one) => one >= 0 && one < Infinity),
  );
  if (broken) throw new RangeError('a table of counts has rows of one length and no negative count');
  const rows = table.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = (table[0] ?? []).map((_, at) => table.reduce((sum, row) => sum + (row[at] as number), 0));
  const total = rows.reduce((sum, one) => sum + one, 0);
  const shape = [rows, columns].map((sums) => sums.filter((one) => one > 0).length) as [number, number];
  if (Math.min(...shape) < 2) return { outcome: 'too_few' };
  const cells = table
    .flatMap((row, i) =>
      row.map((seen, j) => ({ seen, expected: ((rows[i] as number) * (columns[j] as number)) / total })),
    )
    .filter(({ expected }) => expected > 0);
  const misses = cells.map(({ seen, expected }) => Math.abs(seen - expected));
  const correction = correct && shape[0] === 2 && shape[1] === 2 ? Math.min(0.5, ...misses) : 0;
  const statistic = cells.reduce(
    (sum, { expected }, index) => sum + ((misses[index] as number) - correction) ** 2 / expected,
    0,
  );
  const df = (shape[0] - 1) * (shape[1] - 1);
  const leastExpected = Math.min(...cells.map(({ expected }) => expected));
  return { outcome: 'tested', statistic, df, p: chiSquaredP(statistic, df), leastExpected };
}
