/** P(outcome) = 1 ÷ (1 + exp(−(slope × raw + offset))). */
export type Platt = { slope: number; offset: number };
/** `wrong_way`: a higher score went with fewer outcomes, so that no honest calibration keeps its order. */
export type PlattFit =
  | { outcome: 'fitted'; platt: Platt }
  | { outcome: 'no_calibration'; reason: 'empty' | 'one_class' | 'constant' | 'wrong_way' };

const MOST_STEPS = 100;

export function sigmoid(logOdds: number): number {
  return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
}

/**
 * Platt scaling (Platt 1999; Newton's method and targets of Lin, Lin & Weng 2007, Machine Learning 68): turns raw scores
 * on the log-odds scale into probabilities. The targets are drawn in from 0 and 1, so that even perfectly separated
 * scores have a finite answer. Scores must be finite.
 */
export function fitPlatt(raw: ArrayLike<number>, outcomes: readonly boolean[]): PlattFit {
  const came = outcomes.filter(Boolean).length;
  const stayed = outcomes.length - came;
  if (outcomes.length === 0) return { outcome: 'no_calibration', reason: 'empty' };
  if (came === 0 || stayed === 0) return { outcome: 'no_calibration', reason: 'one_class' };
  const scores = Array.from(raw);
  if (scores.every((score) => score === scores[0])) return { outcome: 'no_calibration', reason: 'constant' };
  const targets = outcomes.map((outcome) => (outcome ? (came + 1) / (came + 2) : 1 / (stayed + 2)));
  const platt = descend(scores, targets, { slope: 0, offset: Math.log((came + 1) / (stayed + 1)) });
  if (platt.slope <= 0) return { outcome: 'no_calibration', reason: 'wrong_way' };
  return { outcome: 'fitted', platt };
}

function lossOf(scores: readonly number[], targets: readonly number[], { slope, offset }: Platt): number {
  return scores.reduce((sum, score, index) => {
    const logOdds = slope * score + offset;
    const positive = Math.max(logOdds, 0) + Math.log1p(Math.exp(-Math.abs(logOdds)));
    return sum + positive - (targets[index] as number) * logOdds;
  }, 0);
}

function descend(scores: readonly number[], targets: readonly number[], start: Platt): Platt {
  let at = start;
  let loss = lossOf(scores, targets, at);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = newtonStep(scores, targets, at);
    let length = 1;
    let next = moved(at, direction, length);
    let better = lossOf(scores, targets, next);
    while (better > loss && length > 1e-10) {
      length /= 2;
      next = moved(at, direction, length);
      better = lossOf(scores, targets, next);
    }
    const gain = loss - better;
    if (gain > 0) [at, loss] = [next, better];
    if (gain < 1e-12 * (1 + loss)) break;
  }
  return at;
}

function moved(at: Platt, direction: Platt, length: number): Platt {
  return { slope: at.slope + length * direction.slope, offset: at.offset + length * direction.offset };
}

function newtonStep(scores: readonly number[], targets: readonly number[], at: Platt): Platt {
  let [g1, g0, h11, h10, h00] = [0, 0, 1e-12, 0, 1e-12];
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] as number;
    const share = sigmoid(at.slope * score + at.offset);
    const weight = share * (1 - share);
    const error = share - (targets[index] as number);
    g1 += error * score;
    g0 += error;
    h11 += weight * score * score;
    h10 += weight * score;
    h00 += weight;
  }
  const determinant = h11 * h00 - h10 * h10;
  if (!(determinant > 0)) return { slope: -g1 / h11, offset: -g0 / h00 };
  return { slope: -(h00 * g1 - h10 * g0) / determinant, offset: -(h11 * g0 - h10 * g1) / determinant };
}

/**
 * The non-decreasing sequence nearest to `values` in weighted least squares: pool adjacent violators (Ayer et al. 1955,
 * Annals of Mathematical Statistics 26). Weights above 0, 1 when absent. Empty for no values.
 */
export function pava(values: readonly number[], weights?: readonly number[]): number[] {
  const blocks: { value: number; weight: number; count: number }[] = [];
  for (const [index, value] of values.entries()) {
    blocks.push({ value, weight: weights?.[index] ?? 1, count: 1 });
    for (;;) {
      const [before, last] = blocks.slice(-2);
      if (!before || !last || before.value <= last.value) break;
      const weight = before.weight + last.weight;
      const pooled = (before.value * before.weight + last.value * last.weight) / weight;
      blocks.splice(-2, 2, { value: pooled, weight, count: before.count + last.count });
    }
  }
  return blocks.flatMap(({ value, count }) => new Array<number>(count).fill(value));
}

/** Scores and the share of outcomes at each, rising; straight lines between, flat outside. */
export type Isotonic = { scores: number[]; shares: number[] };

/**
 * Isotonic calibration (Zadrozny & Elkan 2002, KDD): the rising step function nearest to the outcomes. Equal scores are
 * one point. Undefined for no observations.
 */
export function fitIsotonic(raw: ArrayLike<number>, outcomes: readonly boolean[]): Isotonic | undefined {
  if (outcomes.length === 0) return undefined;
  const seen = Array.from(raw, (score, index) => ({ score, came: outcomes[index] ? 1 : 0 }));
  const tied = [...Map.groupBy(seen, ({ score }) => score)].sort(([a], [b]) => a - b);
  const means = tied.map(([, group]) => group.reduce((sum, { came }) => sum + came, 0) / group.length);
  const weights = tied.map(([, group]) => group.length);
  return { scores: tied.map(([score]) => score), shares: pava(means, weights) };
}

export function isotonicShare({ scores, shares }: Isotonic, score: number): number {
  const after = scores.findIndex((at) => at >= score);
  if (after === -1) return shares.at(-1) ?? 0;
  const [low, high] = [scores[after - 1], scores[after] as number];
  if (low === undefined || high === score) return shares[after] as number;
  const [from, to] = [shares[after - 1] as number, shares[after] as number];
  return from + ((to - from) * (score - low)) / (high - low);
}
