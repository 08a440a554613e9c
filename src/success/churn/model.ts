import type { IsoDate } from '../../kernel/time.ts';

/** So many days ahead a model looks. */
export const HORIZONS = [30, 90, 180] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What is known of an account on a day, in the order they are listed; an account's own attributes are `attributes.NAME`. */
export const FEATURES = [
  'active_days',
  'events_per_seat',
  'features_used',
  'usage_trend',
  'days_since_use',
  'tickets',
  'open_severity_1',
  'reopened',
  'hours_to_resolve',
  'sentiment',
  'people_heard',
  'mrr',
  'mrr_change',
  'overdue_invoices',
  'tenure_months',
  'seats',
  'plan',
  'billing_interval',
  'industry',
  'country',
  'size_band',
  'employees',
  'source',
] as const;
export type KnownFeature = (typeof FEATURES)[number];
/** Begins the name of a feature that is an attribute of the account, as it was imported. */
export const ATTRIBUTE = 'attributes.';

export type Cell = number | string | null;
export type FeatureColumn = { key: string; values: Cell[] };

/** An account on a day; `on` null where the data has no dates. `group`: rows of one group are never on both sides of a split. */
export type ChurnRow = { accountId: string; on: IsoDate | null; churned: boolean; group: string };

/**
 * history: what was known at ends of months, and who left within the horizon after; one_moment: a file that marks who
 * left and has no dates, so that only who left and who stayed can be told apart.
 */
export type Basis = 'history' | 'one_moment';

export const REFUSALS = ['tells_alone', 'after_event', 'no_date', 'never_varies', 'too_many_values'] as const;
export type Refusal = (typeof REFUSALS)[number];
/** A feature the model may not use, and why; `auc` of the feature alone where that is the reason. */
export type RefusedFeature = { feature: string; reason_code: Refusal; auc: number | null };

export type TrainingData = {
  horizonDays: Horizon;
  basis: Basis;
  rows: ChurnRow[];
  columns: FeatureColumn[];
  /** Refused before the training, by what they are. */
  refused: RefusedFeature[];
  /** What is known of everybody present on the day of the training, whose leaving nobody knows yet. */
  present?: FeatureColumn[];
};

export type Range = { low: number; high: number };
export type Measured = { value: number } & Range;
export type Bin = { n: number; churned: number; mean_risk: number; rate: number } & Range;

/** How good a kind of model was on accounts and, where there is history, on times it had not seen. */
export type Quality = {
  kind: ModelKind;
  rows: number;
  accounts: number;
  churned: number;
  auc: Measured;
  fold_aucs: number[];
  average_precision: Measured;
  brier: Measured;
  /** Brier of always saying the mean: worse than this, a model says nothing. */
  brier_of_mean: number;
  calibration_error: Measured;
  lift_top_decile: Measured;
  calibration: Bin[];
};

export const MODEL_KINDS = ['logistic', 'boosting'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

export type Period = { from: IsoDate; to: IsoDate; snapshots: number };

/** What a training came to. All but `predicts` leave nobody with a risk. */
export const OUTCOMES = [
  'predicts',
  'cannot_be_predicted',
  'no_customers',
  'nobody_left',
  'everybody_left',
  'too_few_left',
  'history_too_short',
  'nothing_to_tell_by',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Weight = { feature: string; importance: number };

/** Everything a reader may ask about a training. Stored as it is. */
export type ModelCard = {
  outcome: Outcome;
  horizon_days: Horizon;
  basis: Basis;
  churn_definition: string;
  data_until: IsoDate;
  data_hash: string;
  seed: number;
  rows: number;
  accounts: number;
  churned_accounts: number;
  churned_accounts_needed: number;
  shared_groups: number;
  trained_on: Period | null;
  tested_on: Period | null;
  features: Weight[];
  refused: RefusedFeature[];
  chosen: ModelKind | null;
  quality: Quality | null;
  challenger: (Quality & { chosen: boolean; reason_code: 'gains_too_little' | 'worse_calibrated' | 'better' }) | null;
  base_rate: number | null;
};

export const LEVELS = ['high', 'raised', 'low'] as const;
export type Level = (typeof LEVELS)[number];

/** One part of an account's log-odds: the feature, what it was, and what it adds against the mean account. */
export type Part = { feature: string; value: Cell; log_odds: number };
/** `base` + Σ parts + `rest` = log-odds of `risk`. */
export type AccountRisk = { accountId: string; risk: number; level: Level; base: number; parts: Part[]; rest: number };

export type Drifting = { feature: string; index: number };
/** Against everybody present at the training: `score` and `features` are population stability indices. */
export type Drift = { verdict: 'stable' | 'watch' | 'alarm'; score: number | null; features: Drifting[] };
