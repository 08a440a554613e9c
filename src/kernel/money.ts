import { invalidField } from './errors.ts';

/** An amount in the currency's minor units: a safe integer. BigInt stays inside this file. */
export type Minor = number;

/** An exact fraction; the denominator is positive. */
export type Rational = { readonly num: bigint; readonly den: bigint };

const MAX = BigInt(Number.MAX_SAFE_INTEGER);
/** Currencies of ISO 4217 whose minor unit is not a hundredth (list one, column "minor unit", 2026). */
const DIGITS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** Digits after the point of an ISO 4217 currency (EUR 2, JPY 0, KWD 3); how many are shown is another matter. */
export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

export function rational(num: bigint | number, den: bigint | number = 1): Rational {
  const d = BigInt(den);
  if (d === 0n) throw new RangeError('a rational needs a denominator other than 0');
  return d < 0n ? { num: -BigInt(num), den: -d } : { num: BigInt(num), den: d };
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduce({ num: a.num * b.num, den: a.den * b.den });
}

/** Half away from zero: 0.5 → 1, -0.5 → -1. The only rounding of money. @throws 422 beyond 2^53-1. */
export function roundToMinor(value: Rational, field = 'amount'): Minor {
  const negative = value.num < 0n;
  const size = negative ? -value.num : value.num;
  const rounded = (2n * size + value.den) / (2n * value.den);
  return toMinor(negative ? -rounded : rounded, field);
}

/** @throws 422 naming the field when the amount is beyond 2^53-1 minor units. */
export function toMinor(value: bigint, field = 'amount'): Minor {
  if (value > MAX || value < -MAX) throw invalidField(field, `The amount ${value} is beyond 2^53-1 minor units.`);
  return Number(value);
}

/** `amount × rate`, rounded once. */
export function share(amount: Minor, rate: Rational): Minor {
  return roundToMinor(multiply(rational(amount), rate));
}

/**
 * Splits an amount by weights (non-negative integers, not all 0) so that the parts sum to it exactly:
 * largest remainder, ties to the lower index.
 */
export function allocate(amount: Minor, weights: readonly number[]): Minor[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const isSmall = Number.isSafeInteger(sum * amount) && sum > 0 && weights.every((one) => one >= 0 && one % 1 === 0);
  return isSmall && Number.isInteger(amount) ? allocateSmall(amount, weights, sum) : allocateAny(amount, weights);
}

/** Where every product is a safe integer, floats are exact, and many times as fast. */
function allocateSmall(amount: Minor, weights: readonly number[], sum: number): Minor[] {
  const size = Math.abs(amount);
  const left = weights.map((weight) => (size * weight) % sum);
  const parts = weights.map((weight, index) => (size * weight - (left[index] as number)) / sum);
  const order = left.map((_, index) => index).sort((a, b) => (left[b] as number) - (left[a] as number) || a - b);
  const missing = size - parts.reduce((total, part) => total + part, 0);
  for (const index of order.slice(0, missing)) parts[index] = (parts[index] as number) + 1;
  return amount < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

function allocateAny(amount: Minor, weights: readonly number[]): Minor[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0))
    throw new RangeError('weights must be non-negative and not all 0');
  const sign = amount < 0 ? -1n : 1n;
  const size = BigInt(Math.abs(amount));
  const parts = weights.map((weight) => (size * BigInt(weight)) / total);
  const remainders = weights.map((weight, index) => ({ index, left: (size * BigInt(weight)) % total }));
  remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1));
  let missing = size - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of remainders) {
    if (missing === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    missing -= 1n;
  }
  return parts.map((part) => Number(sign * part));
}

/** Reads a decimal string ("1234.5", "-0.07") exactly. Undefined when it is not one. */
export function parseDecimal(text: string): Rational | undefined {
  const match = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const num = BigInt(`${match[2]}${fraction}`);
  return { num: match[1] === '-' ? -num : num, den: 10n ** BigInt(fraction.length) };
}

/** Major units as a decimal string → minor units of the currency, rounded once. @throws 422 naming the field. */
export function parseMajor(text: string, currency: string, field = 'amount'): Minor {
  const value = parseDecimal(text);
  if (!value) throw invalidField(field, `"${text}" is not a decimal amount.`, 'Write it like 1234.50.');
  return roundToMinor(multiply(value, rational(10n ** BigInt(minorDigits(currency)))), field);
}

/** Minor units → an exact decimal string of major units ("-12.05"), for files and exports. */
export function formatMajor(amount: Minor, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = Math.abs(amount)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount as a reader of the locale writes it ("€1,234.50"), exact to the minor unit. */
export function formatMoney(amount: Minor, currency: string, locale = 'en'): string {
  const decimal = formatMajor(amount, currency) as Intl.StringNumericLiteral;
  const minimumFractionDigits = minorDigits(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits }).format(decimal);
}

export function add(a: Rational, b: Rational): Rational {
  return reduce({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });
}

/** @throws RangeError when b is 0 */
export function divide(a: Rational, b: Rational): Rational {
  return multiply(a, rational(b.den, b.num));
}

function reduce({ num, den }: Rational): Rational {
  let a = num < 0n ? -num : num;
  let b = den;
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { num: num / a, den: den / a } : { num, den };
}
