const MOST_TERMS = 200_000;
const ENOUGH = 1e-15;

/**
 * eᶻ·E_p(z), the exponential integral without its fall: ∫₁^∞ exp(z − z·t) ÷ tᵖ dt for z, p > 0. Lentz' continued
 * fraction (Abramowitz & Stegun 1964, 5.1.22), relative error about 1e-12 for z > .001.
 * @throws RangeError unless z > 0 and p > 0.
 */
export function scaledExponentialIntegral(p: number, z: number): number {
  if (!(z > 0 && p > 0)) throw new RangeError('an exponential integral needs z > 0 and p > 0');
  let b = z + p;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const a = -n * (p - 1 + n);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    product *= c * d;
    if (Math.abs(c * d - 1) < ENOUGH) break;
  }
  return product;
}
