import type { Purchases } from './bgnbd.ts';
import { scaledExponentialIntegral } from './exponential-integral.ts';
import { logGamma } from './gamma.ts';
import { hypergeometric2F1 } from './hypergeometric.ts';
import { minimise, type Point } from './minimise.ts';

/** Purchase rates differ as Gamma(r, alpha) and the rates of leaving, at any moment, as Gamma(s, beta). */
export type ParetoNbd = { r: number; alpha: number; s: number; beta: number };
/** `no_repeats`: nobody bought again, so that rates and leaving cannot be told apart. */
export type ParetoNbdFit =
  | { outcome: 'fitted'; model: ParetoNbd; logLikelihood: number }
  | { outcome: 'empty' | 'no_repeats' | 'not_converged' };

type Likelihood = { here: number; gone: number };

/**
 * ln of the chances to see this customer and that they are still here, and that they have left (Fader & Hardie 2005, "A
 * Note on Deriving the Pareto/NBD Model and Related Expressions", eq. 12 to 14; first Schmittlein, Morrison & Colombo
 * 1987, Management Science 33(1)).
 */
function likelihoodOf({ r, alpha, s, beta }: ParetoNbd, { x, tx, T }: Purchases): Likelihood {
  const all = r + s + x;
  const larger = Math.max(alpha, beta);
  const form = (time: number) =>
    hypergeometric2F1(all, alpha >= beta ? s + 1 : r + x, all + 1, Math.abs(alpha - beta) / (larger + time));
  const between = form(tx) - form(T) * ((larger + tx) / (larger + T)) ** all;
  const rates = r * Math.log(alpha) + s * Math.log(beta) + logGamma(r + x) - logGamma(r);
  return {
    here: rates - (r + x) * Math.log(alpha + T) - s * Math.log(beta + T),
    gone: rates + Math.log(s / all) - all * Math.log(larger + tx) + Math.log(Math.max(0, between)),
  };
}

const logSum = (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/** ln of the chance to see these customers. */
export function paretoNbdLogLikelihood(customers: readonly Purchases[], model: ParetoNbd): number {
  return customers.reduce((sum, customer) => {
    const { here, gone } = likelihoodOf(model, customer);
    return sum + logSum(here, gone);
  }, 0);
}

/** The Pareto/NBD model by maximum likelihood, over logarithms of the four parameters. */
export function fitParetoNbd(customers: readonly Purchases[]): ParetoNbdFit {
  if (customers.length === 0) return { outcome: 'empty' };
  if (customers.every(({ x }) => x === 0)) return { outcome: 'no_repeats' };
  const level = Math.log(customers.reduce((sum, { T }) => sum + T, 0) / customers.length / 4);
  const different = [...Map.groupBy(customers, ({ x, tx, T }) => `${x} ${tx} ${T}`).values()];
  const found = minimise((at) => lossOf(different, at), [0, level, 0, level]);
  if (found.outcome !== 'found') return { outcome: 'not_converged' };
  return { outcome: 'fitted', model: paretoNbdOf(found.at), logLikelihood: -found.value };
}

/** Logarithms of parameters so extreme that the series does not settle are no candidates. */
const EXTREME = 9;

/** Minus the log-likelihood of groups of like customers. */
function lossOf(groups: readonly (readonly Purchases[])[], at: Point): number {
  if (at.some((one) => Math.abs(one) > EXTREME)) return Number.POSITIVE_INFINITY;
  const model = paretoNbdOf(at);
  return groups.reduce((sum, group) => sum - group.length * paretoNbdLogLikelihood(group.slice(0, 1), model), 0);
}

/** The model whose parameters have these logarithms, in the order r, alpha, s, beta. */
export function paretoNbdOf([r = 0, alpha = 0, s = 0, beta = 0]: Point): ParetoNbd {
  return { r: Math.exp(r), alpha: Math.exp(alpha), s: Math.exp(s), beta: Math.exp(beta) };
}

/** The chance that this customer has not left (same note, eq. 18). */
export function paretoNbdAlive(model: ParetoNbd, customer: Purchases): number {
  const { here, gone } = likelihoodOf(model, customer);
  return Math.exp(here - logSum(here, gone));
}

/** The mean time until leaving within `t`, of somebody here whose rate of leaving is Gamma(s, beta). */
function timeHere(s: number, beta: number, t: number): number {
  const grown = Math.log1p(t / beta);
  return beta * (Math.abs(s - 1) < 1e-9 ? grown : -Math.expm1((1 - s) * grown) / (s - 1));
}

/** How many repeat purchases a new customer makes in their first `t` (same note, eq. 27). */
export function paretoNbdExpectedPurchases({ r, alpha, s, beta }: ParetoNbd, t: number): number {
  return (r / alpha) * timeHere(s, beta, t);
}

/** How many purchases this customer makes in the next `t` (same note, eq. 41). */
export function paretoNbdConditionalPurchases(model: ParetoNbd, customer: Purchases, t: number): number {
  const { r, alpha, s, beta } = model;
  const rate = (r + customer.x) / (alpha + customer.T);
  return rate * timeHere(s, beta + customer.T, t) * paretoNbdAlive(model, customer);
}

/**
 * All purchases this customer will still make, each discounted continuously at ln(1 + `discount`) a unit of time (Fader,
 * Hardie & Lee 2005, "RFM and CLV", J. Marketing Research 42(4), eq. 4, its confluent function as an exponential
 * integral). @throws RangeError unless discount > 0.
 */
export function paretoNbdResidualPurchases(model: ParetoNbd, customer: Purchases, discount: number): number {
  const { r, alpha, s, beta } = model;
  const away = beta + customer.T;
  const rate = (r + customer.x) / (alpha + customer.T);
  return rate * paretoNbdAlive(model, customer) * away * scaledExponentialIntegral(s, Math.log1p(discount) * away);
}
