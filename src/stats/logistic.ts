import { cholesky, congruent, dot, invertCholesky } from './linear-algebra.ts';
import { freeOf, type NewtonOptions, newton, type Smooth } from './newton.ts';
import { backToFeatures, type Design, standardise } from './standardise.ts';

/** ln(odds) = intercept + Σ coefficients·x; `means`: of the features it was fitted to, the zero of contributions. */
export type Logistic = { intercept: number; coefficients: number[]; means: number[] };
/** 1: the coefficient may not be below 0; −1: not above; 0: free. */
export type Sign = -1 | 0 | 1;
export type LogisticInput = {
  /** One row an observation, one number a feature, all of the same length. */
  rows: readonly (readonly number[])[];
  outcomes: readonly boolean[];
  /** How often a row counts; 1 where left out. */
  weights?: readonly number[];
  /** λ of the penalty ½λΣβ² on standardised features (scikit-learn's 1 ÷ C); the intercept is free. Default 0. */
  ridge?: number;
  signs?: readonly Sign[];
};
/**
 * `covariance` is of (intercept, coefficients): the inverse of the penalised curvature, so with a ridge that of the
 * posterior; 0 for a coefficient that a sign holds at 0 (`held`) or whose feature never varies (`constant`).
 * `one_class`: the outcome always came or never did; `separated`: `feature` alone or with others tells them apart
 * without error, so that coefficients grow without end (a ridge stops them); `collinear`: a feature is a combination of
 * others; `not_finite`: that row holds a number that is none.
 */
export type LogisticFit =
  | {
      outcome: 'fitted';
      model: Logistic;
      covariance: number[][];
      standardErrors: { intercept: number; coefficients: number[] };
      logLikelihood: number;
      held: number[];
      constant: number[];
      steps: number;
    }
  | { outcome: 'separated'; feature: number }
  | { outcome: 'not_finite'; row: number }
  | { outcome: 'empty' | 'one_class' | 'collinear' | 'not_converged' };

/** ln(odds) beyond which a fit that has not settled is on its way to infinity. */
const CERTAIN = 15;

/**
 * Logistic regression by penalised maximum likelihood: Newton's method, which is iteratively reweighted least squares
 * (Hastie, Tibshirani & Friedman 2009, "The Elements of Statistical Learning", 4.4.1; ridge: le Cessie & van Houwelingen
 * 1992, Applied Statistics 41), with signs by projection. Without a ridge the answer is the same for any unit of the
 * features; with one too, as they are standardised first.
 * @throws RangeError when outcomes, weights or signs do not fit the rows, or the ridge is negative.
 */
export function fitLogistic(input: LogisticInput): LogisticFit {
  const { rows, outcomes, signs, ridge = 0 } = input;
  const fits = outcomes.length === rows.length && ridge >= 0 && (signs ?? rows[0] ?? []).length === rows[0]?.length;
  if (rows.length === 0) return { outcome: 'empty' };
  if (!fits) throw new RangeError('logistic regression needs an outcome a row, a sign a feature and a ridge >= 0');
  const broken = rows.findIndex((row) => !row.every(Number.isFinite));
  if (broken >= 0) return { outcome: 'not_finite', row: broken };
  const design = standardise(rows, input.weights);
  const came = outcomes.reduce((sum, one, row) => sum + (one ? (design.weights[row] as number) : 0), 0);
  if (!(came > 0 && came < design.total)) return { outcome: 'one_class' };
  const start = [Math.log(came / (design.total - came)), ...design.varying.map(() => 0)];
  const bounds = boundsOf(signs, design);
  const found = newton(penalisedLoss(design, outcomes, ridge), start, bounds);
  if (found.outcome === 'found') return describe(design, outcomes, ridge, bounds, found);
  const endless = outcomes.some((_, row) => Math.abs(oddsOf(design, found.at, row)) > CERTAIN);
  if (endless) return { outcome: 'separated', feature: strongest(design, found.at) };
  return { outcome: found.reason === 'singular' ? 'collinear' : 'not_converged' };
}

function boundsOf(signs: readonly Sign[] | undefined, { varying }: Design): NewtonOptions {
  if (!signs) return {};
  const ends = (way: -1 | 1) => [
    way * Number.POSITIVE_INFINITY,
    ...varying.map((feature) => (signs[feature] === -way ? 0 : way * Number.POSITIVE_INFINITY)),
  ];
  return { lower: ends(-1), upper: ends(1) };
}

function strongest({ varying }: Design, at: readonly number[]): number {
  const sizes = at.slice(1).map(Math.abs);
  return varying[sizes.indexOf(Math.max(...sizes))] as number;
}

function oddsOf({ x, width }: Design, at: readonly number[], row: number): number {
  let sum = at[0] as number;
  for (let j = 0; j < width; j += 1) sum += (at[j + 1] as number) * (x[row * width + j] as number);
  return sum;
}

/** Minus the penalised log-likelihood of (intercept, standardised coefficients). */
function penalisedLoss(design: Design, outcomes: readonly boolean[], ridge: number): Smooth {
  const { x, width, weights } = design;
  return {
    value: (at) => (ridge / 2) * dot(at.slice(1), at.slice(1)) + loss(design, outcomes, at),
    slopes(at) {
      const gradient = at.map((coefficient, axis) => (axis === 0 ? 0 : ridge * coefficient));
      const hessian = at.map((_, row) => at.map((_other, column) => (row === column && row > 0 ? ridge : 0)));
      const one = new Array<number>(width + 1).fill(1);
      for (const [row, came] of outcomes.entries()) {
        const chance = 1 / (1 + Math.exp(-oddsOf(design, at, row)));
        const weight = weights[row] as number;
        for (let j = 0; j < width; j += 1) one[j + 1] = x[row * width + j] as number;
        addRow(gradient, hessian, one, weight * (chance - (came ? 1 : 0)), weight * chance * (1 - chance));
      }
      mirror(hessian);
      return { gradient, hessian };
    },
  };
}

function loss(design: Design, outcomes: readonly boolean[], at: readonly number[]): number {
  let sum = 0;
  for (const [row, came] of outcomes.entries()) {
    const against = came ? -oddsOf(design, at, row) : oddsOf(design, at, row);
    sum += (design.weights[row] as number) * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
  }
  return sum;
}

/** Only the lower triangle: `mirror` does the rest once. */
function addRow(gradient: number[], hessian: number[][], one: number[], miss: number, spread: number): void {
  for (let i = 0; i < one.length; i += 1) {
    const value = one[i] as number;
    const line = hessian[i] as number[];
    gradient[i] = (gradient[i] as number) + miss * value;
    for (let j = 0; j <= i; j += 1) line[j] = (line[j] as number) + spread * value * (one[j] as number);
  }
}

function mirror(matrix: number[][]): void {
  for (const [i, row] of matrix.entries()) for (let j = 0; j < i; j += 1) (matrix[j] as number[])[i] = row[j] as number;
}

type Found = Extract<ReturnType<typeof newton>, { outcome: 'found' }>;

function describe(
  design: Design,
  outcomes: readonly boolean[],
  ridge: number,
  bounds: NewtonOptions,
  { at, hessian, steps }: Found,
): LogisticFit {
  const { gradient } = penalisedLoss(design, outcomes, ridge).slopes(at);
  const free = freeOf(at, gradient, { lower: bounds.lower, upper: bounds.upper });
  const factor = cholesky(free.map((row) => free.map((column) => hessian[row]?.[column] as number)));
  if (!factor) return { outcome: 'collinear' };
  const back = backToFeatures(design);
  const [intercept = 0, ...coefficients] = back.map((row) => dot(row, at));
  const kept = back.map((row) => free.map((axis) => row[axis] as number));
  const covariance = congruent(invertCholesky(factor), kept);
  const [spread = 0, ...spreads] = covariance.map((row, index) => Math.sqrt(row[index] as number));
  return {
    outcome: 'fitted',
    model: { intercept, coefficients, means: design.means },
    covariance,
    standardErrors: { intercept: spread, coefficients: spreads },
    logLikelihood: -loss(design, outcomes, at),
    held: design.varying.filter((_, index) => !free.includes(index + 1)),
    constant: design.constant,
    steps,
  };
}

/** ln(odds) of a row. */
export function logisticOdds({ intercept, coefficients }: Logistic, row: readonly number[]): number {
  return intercept + dot(coefficients, row);
}

/** The chance that the outcome comes, 0 to 1. */
export function logisticChance(model: Logistic, row: readonly number[]): number {
  return 1 / (1 + Math.exp(-logisticOdds(model, row)));
}

/**
 * What each feature adds to ln(odds), against an observation with the mean of every feature: `base` and `parts` sum to
 * `logisticOdds` exactly. In a model without interactions these are the Shapley values of independent features
 * (Štrumbelj & Kononenko 2014, Knowl. Inf. Syst. 41).
 */
export function logisticContributions(model: Logistic, row: readonly number[]): { base: number; parts: number[] } {
  const { coefficients, means } = model;
  const parts = coefficients.map((one, feature) => one * ((row[feature] as number) - (means[feature] as number)));
  return { base: logisticOdds(model, means), parts };
}
