import { logGamma } from './gamma.ts';
import { minimise } from './minimise.ts';

/** A customer's mean purchase (any money unit) over `x` purchases. */
export type Spending = { mean: number; x: number };
/** Purchases of a customer scatter as Gamma(p, ν), and ν differs between customers as Gamma(q, v). */
export type GammaGamma = { p: number; q: number; v: number };
/** `constant`: all means are equal, so that nothing can be learned of how customers differ. */
export type GammaGammaFit =
  | { outcome: 'fitted'; model: GammaGamma; logLikelihood: number }
  | { outcome: 'empty' | 'constant' | 'not_converged' };

/** ln of the chance to see these means (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value", eq. 1a). */
export function gammaGammaLogLikelihood(customers: readonly Spending[], { p, q, v }: GammaGamma): number {
  const constant = q * Math.log(v) - logGamma(q);
  let sum = 0;
  for (const { mean, x } of customers) {
    const spread = logGamma(p * x + q) - logGamma(p * x) + constant;
    sum += spread + (p * x - 1) * Math.log(mean) + p * x * Math.log(x) - (p * x + q) * Math.log(v + x * mean);
  }
  return sum;
}

/** The Gamma-Gamma model by maximum likelihood over customers with x > 0 and a mean above 0; others are left out. */
export function fitGammaGamma(customers: readonly Spending[]): GammaGammaFit {
  const known = customers.filter(({ mean, x }) => x > 0 && mean > 0);
  if (known.length === 0) return { outcome: 'empty' };
  if (known.every(({ mean }) => mean === known[0]?.mean)) return { outcome: 'constant' };
  const level = known.reduce((sum, { mean }) => sum + mean, 0) / known.length;
  const found = minimise((at) => -gammaGammaLogLikelihood(known, gammaGammaOf(at)), [1, 1, Math.log(level)]);
  if (found.outcome !== 'found') return { outcome: 'not_converged' };
  return { outcome: 'fitted', model: gammaGammaOf(found.at), logLikelihood: -found.value };
}

/** The model whose parameters have these logarithms, in the order p, q, v. */
export function gammaGammaOf([p = 0, q = 0, v = 0]: readonly number[]): GammaGamma {
  return { p: Math.exp(p), q: Math.exp(q), v: Math.exp(v) };
}

/** The mean purchase over all customers: p v ÷ (q − 1); undefined where it does not exist (q ≤ 1). */
export function gammaGammaMean({ p, q, v }: GammaGamma): number | undefined {
  return q > 1 ? (p * v) / (q - 1) : undefined;
}

/** What this customer's purchases are expected to be worth: between their own mean and everybody's (same note, eq. 5). */
export function gammaGammaConditionalMean({ p, q, v }: GammaGamma, { mean, x }: Spending): number {
  return (p * (v + x * mean)) / (p * x + q - 1);
}
