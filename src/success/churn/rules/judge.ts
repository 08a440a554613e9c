import { clusteredAuc } from '../../../stats/auc.ts';
import {
  averagePrecision,
  brier,
  expectedCalibrationError,
  type Forecast,
  lift,
  reliability,
} from '../../../stats/forecast-quality.ts';
import { wilson } from '../../../stats/intervals.ts';
import { seededRandom } from '../../../stats/random.ts';
import type { Bin, Measured, ModelKind, Quality } from '../model.ts';

/** A risk forecast for an account the model had not seen. */
export type Judged = Forecast & { group: string; stratum: string; fold: number };

const RESAMPLES = 100;
const CONFIDENCE = 0.95;

/**
 * How good the forecasts were: AUC with DeLong's interval over groups of accounts, the others with the middle 95 % of 100
 * seeded bootstraps of groups (Efron & Tibshirani 1993). Undefined when nobody left or nobody stayed.
 */
export function judge(kind: ModelKind, judged: readonly Judged[], seed: number): Quality | undefined {
  const auc = aucOf(judged);
  if (!auc) return undefined;
  const folds = [...Map.groupBy(judged, ({ fold }) => fold)].sort(([a], [b]) => a - b);
  const churned = judged.filter(({ outcome }) => outcome).length;
  const mean = churned / judged.length;
  const [precision, score, error, top] = bootstrap(judged, seed, [
    averagePrecision,
    brier,
    expectedCalibrationError,
    lift,
  ]);
  return {
    kind,
    rows: judged.length,
    accounts: new Set(judged.map(({ group }) => group)).size,
    churned,
    auc,
    fold_aucs: folds.flatMap(([, of]) => aucOf(of)?.value ?? []),
    average_precision: precision as Measured,
    brier: score as Measured,
    brier_of_mean: mean * (1 - mean),
    calibration_error: error as Measured,
    lift_top_decile: top as Measured,
    calibration: reliability(judged).map(toBin),
  };
}

function aucOf(judged: readonly Judged[]): Measured | undefined {
  const found = clusteredAuc(
    judged.map(({ probability, outcome, group, stratum }) => ({
      score: probability,
      outcome,
      cluster: group,
      stratum,
    })),
    CONFIDENCE,
  );
  return found && { value: found.value, ...found.interval };
}

function toBin({ n, outcomes, mean_probability, rate }: ReturnType<typeof reliability>[number]): Bin {
  return { n, churned: outcomes, mean_risk: mean_probability, rate, ...wilson(outcomes, n) };
}

type Statistic = (forecasts: readonly Forecast[]) => number | null;

function bootstrap(judged: readonly Judged[], seed: number, statistics: readonly Statistic[]): Measured[] {
  const groups = [...Map.groupBy(judged, ({ group }) => group).values()];
  const random = seededRandom(seed);
  const resamples = Array.from({ length: RESAMPLES }, () => {
    const drawn = groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []);
    return statistics.map((statistic) => statistic(drawn));
  });
  return statistics.map((statistic, index) => {
    const value = statistic(judged) ?? 0;
    const found = resamples.map((one) => one[index] ?? value).sort((a, b) => a - b);
    const at = (share: number) => found[Math.round(share * (found.length - 1))] ?? value;
    const edge = (1 - CONFIDENCE) / 2;
    return { value, low: Math.min(value, at(edge)), high: Math.max(value, at(1 - edge)) };
  });
}
