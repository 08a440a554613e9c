const MOST_TERMS = 5_000_000;
const ENOUGH = 1e-15;

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= ENOUGH * Math.abs(sum)) return sum;
  }
  throw new RangeError(`2F1 did not settle for z = ${z}`);
}

/**
 * Gauss' hypergeometric function 2F1(a, b; c; z) for z < 1: the power series, after Euler's transformation where that
 * falls faster without changing signs, after Pfaff's for z < 0 (Abramowitz & Stegun 1964, 15.1.1, 15.3.3, 15.3.4). Relative error about 1e-12.
 * @throws RangeError outside that domain, and when the series has not settled after five million terms (z within 1e-5 of 1).
 */
export function hypergeometric2F1(a: number, b: number, c: number, z: number): number {
  const isPole = Number.isInteger(c) && c <= 0;
  if (!(z < 1 && z > Number.NEGATIVE_INFINITY) || isPole)
    throw new RangeError('2F1 needs z < 1 and c not 0, −1, −2, …');
  if (z < 0) return (1 - z) ** -a * hypergeometric2F1(a, c - b, c, z / (z - 1));
  const falls = a + b > c && c >= a && c >= b;
  return falls ? (1 - z) ** (c - a - b) * series(c - a, c - b, c, z) : series(a, b, c, z);
}
