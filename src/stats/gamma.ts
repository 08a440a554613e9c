const FIRST = 0.99999999999980993;
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);

/**
 * ln Γ(x) for x > 0, by Lanczos' approximation (Lanczos 1964, SIAM J. Numer. Anal. 1; g = 7, nine terms), absolute error
 * below 1e-12 on x < 100. @throws RangeError unless x > 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('the logarithm of gamma needs x > 0');
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const shifted = x + 6.5;
  let sum = FIRST;
  for (let index = 0; index < LANCZOS.length; index += 1) sum += (LANCZOS[index] as number) / (x + index);
  return HALF_LOG_2PI + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

/** ln B(a, b) for a, b > 0. @throws RangeError unless both are above 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** B₂ₖ ÷ 2k, k = 1, 2, …: the terms of the asymptotic series of digamma. */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
const FAR = 10;

/**
 * ψ(x) = d ln Γ(x) ÷ dx for x > 0: carried up to x ≥ 10 by ψ(x + 1) = ψ(x) + 1 ÷ x, there by its asymptotic series
 * (Abramowitz & Stegun 1964, 6.3.5 and 6.3.18). Absolute error below 1e-13. @throws RangeError unless x > 0.
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError('digamma needs x > 0');
  let below = 0;
  let at = x;
  for (; at < FAR; at += 1) below += 1 / at;
  const square = 1 / (at * at);
  let series = 0;
  for (const term of DIGAMMA.toReversed()) series = (series + term) * square;
  return Math.log(at) - 0.5 / at - series - below;
}
