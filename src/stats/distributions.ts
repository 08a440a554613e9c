import { incompleteBeta } from './incomplete-beta.ts';
import { gammaQuantile, incompleteGamma } from './incomplete-gamma.ts';

const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const B = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1];
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];
const TAIL = 0.02425;

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

function tail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  return polynomial(C, q) / polynomial([...D, 1], q);
}

function acklam(p: number): number {
  if (p < TAIL) return tail(p);
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / polynomial([...B, 1], r);
}

/**
 * The standard normal quantile: the z below which a share `p` of the distribution lies. Acklam's rational approximation
 * and one step of Halley's method, relative error below 1e-14. @throws RangeError unless 0 < p < 1.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a normal quantile needs 0 < p < 1');
  if (p > 0.5) return -normalQuantile(1 - p);
  const z = acklam(p);
  const miss = (normalCdf(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
  return Number.isFinite(miss) ? z - miss / (1 + (z * miss) / 2) : z;
}

/** The share of a standard normal distribution below `z`, precise in the lower tail: ½ Q(½, z² ÷ 2) for z < 0. */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** How likely chance alone puts a standard normal as far from 0 as `z`, on either side. */
export function normalP(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper;
}

/** The chance that a chi-squared with `df` degrees of freedom is above `x` >= 0: the p value of a test. */
export function chiSquaredP(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper;
}

/** The value that a chi-squared with `df` degrees of freedom stays below with chance p. */
export function chiSquaredQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/** How likely chance alone puts Student's t with `df` degrees of freedom as far from 0 as `t`, on either side. */
export function studentP(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}
