import { concordance } from './concordance.ts';
import { chiSquaredP } from './distributions.ts';
import { cholesky, congruent, dot, invertCholesky } from './linear-algebra.ts';
import { newton, type Slopes } from './newton.ts';
import { backToFeatures, type Design, standardise } from './standardise.ts';

/** Watched for `time` (any unit), whether it ended with the event, and its features. */
export type Subject = { time: number; ended: boolean; x: readonly number[] };
export type CoxInput = { subjects: readonly Subject[]; ties?: 'efron' | 'breslow' };
/**
 * `coefficients` are ln(hazard ratio) a unit of each feature; a feature of one value has 0 and is in `constant`.
 * `likelihoodRatio` tests that no feature matters. `separated`: those who end first always have the most (or least) of
 * `feature` among those at risk, so that its coefficient grows without end. `not_finite`: that subject's time or a
 * feature is no number, or the time is negative.
 */
export type CoxFit =
  | {
      outcome: 'fitted';
      coefficients: number[];
      standardErrors: number[];
      covariance: number[][];
      logLikelihood: number;
      nullLogLikelihood: number;
      likelihoodRatio: { statistic: number; df: number; p: number };
      concordance: number;
      constant: number[];
      events: number;
    }
  | { outcome: 'separated'; feature: number }
  | { outcome: 'not_finite'; subject: number }
  | { outcome: 'empty' | 'no_events' | 'all_constant' | 'collinear' | 'not_converged' };

/** ln(hazard ratio) of a standard deviation beyond which a fit that has not settled is on its way to infinity. */
const ENDLESS = 8;

/**
 * Cox' proportional hazards model by partial likelihood (Cox 1972, JRSS B 34), ties by Efron's approximation (1977, JASA
 * 72) or Breslow's (1974, Biometrics 30), by Newton's method on standardised features.
 */
export function fitCox({ subjects, ties = 'efron' }: CoxInput): CoxFit {
  if (subjects.length === 0) return { outcome: 'empty' };
  const broken = subjects.findIndex(({ time, x }) => !(time >= 0 && Number.isFinite(time) && x.every(Number.isFinite)));
  if (broken >= 0) return { outcome: 'not_finite', subject: broken };
  if (!subjects.some(({ ended }) => ended)) return { outcome: 'no_events' };
  const design = standardise(subjects.map(({ x }) => x));
  if (design.width === 0) return { outcome: 'all_constant' };
  const sets = riskSets(subjects);
  const of = (at: readonly number[]) => partialLikelihood(design, sets, at, ties);
  const start = design.varying.map(() => 0);
  const found = newton({ value: (at) => of(at).loss, slopes: of }, start);
  if (found.outcome !== 'found') {
    const sizes = found.at.map(Math.abs);
    const largest = Math.max(...sizes);
    if (largest > ENDLESS) return { outcome: 'separated', feature: design.varying[sizes.indexOf(largest)] as number };
    return { outcome: found.reason === 'singular' ? 'collinear' : 'not_converged' };
  }
  const factor = cholesky(found.hessian);
  if (!factor) return { outcome: 'collinear' };
  const back = backToFeatures(design)
    .slice(1)
    .map((row) => row.slice(1));
  const coefficients = back.map((row) => dot(row, found.at));
  const covariance = congruent(invertCholesky(factor), back);
  const nullLogLikelihood = -of(start).loss;
  const statistic = Math.max(0, 2 * (-found.value - nullLogLikelihood));
  const risks = subjects.map(({ x }) => dot(x, coefficients));
  return {
    outcome: 'fitted',
    coefficients,
    standardErrors: covariance.map((row, index) => Math.sqrt(row[index] as number)),
    covariance,
    logLikelihood: -found.value,
    nullLogLikelihood,
    likelihoodRatio: { statistic, df: design.width, p: chiSquaredP(statistic, design.width) },
    concordance: concordance(subjects, risks) ?? 0.5,
    constant: design.constant,
    events: subjects.filter(({ ended }) => ended).length,
  };
}

/** Subjects by their time, the latest first: each group joins those at risk at it, and some of it ended. */
type RiskSet = { time: number; joining: number[]; ended: number[] };

export function riskSets(subjects: readonly Subject[]): RiskSet[] {
  const byTime = [...Map.groupBy(subjects.keys(), (index) => subjects[index]?.time as number)];
  return byTime
    .sort(([a], [b]) => b - a)
    .map(([time, joining]) => ({ time, joining, ended: joining.filter((index) => subjects[index]?.ended) }));
}

/** Sums of risk, risk × features and risk × features × features over some subjects. */
type Sums = { risk: number; first: number[]; second: number[][] };

function noSums(width: number): Sums {
  const zeros = () => new Array<number>(width).fill(0);
  return { risk: 0, first: zeros(), second: Array.from({ length: width }, zeros) };
}

function addTo(sums: Sums, x: Float64Array, risk: number): void {
  sums.risk += risk;
  for (let i = 0; i < x.length; i += 1) {
    const scaled = risk * (x[i] as number);
    const line = sums.second[i] as number[];
    sums.first[i] = (sums.first[i] as number) + scaled;
    for (let j = 0; j <= i; j += 1) line[j] = (line[j] as number) + scaled * (x[j] as number);
  }
}

/** Minus the partial log-likelihood with its slopes; `onEvents` hears the mean features of those at risk at each time. */
function partialLikelihood(
  { x, width }: Design,
  sets: readonly RiskSet[],
  at: readonly number[],
  ties: 'efron' | 'breslow',
): Slopes & { loss: number } {
  const all = noSums(width);
  const gradient = at.map(() => 0);
  const hessian = at.map(() => at.map(() => 0));
  let loss = 0;
  const rowOf = (subject: number) => x.subarray(subject * width, (subject + 1) * width);
  const oddsOf = (row: Float64Array) => row.reduce((sum, value, axis) => sum + value * (at[axis] as number), 0);
  for (const { joining, ended } of sets) {
    const ending = noSums(width);
    for (const subject of joining) addTo(all, rowOf(subject), Math.exp(oddsOf(rowOf(subject))));
    for (const subject of ended) {
      const row = rowOf(subject);
      const odds = oddsOf(row);
      loss -= odds;
      for (let axis = 0; axis < width; axis += 1) gradient[axis] = (gradient[axis] as number) - (row[axis] as number);
      addTo(ending, row, Math.exp(odds));
    }
    for (let nth = 0; nth < ended.length; nth += 1) {
      const gone = ties === 'efron' ? nth / ended.length : 0;
      loss += addMoment(all, ending, gone, gradient, hessian);
    }
  }
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j < i; j += 1) (hessian[j] as number[])[i] = hessian[i]?.[j] as number;
  return { loss, gradient, hessian };
}

/** One event against those at risk, a share `gone` of the tied ones taken out; answers ln of their risk. */
function addMoment(all: Sums, ending: Sums, gone: number, gradient: number[], hessian: number[][]): number {
  const risk = all.risk - gone * ending.risk;
  const means = all.first.map((sum, axis) => (sum - gone * (ending.first[axis] as number)) / risk);
  for (const [i, mean] of means.entries()) {
    gradient[i] = (gradient[i] as number) + mean;
    const line = hessian[i] as number[];
    for (let j = 0; j <= i; j += 1) {
      const second = ((all.second[i]?.[j] as number) - gone * (ending.second[i]?.[j] as number)) / risk;
      line[j] = (line[j] as number) + second - mean * (means[j] as number);
    }
  }
  return Math.log(risk);
}
