import { invalidField } from './errors.ts';
import { multiply, parseDecimal, type Rational, rational } from './money.ts';

/** Reads "12.5%" exactly. @throws 422 naming the field when it is not a percentage from 0 to 100. */
export function parsePercent(text: string, field = 'rate'): Rational {
  const value = text.endsWith('%') ? parseDecimal(text.slice(0, -1).trim()) : undefined;
  if (!value || value.num < 0n || value.num > 100n * value.den) {
    throw invalidField(field, `"${text}" is not a percentage from 0% to 100%.`, 'Write it like 12.5%.');
  }
  return multiply(value, rational(1, 100));
}
