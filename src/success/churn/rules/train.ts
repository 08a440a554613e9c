import { type Platt, sigmoid } from '../../../stats/calibration.ts';
import type { Progress } from '../../../stats/progress.ts';
import type {
  ChurnRow,
  FeatureColumn,
  ModelKind,
  Outcome,
  Quality,
  RefusedFeature,
  TrainingData,
  Weight,
} from '../model.ts';
import { type Baseline, makeBaseline } from './drift.ts';
import { type Encoded, makeEncoding } from './encode.ts';
import { type Fitted, rawOdds } from './fit.ts';
import { type Judged, judge } from './judge.ts';
import { findLeaks } from './leak.ts';
import { encoder, learn, plattOf, type Scored, scoreRows, type Work } from './learn.ts';
import { importances, latestRows } from './present.ts';
import { FOLDS, foldsOf, splitByTime, type TimeSplit } from './split.ts';

/** Fewer than this leave the interval of any measure too wide to say anything. */
export const CHURNED_NEEDED = 50;
/** Boosting must rank so many more pairs right to be worth its opacity. */
const GAIN_WANTED = 0.01;
const SEED = 20_260_301;

/** Everything scoring needs. Plain data: it is stored as JSON. */
export type Parameters = {
  encoding: Encoded[];
  fitted: Fitted;
  platt: Platt;
  baseRate: number;
  baseline: Baseline;
};

export type Training = {
  outcome: Outcome;
  accounts: number;
  churnedAccounts: number;
  sharedGroups: number;
  seed: number;
  split: Pick<TimeSplit, 'trained' | 'tested'>;
  refused: RefusedFeature[];
  features: Weight[];
  quality: Quality | null;
  challenger: (Quality & { chosen: boolean; reason_code: 'gains_too_little' | 'worse_calibrated' | 'better' }) | null;
  parameters: Parameters | null;
};

/**
 * Learns who leaves: refuses features that leak, fits ridge logistic and boosting on four fifths of the accounts in the
 * earlier part of the time, judges both on the other accounts later, and keeps boosting only when it earns it. What
 * cannot be learned is an outcome.
 */
export function trainChurn(data: TrainingData, report: Progress = () => {}): Training {
  const empty = emptyTraining(data);
  const impossible = whyImpossible(data, empty);
  if (impossible) return { ...empty, outcome: impossible };
  const split = splitByTime(data.rows, data.horizonDays);
  if (!split) return { ...empty, outcome: 'history_too_short' };
  const refused = [
    ...data.refused,
    ...findLeaks(
      data.columns,
      data.rows.map(({ churned }) => churned),
    ),
  ];
  const names = new Set(refused.map(({ feature }) => feature));
  const columns = data.columns.filter(({ key }) => !names.has(key));
  const known = { ...empty, refused, split: { trained: split.trained, tested: split.tested } };
  const rows = data.rows.map((_, row) => row);
  if (makeEncoding(columns, rows).length === 0) return { ...known, outcome: 'nothing_to_tell_by' };
  const tick = countdown(4 * FOLDS + 2, report);
  const work: Work = { ...data, columns, folds: foldsOf(data.rows), tick };
  const quality = testKind(work, split, 'logistic');
  const other = testKind(work, split, 'boosting');
  if (!quality) return { ...known, outcome: 'history_too_short' };
  const challenger = other ? compare(quality, other) : null;
  const best = challenger?.chosen ? challenger : quality;
  if (best.auc.low <= 0.5) return { ...known, outcome: 'cannot_be_predicted', quality, challenger };
  const made = finish(work, best.kind, data.present);
  if (!made) return { ...known, outcome: 'cannot_be_predicted', quality, challenger };
  return { ...known, outcome: 'predicts', quality, challenger, ...made };
}

function emptyTraining({ rows, refused }: TrainingData): Training {
  const accounts = new Set(rows.map(({ accountId }) => accountId)).size;
  const churned = new Set(rows.flatMap((row) => (row.churned ? [row.accountId] : [])));
  const groups = new Set(rows.map(({ group }) => group)).size;
  return {
    outcome: 'no_customers',
    accounts,
    churnedAccounts: churned.size,
    sharedGroups: accounts - groups,
    seed: SEED,
    split: { trained: null, tested: null },
    refused,
    features: [],
    quality: null,
    challenger: null,
    parameters: null,
  };
}

function whyImpossible({ rows }: TrainingData, { accounts, churnedAccounts }: Training): Outcome | undefined {
  if (accounts === 0) return 'no_customers';
  if (churnedAccounts === 0) return 'nobody_left';
  const stayed = new Set(rows.flatMap((row) => (row.churned ? [] : [row.accountId]))).size;
  if (stayed === 0) return 'everybody_left';
  return Math.min(churnedAccounts, stayed) < CHURNED_NEEDED ? 'too_few_left' : undefined;
}

function countdown(of: number, report: Progress): () => void {
  let done = 0;
  return () => {
    done += 1;
    report(Math.min(1, done / of));
  };
}

/** Each fold's accounts by a model that saw the others: in the time of the training (to calibrate) and of the test. */
function testKind(work: Work, split: TimeSplit, kind: ModelKind): Quality | undefined {
  const all = work.rows.map((_, row) => row);
  const training = all.filter((row) => split.isTraining(work.rows[row] as ChurnRow));
  const test = all.filter((row) => split.isTest(work.rows[row] as ChurnRow));
  const [inside, outside]: [Scored[], Scored[]] = [[], []];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learned = learn(
      work,
      kind,
      training.filter((row) => work.folds[row] !== fold),
    );
    work.tick();
    if (!learned) continue;
    const isOwn = (row: number) => work.folds[row] === fold;
    inside.push(...scoreRows(work, learned, training.filter(isOwn), fold));
    outside.push(...scoreRows(work, learned, test.filter(isOwn), fold));
    work.tick();
  }
  return judge(kind, calibrateByFold(work, inside, outside), SEED);
}

/** Each fold is calibrated by what the others showed, so that no forecast has seen its own outcome. */
function calibrateByFold(work: Work, inside: readonly Scored[], outside: readonly Scored[]): Judged[] {
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const platt = plattOf(
      work,
      inside.filter((one) => one.fold !== fold),
    );
    return outside
      .filter((one) => one.fold === fold)
      .map(({ row, raw }) => {
        const { churned, group, on } = work.rows[row] as ChurnRow;
        const probability = sigmoid(platt.slope * raw + platt.offset);
        return { probability, outcome: churned, group, stratum: `${on} ${fold}`, fold };
      });
  });
}

/** No worse calibrated: its error is within what chance makes of the other's, and its probabilities are no further off. */
function compare(logistic: Quality, boosting: Quality): NonNullable<Training['challenger']> {
  const gains = boosting.auc.value - logistic.auc.value > GAIN_WANTED;
  const calibrated =
    boosting.calibration_error.value <= logistic.calibration_error.high && boosting.brier.value <= logistic.brier.value;
  const reason_code = gains ? (calibrated ? 'better' : 'worse_calibrated') : 'gains_too_little';
  return { ...boosting, chosen: gains && calibrated, reason_code };
}

/** The model to score with: learned from everything, calibrated by folds. */
function finish(
  work: Work,
  kind: ModelKind,
  present?: FeatureColumn[],
): { parameters: Parameters; features: Weight[] } | undefined {
  const all = work.rows.map((_, row) => row);
  const scored: Scored[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learned = learn(
      work,
      kind,
      all.filter((row) => work.folds[row] !== fold),
    );
    if (!learned) continue;
    scored.push(
      ...scoreRows(
        work,
        learned,
        all.filter((row) => work.folds[row] === fold),
        fold,
      ),
    );
  }
  work.tick();
  const learned = learn(work, kind, all);
  work.tick();
  if (!learned) return undefined;
  const platt = plattOf(work, scored);
  const baseRate = work.rows.filter(({ churned }) => churned).length / work.rows.length;
  const latest = latestRows(work.rows);
  const everybody = present?.[0] && { columns: present, rows: present[0].values.map((_, row) => row) };
  const { columns, rows } = everybody ?? { columns: work.columns, rows: latest };
  const encode = encoder(learned.encoding, columns);
  const risks = rows.map((row) => sigmoid(platt.slope * rawOdds(learned.fitted, encode(row)) + platt.offset));
  const baseline = makeBaseline(learned.encoding, columns, rows, risks);
  return { parameters: { ...learned, platt, baseRate, baseline }, features: importances(work, learned, latest) };
}
