import { scaledExponentialIntegral } from './exponential-integral.ts';
import { logBeta, logGamma } from './gamma.ts';
import { hypergeometric2F1 } from './hypergeometric.ts';
import { integrateUnit } from './integrate.ts';
import { minimise } from './minimise.ts';

/** A customer who buys when they like: `x` repeat purchases, the last at `tx`, watched for `T` since the first; one unit of time. */
export type Purchases = { x: number; tx: number; T: number };
/** Purchase rates differ as Gamma(r, alpha); the chance to leave after a purchase differs as Beta(a, b). */
export type BgNbd = { r: number; alpha: number; a: number; b: number };
/** `no_repeats`: nobody bought again, so that rates and leaving cannot be told apart. */
export type BgNbdFit =
  | { outcome: 'fitted'; model: BgNbd; logLikelihood: number }
  | { outcome: 'empty' | 'no_repeats' | 'not_converged' };

/**
 * ln of the chance to see these customers (Fader, Hardie & Lee 2005, Marketing Science 24(2), eq. 6), in the form of
 * their 2019 note that does not overflow. The terms of x alone are computed once for each x.
 */
export function bgNbdLogLikelihood(customers: readonly Purchases[], model: BgNbd): number {
  const { r, alpha, a, b } = model;
  const constant = r * Math.log(alpha) - logGamma(r) - logBeta(a, b);
  const ofX = new Map<number, { rate: number; stays: number; leaves: number }>();
  const terms = (x: number) => {
    const known = ofX.get(x);
    if (known) return known;
    const leaves = x > 0 ? logBeta(a + 1, b + x - 1) : Number.NEGATIVE_INFINITY;
    const made = { rate: logGamma(r + x) + constant, stays: logBeta(a, b + x), leaves };
    ofX.set(x, made);
    return made;
  };
  let sum = 0;
  for (const { x, tx, T } of customers) {
    const { rate, stays, leaves } = terms(x);
    const here = stays - (r + x) * Math.log(alpha + T);
    const gone = leaves - (r + x) * Math.log(alpha + tx);
    sum += rate + Math.max(here, gone) + Math.log1p(Math.exp(-Math.abs(here - gone)));
  }
  return sum;
}

/** The BG/NBD model by maximum likelihood, over logarithms of the four parameters (same paper). */
export function fitBgNbd(customers: readonly Purchases[]): BgNbdFit {
  if (customers.length === 0) return { outcome: 'empty' };
  if (customers.every(({ x }) => x === 0)) return { outcome: 'no_repeats' };
  const meanT = customers.reduce((sum, { T }) => sum + T, 0) / customers.length;
  const found = minimise((at) => -bgNbdLogLikelihood(customers, bgNbdOf(at)), [0, Math.log(meanT / 4), 0, 0]);
  if (found.outcome !== 'found') return { outcome: 'not_converged' };
  return { outcome: 'fitted', model: bgNbdOf(found.at), logLikelihood: -found.value };
}

/** The model whose parameters have these logarithms, in the order r, alpha, a, b. */
export function bgNbdOf([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd {
  return { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
}

/** How many repeat purchases a new customer makes in their first `t` (same paper, eq. 9; its limit where a is 1). */
export function bgNbdExpectedPurchases(model: BgNbd, t: number): number {
  const { r, alpha, b } = model;
  const a = awayFromOne(model.a);
  const ratio = hypergeometric2F1(r, b, a + b - 1, t / (alpha + t)) * (alpha / (alpha + t)) ** r;
  return ((a + b - 1) / (a - 1)) * (1 - ratio);
}

/** How many purchases this customer makes in the next `t` (same paper, eq. 10). */
export function bgNbdConditionalPurchases(model: BgNbd, customer: Purchases, t: number): number {
  const { r, alpha, b } = model;
  const { x, T } = customer;
  const a = awayFromOne(model.a);
  const z = t / (alpha + T + t);
  const ratio = ((alpha + T) / (alpha + T + t)) ** (r + x) * hypergeometric2F1(r + x, b + x, a + b + x - 1, z);
  return ((a + b + x - 1) / (a - 1)) * (1 - ratio) * bgNbdAlive({ ...model, a }, customer);
}

/** The chance that this customer has not left (Fader, Hardie & Lee 2008, "Computing P(alive) Using the BG/NBD Model"). */
export function bgNbdAlive({ r, alpha, a, b }: BgNbd, { x, tx, T }: Purchases): number {
  return 1 / (1 + (x > 0 ? (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x) : 0));
}

/**
 * All purchases this customer will still make, each discounted continuously at δ = ln(1 + `discount`) a unit of time. Of
 * one who is here with rate λ and chance p to leave they are λ ÷ (δ + λp): its mean over what their past says of λ (a
 * Gamma(r + x, alpha + T), by an exponential integral) and p (a Beta(a, b + x), by quadrature).
 * @throws RangeError unless discount > 0.
 */
export function bgNbdResidualPurchases(model: BgNbd, customer: Purchases, discount: number): number {
  if (!(discount > 0)) throw new RangeError('all purchases to come need a discount above 0');
  const [shape, b] = [model.r + customer.x, model.b + customer.x];
  const scale = Math.log1p(discount) * (model.alpha + customer.T);
  const mean = integrateUnit((p, rest) => {
    const density = Math.exp((model.a - 1) * Math.log(p) + (b - 1) * Math.log(rest) - logBeta(model.a, b));
    return (density * (1 - (scale / p) * scaledExponentialIntegral(shape, scale / p))) / p;
  });
  return mean * bgNbdAlive(model, customer);
}

/** The formulas divide by a − 1; beside 1 they are smooth, at 1 they are 0 ÷ 0. */
function awayFromOne(a: number): number {
  return Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a;
}

/**
 * The share of new customers still buying after `t`. Each repeat purchase, coming at rate λ, is the last with chance p,
 * so that customers leave at rate λp: E[exp(−λpt)] over both distributions, by Euler's integral and Pfaff's
 * transformation (Abramowitz & Stegun 15.3.1, 15.3.4).
 */
export function bgNbdSurvival({ r, alpha, a, b }: BgNbd, t: number): number {
  return (alpha / (alpha + t)) ** r * hypergeometric2F1(r, b, a + b, t / (alpha + t));
}
