import { clusteredAuc } from '../../../stats/auc.ts';
import { fitPlatt, type Platt, sigmoid } from '../../../stats/calibration.ts';
import { brier, lift, reliability } from '../../../stats/forecast-quality.ts';
import { type Interval, wilson } from '../../../stats/intervals.ts';
import { fitLogistic, type Logistic, logisticOdds } from '../../../stats/logistic.ts';

/** An ask whose outcome is known: what was known of who was asked, and whether a referral came of it. */
export type KnownAsk = {
  account_id: string;
  score: number | null;
  terms: Record<string, number | null>;
  refers: boolean;
};

export const ASKS_NEEDED = 50;
/** Fewer of the rarer outcome than this leave any weight a matter of chance. */
export const RARER_NEEDED = 10;
const FOLDS = 5;
const EVENTS_WANTED = 10;
const BINS = 4;
const LIFT_SHARE = 0.2;
const STRICT = 0.99;

export type AskModel = { codes: string[]; means: number[]; logistic: Logistic; platt: Platt };
export type AskQuality = {
  auc: { value: number } & Interval;
  /** How the stated readiness score ranks the same asks; null when it was not kept or never differs. */
  score_auc: ({ value: number } & Interval) | null;
  brier: number;
  brier_of_mean: number;
  /** How many times as often the best fifth refers as all do. */
  lift: number | null;
  calibration: { n: number; expected: number; rate: number; low: number; high: number }[];
};
export type AskLearning = { asks: number; referred: number } & (
  | { outcome: 'too_few_asks' | 'too_few_referrals' | 'too_few_without' | 'nothing_to_tell_by' }
  | { outcome: 'cannot_tell'; quality: AskQuality }
  | { outcome: 'tells'; quality: AskQuality; model: AskModel }
);

/**
 * Learns P(refers | asked) from asks with known outcomes: ridge logistic over the terms of readiness (a term not known
 * counts as the mean of the others), judged on accounts it had not seen (five folds), calibrated by Platt on those
 * forecasts. It tells only when the 99 % interval of its AUC (DeLong, by account) is above .5: folds that share accounts
 * to learn from make the usual interval too narrow by about that much.
 */
export function learnAsks(asks: readonly KnownAsk[]): AskLearning {
  const referred = asks.filter(({ refers }) => refers).length;
  const known = { asks: asks.length, referred };
  if (asks.length < ASKS_NEEDED) return { ...known, outcome: 'too_few_asks' };
  if (referred < RARER_NEEDED) return { ...known, outcome: 'too_few_referrals' };
  if (asks.length - referred < RARER_NEEDED) return { ...known, outcome: 'too_few_without' };
  const codes = [...new Set(asks.flatMap(({ terms }) => Object.keys(terms)))]
    .sort()
    .filter((code) => varies(asks, code));
  const folds = foldsOf(asks);
  const raw = codes.length > 0 ? forecast(asks, codes, folds) : undefined;
  const final = raw && fitTerms(asks, codes);
  const platt = raw && calibrate(raw, asks);
  if (!final || !platt) return { ...known, outcome: 'nothing_to_tell_by' };
  const quality = judge(asks, raw, folds);
  if (!quality) return { ...known, outcome: 'nothing_to_tell_by' };
  if (!isBeyondChance(asks, raw, folds)) return { ...known, outcome: 'cannot_tell', quality };
  return { ...known, outcome: 'tells', quality, model: { codes, ...final, platt } };
}

function isBeyondChance(asks: readonly KnownAsk[], odds: readonly number[], folds: readonly number[]): boolean {
  const scored = asks.map(({ account_id, refers }, at) => ({
    score: odds[at] ?? 0,
    outcome: refers,
    cluster: account_id,
    stratum: String(folds[at]),
  }));
  const found = clusteredAuc(scored, STRICT);
  return found !== undefined && found.interval.low > 0.5;
}

/** The calibrated chance that somebody with these terms refers when asked, 0 to 1. */
export function chanceOf(model: AskModel, terms: Record<string, number | null>): number {
  const odds = logisticOdds(model.logistic, rowOf(model.codes, model.means, terms));
  return sigmoid(model.platt.slope * odds + model.platt.offset);
}

function varies(asks: readonly KnownAsk[], code: string): boolean {
  return new Set(asks.flatMap(({ terms }) => terms[code] ?? [])).size > 1;
}

/** Accounts are dealt in the order they first come: none is on both sides. */
function foldsOf(asks: readonly KnownAsk[]): number[] {
  const order = new Map<string, number>();
  return asks.map(({ account_id }) => {
    const at = order.get(account_id) ?? order.size;
    order.set(account_id, at);
    return at % FOLDS;
  });
}

function rowOf(codes: readonly string[], means: readonly number[], terms: KnownAsk['terms']): number[] {
  return codes.map((code, at) => (terms[code] ?? means[at] ?? 0) / 100);
}

function fitTerms(
  asks: readonly KnownAsk[],
  codes: readonly string[],
): { means: number[]; logistic: Logistic } | undefined {
  const means = codes.map((code) => {
    const known = asks.flatMap(({ terms }) => terms[code] ?? []);
    return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  });
  const rows = asks.map(({ terms }) => rowOf(codes, means, terms));
  const outcomes = asks.map(({ refers }) => refers);
  const events = outcomes.filter(Boolean).length;
  const ridge = Math.max(1, (EVENTS_WANTED * codes.length * EVENTS_WANTED) / Math.max(1, events) / EVENTS_WANTED);
  const found = fitLogistic({ rows, outcomes, ridge });
  return found.outcome === 'fitted' ? { means, logistic: found.model } : undefined;
}

/** Log-odds of each ask by a model that saw none of its account; undefined when a fold cannot be fitted. */
function forecast(asks: readonly KnownAsk[], codes: readonly string[], folds: readonly number[]): number[] | undefined {
  const odds = new Array<number>(asks.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const made = fitTerms(
      asks.filter((_, at) => folds[at] !== fold),
      codes,
    );
    if (!made) return undefined;
    for (const [at, { terms }] of asks.entries())
      if (folds[at] === fold) odds[at] = logisticOdds(made.logistic, rowOf(codes, made.means, terms));
  }
  return odds;
}

function calibrate(odds: readonly number[], asks: readonly KnownAsk[]): Platt | undefined {
  const found = fitPlatt(
    odds,
    asks.map(({ refers }) => refers),
  );
  return found.outcome === 'fitted' ? found.platt : { slope: 1, offset: 0 };
}

/** Each fold is calibrated by what the others showed, so that no forecast has seen its own outcome. */
function judge(asks: readonly KnownAsk[], odds: readonly number[], folds: readonly number[]): AskQuality | undefined {
  const forecasts = asks.map(({ refers }, at) => {
    const others = asks.flatMap((_, other) => (folds[other] === folds[at] ? [] : [other]));
    return { outcome: refers, at, others };
  });
  const plattOf = new Map(
    [...new Set(folds)].map((fold) => {
      const others = forecasts.find(({ at }) => folds[at] === fold)?.others ?? [];
      return [
        fold,
        calibrate(
          others.map((at) => odds[at] ?? 0),
          others.map((at) => asks[at] as KnownAsk),
        ),
      ];
    }),
  );
  const judged = forecasts.map(({ outcome, at }) => {
    const platt = plattOf.get(folds[at] ?? 0) ?? { slope: 1, offset: 0 };
    return { outcome, probability: sigmoid(platt.slope * (odds[at] ?? 0) + platt.offset) };
  });
  const auc = aucOf(
    asks,
    (at) => odds[at] ?? null,
    (at) => String(folds[at]),
  );
  if (!auc) return undefined;
  const mean = judged.filter(({ outcome }) => outcome).length / judged.length;
  return {
    auc,
    score_auc: aucOf(asks, (at) => asks[at]?.score ?? null) ?? null,
    brier: brier(judged) ?? 0,
    brier_of_mean: mean * (1 - mean),
    lift: lift(judged, LIFT_SHARE),
    calibration: reliability(judged, BINS).map(({ n, outcomes, mean_probability, rate }) => ({
      n,
      expected: mean_probability,
      rate,
      ...wilson(outcomes, n),
    })),
  };
}

function aucOf(
  asks: readonly KnownAsk[],
  scoreOf: (at: number) => number | null,
  stratumOf: (at: number) => string = () => '',
): ({ value: number } & Interval) | undefined {
  const found = clusteredAuc(
    asks.flatMap(({ account_id, refers }, at) => {
      const score = scoreOf(at);
      return score === null ? [] : [{ score, outcome: refers, cluster: account_id, stratum: stratumOf(at) }];
    }),
  );
  return found && { value: found.value, ...found.interval };
}
