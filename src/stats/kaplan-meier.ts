import { normalQuantile } from './distributions.ts';
import type { Interval } from './intervals.ts';

/** How long somebody was watched, in any unit, and whether it ended with the event (else it was only cut off). */
export type Stay = { time: number; ended: boolean };
/** At `time`: the share without the event, with its band; `band` null where it has none (nobody left: S = 1 or 0). */
export type SurvivalStep = { time: number; atRisk: number; events: number; survival: number; band: Interval | null };

/**
 * The Kaplan-Meier curve (1958, JASA 53): one step a time with an event. The band is Greenwood's variance on the
 * complementary log-log scale, so that it stays inside 0 to 1 (Kalbfleisch & Prentice 2002, section 1.4).
 * Empty for no stays and for stays without an event. @throws RangeError when a time is negative or not finite.
 */
export function kaplanMeier(stays: readonly Stay[], confidence = 0.95): SurvivalStep[] {
  for (const { time } of stays) {
    if (!(time >= 0 && Number.isFinite(time))) throw new RangeError('a stay needs a time of 0 or more');
  }
  const byTime = [...Map.groupBy(stays, ({ time }) => time)].sort(([a], [b]) => a - b);
  let atRisk = stays.length;
  const risks = byTime.map(([time, group]) => {
    const row = { time, atRisk, events: group.filter(({ ended }) => ended).length };
    atRisk -= group.length;
    return row;
  });
  return productLimit(risks, confidence);
}

/** The same curve from counts already made: how many were at risk at each time, and how many ended there. */
export function productLimit(
  risks: readonly { time: number; atRisk: number; events: number }[],
  confidence = 0.95,
): SurvivalStep[] {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  let survival = 1;
  let greenwood = 0;
  return risks
    .filter(({ events }) => events > 0)
    .map((row) => {
      survival *= 1 - row.events / row.atRisk;
      greenwood += row.events / (row.atRisk * (row.atRisk - row.events));
      return { ...row, survival, band: bandOf(survival, greenwood, z) };
    });
}

function bandOf(survival: number, greenwood: number, z: number): Interval | null {
  if (!(survival > 0 && survival < 1)) return null;
  const reach = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(reach), high: survival ** Math.exp(-reach) };
}

/** The curve's height at `time`: 1 before the first event. */
export function survivalAt(curve: readonly SurvivalStep[], time: number): number {
  return curve.findLast((step) => step.time <= time)?.survival ?? 1;
}
