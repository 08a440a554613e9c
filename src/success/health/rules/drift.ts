import { chiSquaredQuantile } from '../../../stats/distributions.ts';
import type { ComponentKey, Health } from '../model.ts';
import { type BandCount, countBands, meanOf } from './preview.ts';

export const DRIFT_STATES = ['too_early', 'steady', 'moved', 'alarm'] as const;
export type DriftState = (typeof DRIFT_STATES)[number];

export type ComponentDrift = {
  component: ComponentKey;
  /** Share of accounts with fresh facts, then and now. */
  present_before: number;
  present_now: number;
  mean_before: number | null;
  mean_now: number | null;
};

export type Drift = {
  state: DriftState;
  /** `feed`: facts of a component stopped coming; `shift`: scores moved; `none`: neither. */
  cause: 'feed' | 'shift' | 'none';
  /** The component whose facts stopped or whose mean moved most. */
  component: ComponentKey | null;
  on: string;
  before_on: string;
  accounts_now: number;
  accounts_before: number;
  mean_now: number | null;
  mean_before: number | null;
  bands_now: BandCount;
  bands_before: BandCount;
  /** Population stability index over the tenths of the earlier scores; null when too few. */
  psi: number | null;
  components: ComponentDrift[];
};

const TENTHS = 10;
/** Fewer scored accounts than this tell nothing about a distribution. */
export const LEAST_ACCOUNTS = 50;
const MOVED = 0.1;
const ALARM = 0.25;
const SURE = 0.99;
const FEED_LOST = 0.25;

type Input = { now: readonly Health[]; before: readonly Health[]; on: string; beforeOn: string };

/**
 * Have the scores of all accounts together moved since the month before, under the same model? By the population
 * stability index (Siddiqi 2006, "Credit Risk Scorecards": under .1 steady, above .25 a shift), and only when the shift
 * is more than chance makes of so few (n·m/(n+m) · PSI is about χ² with 9 degrees of freedom, above its 99 % point).
 * A component of which a quarter of the accounts lost their facts is an alarm of its own: a feed has stopped.
 */
export function judgeDrift({ now, before, on, beforeOn }: Input): Drift {
  const [scored, earlier] = [scoresOf(now), scoresOf(before)];
  const components = driftOfComponents(now, before);
  const isEnough = scored.length >= LEAST_ACCOUNTS && earlier.length >= LEAST_ACCOUNTS;
  const psi = isEnough ? stabilityIndex(earlier, scored) : null;
  const lost = isEnough ? largest(components, (one) => one.present_before - one.present_now) : undefined;
  const isFeed = lost !== undefined && lost.present_before - lost.present_now >= FEED_LOST;
  const isSure = psi !== null && isMoreThanChance(psi, earlier.length, scored.length);
  const shifted = largest(components, (one) => Math.abs((one.mean_now ?? 0) - (one.mean_before ?? 0)));
  const state = stateOf(psi, isSure, isFeed);
  const cause = isFeed ? 'feed' : state === 'moved' || state === 'alarm' ? 'shift' : 'none';
  const component = { feed: lost?.component, shift: shifted?.component, none: undefined }[cause] ?? null;
  return {
    state,
    cause,
    component,
    on,
    before_on: beforeOn,
    accounts_now: scored.length,
    accounts_before: earlier.length,
    mean_now: meanOf(now),
    mean_before: meanOf(before),
    bands_now: countBands(now),
    bands_before: countBands(before),
    psi: psi === null ? null : Math.round(psi * 10_000) / 10_000,
    components,
  };
}

function stateOf(psi: number | null, isSure: boolean, isFeed: boolean): DriftState {
  if (psi === null) return 'too_early';
  if (isFeed || (isSure && psi >= ALARM)) return 'alarm';
  return isSure && psi >= MOVED ? 'moved' : 'steady';
}

function scoresOf(health: readonly Health[]): number[] {
  return health.flatMap(({ score }) => (score === null ? [] : [score]));
}

function isMoreThanChance(psi: number, n: number, m: number): boolean {
  return (psi * n * m) / (n + m) > chiSquaredQuantile(SURE, TENTHS - 1);
}

/** Σ (q − p) · ln(q ÷ p) over the tenths of the earlier scores, half a case added to each so that none is empty. */
export function stabilityIndex(before: readonly number[], now: readonly number[]): number {
  const sorted = before.toSorted((a, b) => a - b);
  const cut = Array.from(
    { length: TENTHS - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / TENTHS)] ?? 0,
  );
  const [p, q] = [sharesOf(before, cut), sharesOf(now, cut)];
  return p.reduce((sum, was, bin) => sum + ((q[bin] ?? 0) - was) * Math.log((q[bin] ?? 0) / was), 0);
}

function sharesOf(scores: readonly number[], cut: readonly number[]): number[] {
  const counts = new Array<number>(cut.length + 1).fill(0.5);
  for (const score of scores) {
    const bin = cut.findIndex((edge) => score < edge);
    const at = bin < 0 ? cut.length : bin;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const total = scores.length + counts.length / 2;
  return counts.map((count) => count / total);
}

function driftOfComponents(now: readonly Health[], before: readonly Health[]): ComponentDrift[] {
  const keys = (now[0] ?? before[0])?.contributions.map(({ component }) => component) ?? [];
  return keys.map((component) => {
    const [then, today] = [partsOf(before, component), partsOf(now, component)];
    return {
      component,
      present_before: shareOf(then.length, before.length),
      present_now: shareOf(today.length, now.length),
      mean_before: meanScore(then),
      mean_now: meanScore(today),
    };
  });
}

/** The component's scores where its facts were fresh. */
function partsOf(health: readonly Health[], component: ComponentKey): number[] {
  return health.flatMap(({ contributions }) =>
    contributions
      .filter((one) => one.component === component && one.reason_code === component)
      .flatMap(({ score }) => (score === null ? [] : [score])),
  );
}

function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((part / all) * 10_000) / 10_000;
}

function meanScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return Math.round((scores.reduce((sum, one) => sum + one, 0) / scores.length) * 100) / 100;
}

function largest<T>(items: readonly T[], size: (item: T) => number): T | undefined {
  return items.toSorted((a, b) => size(b) - size(a))[0];
}
