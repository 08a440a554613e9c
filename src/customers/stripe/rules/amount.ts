import { type Minor, minorDigits, multiply, type Rational, rational, roundToMinor } from '../../../kernel/money.ts';

/** Currencies that Stripe writes without, or with three, digits after the point; it writes all others with two. */
const WITHOUT = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const THREE = new Set('BHD JOD KWD OMR TND'.split(' '));

/** One of Stripe's units in minor units of ISO 4217: 1 for most, 1/100 for the Icelandic króna, which Stripe writes with two digits. */
export function unitOf(currency: string): Rational {
  const theirs = WITHOUT.has(currency) ? 0 : THREE.has(currency) ? 3 : 2;
  const ours = minorDigits(currency);
  return rational(10n ** BigInt(ours), 10n ** BigInt(theirs));
}

/** An amount of Stripe's in minor units of the currency. @throws 422 beyond 2^53-1 */
export function toMinorUnits(amount: number, currency: string): Minor {
  return roundToMinor(multiply(rational(amount), unitOf(currency)));
}
