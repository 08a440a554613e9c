import { type Auc, clusteredAuc, type Scored } from '../../../stats/auc.ts';
import { wilson } from '../../../stats/intervals.ts';
import { BANDS, type Band } from '../model.ts';

/** An account active at a past month's end, its health from facts up to then, and whether it churned within the horizon. */
export type Observation = { accountId: string; on: string; score: number; band: Band; churned: boolean };

export type Rate = { n: number; churned: number; rate: number | null; low: number | null; high: number | null };
export type BandRate = Rate & { band: Band };
export type CalibrationBin = Rate & { from: number; to: number; mean_score: number };
export type AucResult = { value: number; low: number; high: number; pairs: number };

export const VERDICTS = [
  'too_early',
  'does_not_predict',
  'points_the_wrong_way',
  'weak',
  'fair',
  'good',
  'strong',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export type BacktestResult = {
  verdict: Verdict;
  snapshots: number;
  from: string | null;
  to: string | null;
  observations: number;
  accounts: number;
  churned_accounts: number;
  churned_accounts_needed: number;
  auc: AucResult | null;
  /** The same for the later half of the snapshots alone. */
  auc_later_half: AucResult | null;
  bands: BandRate[];
  calibration: CalibrationBin[];
  /** Churn among the tenth with the lowest health of each month ÷ churn among all; null without churn. */
  lift_top_decile: number | null;
};

export const HORIZON_DAYS = 90;
/** Fewer churned accounts than this leave any AUC's interval too wide to say anything. */
export const CHURNED_NEEDED = 20;
const BINS = 10;

/**
 * Would the score have told who leaves? AUC over account pairs of the same month, its interval by account. Rates by band
 * and by tenth of the score use every third month only, so that no churn is counted twice within the horizon.
 */
export function judgeBacktest(observations: readonly Observation[]): BacktestResult {
  const months = [...new Set(observations.map((one) => one.on))].sort();
  const apart = new Set(months.filter((_, index) => (months.length - 1 - index) % 3 === 0));
  const separate = observations.filter((one) => apart.has(one.on));
  const later = new Set(months.slice(Math.floor(months.length / 2)));
  const auc = aucOf(observations);
  const churnedAccounts = countAccounts(observations.filter((one) => one.churned));
  return {
    verdict: verdictOf(auc, churnedAccounts),
    snapshots: months.length,
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    observations: observations.length,
    accounts: countAccounts(observations),
    churned_accounts: churnedAccounts,
    churned_accounts_needed: CHURNED_NEEDED,
    auc: auc ?? null,
    auc_later_half: aucOf(observations.filter((one) => later.has(one.on))) ?? null,
    bands: BANDS.map((band) => ({ band, ...rateOf(separate.filter((one) => one.band === band)) })),
    calibration: calibrate(separate),
    lift_top_decile: liftOf(observations),
  };
}

export function verdictOf(auc: AucResult | undefined, churnedAccounts: number): Verdict {
  if (!auc || churnedAccounts < CHURNED_NEEDED) return 'too_early';
  if (auc.high < 0.5) return 'points_the_wrong_way';
  if (auc.low <= 0.5) return 'does_not_predict';
  if (auc.value >= 0.8) return 'strong';
  if (auc.value >= 0.7) return 'good';
  return auc.value >= 0.6 ? 'fair' : 'weak';
}

function countAccounts(observations: readonly Observation[]): number {
  return new Set(observations.map((one) => one.accountId)).size;
}

function aucOf(observations: readonly Observation[]): AucResult | undefined {
  const scored: Scored[] = observations.map((one) => ({
    score: -one.score,
    outcome: one.churned,
    cluster: one.accountId,
    stratum: one.on,
  }));
  const auc: Auc | undefined = clusteredAuc(scored);
  return auc && { value: auc.value, low: auc.interval.low, high: auc.interval.high, pairs: auc.pairs };
}

function rateOf(observations: readonly Observation[]): Rate {
  const n = observations.length;
  const churned = observations.filter((one) => one.churned).length;
  if (n === 0) return { n, churned, rate: null, low: null, high: null };
  return { n, churned, rate: churned / n, ...wilson(churned, n) };
}

function calibrate(observations: readonly Observation[]): CalibrationBin[] {
  const sorted = observations.toSorted((a, b) => a.score - b.score);
  const bins = Array.from({ length: BINS }, (_, bin) =>
    sorted.slice(Math.floor((bin * sorted.length) / BINS), Math.floor(((bin + 1) * sorted.length) / BINS)),
  );
  return bins.flatMap((bin) => {
    const first = bin[0];
    if (!first) return [];
    const mean = bin.reduce((sum, one) => sum + one.score, 0) / bin.length;
    return [{ from: first.score, to: bin.at(-1)?.score ?? first.score, mean_score: mean, ...rateOf(bin) }];
  });
}

/** Ties at the edge of the tenth count in proportion, so that a constant score has a lift of 1. */
function liftOf(observations: readonly Observation[]): number | null {
  const months = [...Map.groupBy(observations, (one) => one.on).values()];
  const caught = months.reduce((sum, month) => sum + caughtInLowestTenth(month), 0);
  const churned = observations.filter((one) => one.churned).length;
  return churned === 0 ? null : caught / churned / (1 / BINS);
}

function caughtInLowestTenth(month: readonly Observation[]): number {
  let room = month.length / BINS;
  let caught = 0;
  const tied = [...Map.groupBy(month, (one) => one.score)].sort(([a], [b]) => a - b);
  for (const [, group] of tied) {
    const share = Math.min(1, room / group.length);
    caught += share * group.filter((one) => one.churned).length;
    room -= group.length;
    if (room <= 0) break;
  }
  return caught;
}
