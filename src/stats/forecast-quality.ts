/** A probability that was forecast, and whether the outcome came. */
export type Forecast = { probability: number; outcome: boolean };

const outcomesIn = (forecasts: readonly Forecast[]) => forecasts.filter(({ outcome }) => outcome).length;

/**
 * Average precision: Σ (recall gained) × precision over the scores from the highest down, ties taken together
 * (Manning, Raghavan & Schütze 2008, section 8.4). Null when no outcome came.
 */
export function averagePrecision(forecasts: readonly Forecast[]): number | null {
  const all = outcomesIn(forecasts);
  if (all === 0) return null;
  const tied = [...Map.groupBy(forecasts, ({ probability }) => probability)].sort(([a], [b]) => b - a);
  let [found, looked, sum] = [0, 0, 0];
  for (const [, group] of tied) {
    const came = outcomesIn(group);
    found += came;
    looked += group.length;
    sum += (came / all) * (found / looked);
  }
  return sum;
}

/** Brier's score (1950): the mean squared difference of probability and outcome, 0 the best. Null without forecasts. */
export function brier(forecasts: readonly Forecast[]): number | null {
  if (forecasts.length === 0) return null;
  const sum = forecasts.reduce((all, { probability, outcome }) => all + (probability - (outcome ? 1 : 0)) ** 2, 0);
  return sum / forecasts.length;
}

/** One group of forecasts of like height: what was said, what came. */
export type Reliability = { n: number; outcomes: number; mean_probability: number; rate: number };

/** Forecasts in `bins` groups of equal size from the lowest up; fewer groups when there are fewer forecasts. */
export function reliability(forecasts: readonly Forecast[], bins = 10): Reliability[] {
  const sorted = forecasts.toSorted((a, b) => a.probability - b.probability);
  return Array.from({ length: bins }, (_, bin) =>
    sorted.slice(Math.floor((bin * sorted.length) / bins), Math.floor(((bin + 1) * sorted.length) / bins)),
  ).flatMap((group) => {
    if (group.length === 0) return [];
    const outcomes = outcomesIn(group);
    const mean = group.reduce((sum, { probability }) => sum + probability, 0) / group.length;
    return [{ n: group.length, outcomes, mean_probability: mean, rate: outcomes / group.length }];
  });
}

/**
 * Expected calibration error: the mean distance of what was said from what came, over groups of equal size (Naeini et al.
 * 2015, AAAI; equal-mass groups of Nixon et al. 2019). Null without forecasts.
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], bins = 10): number | null {
  if (forecasts.length === 0) return null;
  const groups = reliability(forecasts, bins);
  return groups.reduce((sum, one) => sum + (one.n / forecasts.length) * Math.abs(one.mean_probability - one.rate), 0);
}

/**
 * Lift: the rate of outcomes among the `share` with the highest probability ÷ the rate among all. Ties at the edge count
 * in proportion, so that a constant forecast has a lift of 1. Null when no outcome came.
 */
export function lift(forecasts: readonly Forecast[], share = 0.1): number | null {
  const all = outcomesIn(forecasts);
  const size = forecasts.length * share;
  if (all === 0 || !(size > 0)) return null;
  const tied = [...Map.groupBy(forecasts, ({ probability }) => probability)].sort(([a], [b]) => b - a);
  let [room, caught] = [size, 0];
  for (const [, group] of tied) {
    if (room <= 0) break;
    caught += Math.min(1, room / group.length) * outcomesIn(group);
    room -= group.length;
  }
  return caught / size / (all / forecasts.length);
}

/**
 * Population stability index: Σ (now − then) × ln(now ÷ then) over shares of the same groups; below .1 is stable, above
 * .25 another population (Siddiqi 2006, "Credit Risk Scorecards"). Counts, half a case added to each group so that an
 * empty one has an answer. Null when either side has no cases.
 */
export function stabilityIndex(then: readonly number[], now: readonly number[]): number | null {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const [all, present] = [total(then), total(now)];
  if (all === 0 || present === 0) return null;
  const share = (count: number, of: number) => (count + 0.5) / (of + then.length / 2);
  return then.reduce((sum, count, group) => {
    const [a, b] = [share(count, all), share(now[group] ?? 0, present)];
    return sum + (b - a) * Math.log(b / a);
  }, 0);
}
