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

type Judged = { value: number; pairs: number; influences: Map<string, number> };

/** The area, and what each cluster adds to its error. */
function judge(observations: readonly Scored[]): Judged | undefined {
  const judged = groupBy(observations, (one) => one.stratum).flatMap((stratum) => {
    const results = contests(stratum);
    return stratum.map((one, index) => ({ one, contest: results[index] as Contest }));
  });
  const positives = judged.filter(({ one }) => one.outcome);
  const pairs = positives.reduce((sum, { contest }) => sum + contest.opponents, 0);
  const clusters = Map.groupBy(
    judged.filter(({ contest }) => contest.opponents > 0),
    ({ one }) => one.cluster,
  );
  if (pairs === 0 || clusters.size < 2) return undefined;
  const value = positives.reduce((sum, { contest }) => sum + contest.wins, 0) / pairs;
  const influences = [...clusters].map(([name, cluster]): [string, number] => [
    name,
    cluster.reduce((sum, { contest }) => sum + (contest.wins - value * contest.opponents) / pairs, 0),
  ]);
  return { value, pairs, influences: new Map(influences) };
}

function reachOf(influences: readonly number[], confidence: number): number {
  const squares = influences.reduce((sum, influence) => sum + influence * influence, 0);
  const error = Math.sqrt((squares * influences.length) / (influences.length - 1));
  return normalQuantile(1 - (1 - confidence) / 2) * error;
}

/**
 * Area under the ROC curve: the share of (came, did not come) pairs, within a stratum, in which the score is right; ties
 * count half. The interval is DeLong's (DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44) with the observations'
 * influences summed per cluster before squaring (Obuchowski 1997, Biometrics 53), so that an account seen in twelve
 * months counts as one account. Undefined when there is no pair or fewer than two clusters.
 */
export function clusteredAuc(observations: readonly Scored[], confidence = 0.95): Auc | undefined {
  const judged = judge(observations);
  if (!judged) return undefined;
  const { value, pairs, influences } = judged;
  const reach = reachOf([...influences.values()], confidence);
  return { value, pairs, interval: { low: Math.max(0, value - reach), high: Math.min(1, value + reach) } };
}

/**
 * How much better one score ranks than another that saw the same clusters: the second's area minus the first's, with
 * the interval of the difference (DeLong as above: influences subtracted cluster by cluster, so that what both get
 * wrong cancels). Undefined when either area is.
 */
export function aucDifference(
  first: readonly Scored[],
  second: readonly Scored[],
  confidence = 0.95,
): (Interval & { value: number }) | undefined {
  const [one, other] = [judge(first), judge(second)];
  if (!one || !other) return undefined;
  const names = [...new Set([...one.influences.keys(), ...other.influences.keys()])];
  const apart = names.map((name) => (other.influences.get(name) ?? 0) - (one.influences.get(name) ?? 0));
  const value = other.value - one.value;
  const reach = reachOf(apart, confidence);
  return { value, low: value - reach, high: value + reach };
}
