import { invalidField } from './errors.ts';
import { multiply, parseDecimal, type Rational, rational } from './money.ts';

const FORMATS = new Map<string, Intl.NumberFormat>();

/** A share as a reader of the locale writes it (.1244 → "12.4%"), the digits after the point at most or exactly. */
export function formatPercent(share: number, digits: number | { exactly: number } = 1, locale = 'en'): string {
  const least = typeof digits === 'number' ? 0 : digits.exactly;
  const most = typeof digits === 'number' ? digits : digits.exactly;
  const key = `${locale} ${least} ${most}`;
  const options = { style: 'percent', minimumFractionDigits: least, maximumFractionDigits: most } as const;
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(locale, options);
  FORMATS.set(key, format);
  return format.format(share);
}

/** Reads "12.5%" exactly. @throws 422 naming the field when it is not a percentage from 0 to 100. */
export function parsePercent(text: string, field = 'rate'): Rational {
  const value = text.endsWith('%') ? parseDecimal(text.slice(0, -1).trim()) : undefined;
  if (!value || value.num < 0n || value.num > 100n * value.den) {
    throw invalidField(field, `"${text}" is not a percentage from 0% to 100%.`, 'Write it like 12.5%.');
  }
  return multiply(value, rational(1, 100));
}
