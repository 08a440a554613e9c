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
  /** Of the leavers, how many are caught (`y`) among the first who would be called (`x`), lowest health first. */
  gains: Point[];
  /** Of those who stayed (`x`) and of those who left (`y`), the shares at or below each score. */
  roc: Point[];
  by_month: MonthRate[];
};

export type Point = { x: number; y: number };
export type MonthRate = Rate & { on: string; auc: AucResult | null };
/** How well the score does among accounts of one kind. */
export type GroupResult = {
  kind: 'plan' | 'industry' | 'segment';
  name: string;
  observations: number;
  accounts: number;
  churned_accounts: number;
  auc: AucResult | null;
  verdict: Verdict;
};
export type Grouping = { kind: GroupResult['kind']; name: string; accountIds: ReadonlySet<string> };

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
    gains: gainsOf(observations),
    roc: rocOf(observations),
    by_month: months.map((on) => judgeMonth(observations, on)),
  };
}

/** The same question of each group of accounts that has something to say, the largest first. */
export function judgeGroups(observations: readonly Observation[], groups: readonly Grouping[]): GroupResult[] {
  return groups
    .map(({ kind, name, accountIds }) => {
      const own = observations.filter((one) => accountIds.has(one.accountId));
      const auc = aucOf(own) ?? null;
      const churned = countAccounts(own.filter((one) => one.churned));
      const counts = { observations: own.length, accounts: countAccounts(own), churned_accounts: churned };
      return { kind, name, ...counts, auc, verdict: verdictOf(auc ?? undefined, churned) };
    })
    .filter(({ accounts }) => accounts >= LEAST_IN_GROUP)
    .sort((a, b) => b.accounts - a.accounts);
}

const LEAST_IN_GROUP = 10;
const MOST_POINTS = 60;

function judgeMonth(observations: readonly Observation[], on: string): MonthRate {
  const month = observations.filter((one) => one.on === on);
  return { on, ...rateOf(month), auc: aucOf(month) ?? null };
}

/** After each score that occurs, lowest first: how many stayed and how many left so far. */
function tallies(observations: readonly Observation[]): { stayed: number; left: number }[] {
  const sorted = observations.toSorted((a, b) => a.score - b.score);
  const out = [{ stayed: 0, left: 0 }];
  let [stayed, left] = [0, 0];
  for (const [index, one] of sorted.entries()) {
    if (one.churned) left += 1;
    else stayed += 1;
    if (sorted[index + 1]?.score !== one.score) out.push({ stayed, left });
  }
  return out;
}

function thinned(points: Point[]): Point[] {
  const step = Math.max(1, (points.length - 1) / MOST_POINTS);
  const kept = points.filter(
    (_, index) => index === points.length - 1 || Math.floor(index / step) !== Math.floor((index - 1) / step),
  );
  return kept.map(({ x, y }) => ({ x: Number(x.toFixed(4)), y: Number(y.toFixed(4)) }));
}

function rocOf(observations: readonly Observation[]): Point[] {
  const churned = observations.filter((one) => one.churned).length;
  const stayed = observations.length - churned;
  if (churned === 0 || stayed === 0) return [];
  return thinned(tallies(observations).map((one) => ({ x: one.stayed / stayed, y: one.left / churned })));
}

function gainsOf(observations: readonly Observation[]): Point[] {
  const churned = observations.filter((one) => one.churned).length;
  if (churned === 0) return [];
  const all = observations.length;
  return thinned(tallies(observations).map(({ stayed, left }) => ({ x: (stayed + left) / all, y: left / churned })));
}

/** The scores as the comparison of two versions needs them. */
export function toScored(observations: readonly Observation[]): Scored[] {
  return observations.map((one) => ({
    score: -one.score,
    outcome: one.churned,
    cluster: one.accountId,
    stratum: one.on,
  }));
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
  const auc: Auc | undefined = clusteredAuc(toScored(observations));
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
