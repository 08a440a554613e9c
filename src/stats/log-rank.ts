import { chiSquaredP } from './distributions.ts';
import type { Stay } from './kaplan-meier.ts';
import { cholesky, dot, solveCholesky } from './linear-algebra.ts';

/** `observed` and `expected`: how many of the group ended, and how many would have if all groups were alike. */
export type LogRankGroup = { n: number; observed: number; expected: number };
/** `too_few`: nobody ended, or not two groups were watched when somebody did. */
export type LogRank =
  | { outcome: 'tested'; statistic: number; df: number; p: number; groups: LogRankGroup[] }
  | { outcome: 'too_few' };

type Moment = { atRisk: number[]; ended: number[] };

/**
 * The log-rank test that all groups leave alike (Mantel 1966, Cancer Chemother. Rep. 50; Peto & Peto 1972, JRSS A 135),
 * one list of stays a group, with the hypergeometric variance. `df` is the number of comparable groups − 1.
 */
export function logRank(groups: readonly (readonly Stay[])[]): LogRank {
  const moments = momentsOf(groups);
  const expected = groups.map((_, group) => sum(moments.map((one) => expectedIn(one, group))));
  const observed = groups.map((_, group) => sum(moments.map(({ ended }) => ended[group] as number)));
  const compared = [...groups.keys()].filter((group) => (expected[group] as number) > 0);
  if (compared.length < 2) return { outcome: 'too_few' };
  const kept = compared.slice(1);
  const surplus = kept.map((group) => (observed[group] as number) - (expected[group] as number));
  const factor = cholesky(
    kept.map((i) => kept.map((j) => sum(moments.map((one) => covarianceIn(one, i, j))))),
    1e-11,
  );
  if (!factor) return { outcome: 'too_few' };
  const statistic = dot(surplus, solveCholesky(factor, surplus));
  return {
    outcome: 'tested',
    statistic,
    df: kept.length,
    p: chiSquaredP(statistic, kept.length),
    groups: groups.map((stays, group) => ({
      n: stays.length,
      observed: observed[group] as number,
      expected: expected[group] as number,
    })),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Each time at which somebody ended: who was at risk and who ended, by group. */
function momentsOf(groups: readonly (readonly Stay[])[]): Moment[] {
  const stays = groups.flatMap((group, index) => group.map((stay) => ({ ...stay, group: index })));
  const byTime = [...Map.groupBy(stays, ({ time }) => time)].sort(([a], [b]) => a - b);
  const atRisk = groups.map((group) => group.length);
  return byTime
    .map(([, leaving]) => {
      const moment = { atRisk: [...atRisk], ended: groups.map(() => 0) };
      for (const { group, ended } of leaving) {
        atRisk[group] = (atRisk[group] as number) - 1;
        if (ended) moment.ended[group] = (moment.ended[group] as number) + 1;
      }
      return moment;
    })
    .filter(({ ended }) => sum(ended) > 0);
}

function expectedIn({ atRisk, ended }: Moment, group: number): number {
  return (sum(ended) * (atRisk[group] as number)) / sum(atRisk);
}

function covarianceIn({ atRisk, ended }: Moment, i: number, j: number): number {
  const [n, d] = [sum(atRisk), sum(ended)];
  if (n < 2) return 0;
  const [p, q] = [(atRisk[i] as number) / n, (atRisk[j] as number) / n];
  return ((d * (n - d)) / (n - 1)) * (i === j ? p * (1 - p) : -p * q);
}
