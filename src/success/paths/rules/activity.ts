import type { FourFold } from '../../../stats/fisher.ts';
import { mantelHaenszel } from '../../../stats/mantel-haenszel.ts';
import type { Estimate, PathCase } from '../model.ts';

const GROUPS = 4;

/**
 * Does it go with success among accounts that are alike in plan and size and were about equally active before the landmark
 * (quarters by days of use)? Who uses a product much does more of everything. Null where no two alike differ.
 */
export function amongEquallyActive(
  cases: readonly PathCase[],
  has: readonly boolean[],
): { odds: Estimate | null; difference: number; p: number } | null {
  const quarter = quartersOf(cases);
  const tables = new Map<string, [[number, number], [number, number]]>();
  for (const [at, { stratum, succeeded }] of cases.entries()) {
    const key = `${stratum} ${quarter[at]}`;
    const table = tables.get(key) ?? [
      [0, 0],
      [0, 0],
    ];
    tables.set(key, table);
    table[has[at] ? 0 : 1][succeeded ? 0 : 1] += 1;
  }
  const found = mantelHaenszel([...tables.values()] satisfies FourFold[]);
  if (found.outcome === 'too_few') return null;
  return { odds: found.oddsRatio, difference: found.riskDifference.value, p: found.p };
}

/** Equal days of use are in one quarter, whatever their number. */
function quartersOf(cases: readonly PathCase[]): number[] {
  const sorted = cases.map(({ active_days }) => active_days).sort((a, b) => a - b);
  const limits = Array.from({ length: GROUPS - 1 }, (_, group) => {
    return sorted[Math.floor(((group + 1) * sorted.length) / GROUPS)] ?? 0;
  });
  return cases.map(({ active_days }) => limits.filter((limit) => active_days >= limit).length);
}
