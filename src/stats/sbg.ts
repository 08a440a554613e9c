import { hypergeometric2F1 } from './hypergeometric.ts';
import { minimise } from './minimise.ts';

/**
 * How many customers came to their t-th renewal and how many left there; position 0 is the first renewal. Only renewals
 * whose time has come for everybody counted: a customer who joined k whole periods ago is at risk in the first k.
 */
export type RenewalTable = readonly { atRisk: number; lost: number }[];
/** The chance θ that a customer leaves at a renewal differs between customers as a Beta(alpha, beta). */
export type Sbg = { alpha: number; beta: number };
/**
 * `empty`: nobody came to a renewal; `nobody_lost` and `everybody_lost`: the likelihood has no highest point;
 * `alike`: customers differ so little that alpha and beta grow without end; one common chance to leave says it all.
 */
export type SbgFit =
  | { outcome: 'fitted'; model: Sbg; logLikelihood: number }
  | { outcome: 'alike'; leaves: number; logLikelihood: number }
  | { outcome: 'empty' | 'nobody_lost' | 'everybody_lost' | 'not_converged' };

const AS_GOOD_AS_ALIKE = 1e6;

/** The chance to leave at renewal t (1-based): it falls as those who leave easily have left. */
function hazard({ alpha, beta }: Sbg, t: number): number {
  return alpha / (alpha + beta + t - 1);
}

/** ln of the chance to see the table under the model (Fader & Hardie 2007, appendix B). */
export function sbgLogLikelihood(table: RenewalTable, model: Sbg): number {
  let sum = 0;
  for (let index = 0; index < table.length; index += 1) {
    const { atRisk, lost } = table[index] as RenewalTable[number];
    const leaves = hazard(model, index + 1);
    if (lost > 0) sum += lost * Math.log(leaves);
    if (atRisk > lost) sum += (atRisk - lost) * Math.log1p(-leaves);
  }
  return sum;
}

/**
 * The shifted-beta-geometric model by maximum likelihood (Fader & Hardie 2007, J. Interactive Marketing 21(1), 76-90).
 */
export function fitSbg(table: RenewalTable): SbgFit {
  const lost = table.reduce((sum, one) => sum + one.lost, 0);
  const atRisk = table.reduce((sum, one) => sum + one.atRisk, 0);
  if (atRisk === 0) return { outcome: 'empty' };
  if (lost === 0) return { outcome: 'nobody_lost' };
  if (lost === atRisk) return { outcome: 'everybody_lost' };
  const model = ([a = 0, b = 0]: readonly number[]): Sbg => ({ alpha: Math.exp(a), beta: Math.exp(b) });
  const start = [0, Math.log((atRisk - lost) / lost)];
  const found = minimise((at) => -sbgLogLikelihood(table, model(at)), start);
  const common = alike(table, lost / atRisk);
  const fitted = model(found.at);
  const endless = fitted.alpha + fitted.beta > AS_GOOD_AS_ALIKE;
  if (endless || -found.value < common.logLikelihood) return common;
  if (found.outcome !== 'found') return { outcome: 'not_converged' };
  return { outcome: 'fitted', model: fitted, logLikelihood: -found.value };
}

function alike(table: RenewalTable, leaves: number) {
  const logLikelihood = table.reduce(
    (sum, { atRisk, lost }) => sum + lost * Math.log(leaves) + (atRisk - lost) * Math.log1p(-leaves),
    0,
  );
  return { outcome: 'alike', leaves, logLikelihood } as const;
}

/** S(0), S(1), … S(periods): the share still there, S(t) = B(alpha, beta + t) ÷ B(alpha, beta) (same paper, eq. 6). */
export function sbgSurvival(model: Sbg, periods: number): number[] {
  const survival = [1];
  for (let t = 1; t <= periods; t += 1) survival.push((survival[t - 1] as number) * (1 - hazard(model, t)));
  return survival;
}

/** The share of those there at t − 1 who renew at t (1-based): (beta + t − 1) ÷ (alpha + beta + t − 1). */
export function sbgRetention(model: Sbg, t: number): number {
  return 1 - hazard(model, t);
}

/**
 * Discounted expected residual lifetime in periods of a customer just before renewal k (1-based), the payment due then
 * included, at `discount` a period (.1 is 10 %), without end (Fader & Hardie 2010, Marketing Science 29(1), eq. 6).
 * @throws RangeError unless discount > 0 and k >= 1.
 */
export function sbgResidualLifetime({ alpha, beta }: Sbg, k: number, discount: number): number {
  if (!(discount > 0 && k >= 1)) throw new RangeError('a residual lifetime needs discount > 0 and k >= 1');
  const renews = (beta + k - 1) / (alpha + beta + k - 1);
  return renews * hypergeometric2F1(1, beta + k, alpha + beta + k, 1 / (1 + discount));
}

/**
 * Discounted expected lifetime in periods of a customer who just joined, the first payment included, at `discount` a
 * period, without end: Σ S(t) ÷ (1 + discount)^t (same paper, eq. 4). @throws RangeError unless discount > 0.
 */
export function sbgLifetime({ alpha, beta }: Sbg, discount: number): number {
  if (!(discount > 0)) throw new RangeError('a lifetime without end needs a discount above 0');
  return hypergeometric2F1(1, beta, alpha + beta, 1 / (1 + discount));
}
