import { normalQuantile } from './distributions.ts';
import type { Interval } from './intervals.ts';

/**
 * One observation: `score` is higher when the outcome is thought likelier, `outcome` whether it came.
 * Observations of one `cluster` (an account seen in several months) are not independent.
 * Only observations of one `stratum` (a month) are compared with each other.
 */
export type Scored = { score: number; outcome: boolean; cluster: string; stratum: string };

export type Auc = { value: number; interval: Interval; pairs: number };

type Contest = { wins: number; opponents: number };

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function upperBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each observation of a stratum: against how many of the other outcome it stands, and how many it is right about. */
function contests(stratum: readonly Scored[]): Contest[] {
  const scoresOf = (outcome: boolean) =>
    stratum
      .filter((one) => one.outcome === outcome)
      .map((one) => one.score)
      .sort((a, b) => a - b);
  const positives = scoresOf(true);
  const negatives = scoresOf(false);
  return stratum.map((one) => {
    const others = one.outcome ? negatives : positives;
    const below = lowerBound(others, one.score);
    const notAbove = upperBound(others, one.score);
    const ties = (notAbove - below) / 2;
    const wins = one.outcome ? below + ties : others.length - notAbove + ties;
    return { wins, opponents: others.length };
  });
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  return [...Map.groupBy(items, key).values()];
}

/**
 * Area under the ROC curve: the share of (came, did not come) pairs, within a stratum, in which the score is right; ties
 * count half. The interval is DeLong's (DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44) with the observations'
 * influences summed per cluster before squaring (Obuchowski 1997, Biometrics 53), so that an account seen in twelve
 * months counts as one account. Undefined when there is no pair or fewer than two clusters.
 */
export function clusteredAuc(observations: readonly Scored[], confidence = 0.95): Auc | undefined {
  const judged = groupBy(observations, (one) => one.stratum).flatMap((stratum) => {
    const results = contests(stratum);
    return stratum.map((one, index) => ({ one, contest: results[index] as Contest }));
  });
  const positives = judged.filter(({ one }) => one.outcome);
  const pairs = positives.reduce((sum, { contest }) => sum + contest.opponents, 0);
  const clusters = groupBy(
    judged.filter(({ contest }) => contest.opponents > 0),
    ({ one }) => one.cluster,
  );
  if (pairs === 0 || clusters.length < 2) return undefined;
  const value = positives.reduce((sum, { contest }) => sum + contest.wins, 0) / pairs;
  const influences = clusters.map((cluster) =>
    cluster.reduce((sum, { contest }) => sum + (contest.wins - value * contest.opponents) / pairs, 0),
  );
  const squares = influences.reduce((sum, influence) => sum + influence * influence, 0);
  const error = Math.sqrt((squares * clusters.length) / (clusters.length - 1));
  const reach = normalQuantile(1 - (1 - confidence) / 2) * error;
  return { value, pairs, interval: { low: Math.max(0, value - reach), high: Math.min(1, value + reach) } };
}
