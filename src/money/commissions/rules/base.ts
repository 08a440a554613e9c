import { add, divide, minorDigits, multiply, parseDecimal, type Rational, rational } from '../../../kernel/money.ts';
import { parsePercent } from '../../../kernel/percent.ts';
import type { Exchange, InvoiceLine, PaidInvoice } from '../model.ts';

export type LineBase = { line: InvoiceLine; base: Rational };

/**
 * What was paid for the lines that earn, in minor units of the commission's currency, and in cash altogether, in minor
 * units of the invoice's.
 */
export type Base = { base: Rational; lines: LineBase[]; cash: Rational };

export const ZERO = rational(0);

/**
 * Cash paid for included lines, without tax, after discounts and credit (domain.md §7). Credit is spread over the whole
 * invoice by exact proportion; a negative invoice gives 0. `cash` is the invoice's total with tax, less the credit.
 * @param factor what one minor unit of the invoice's currency is in the commission's
 */
export function computeBase(
  invoice: PaidInvoice,
  excludedProducts: readonly string[] = [],
  factor: Rational = rational(1),
): Base {
  const total = sum(invoice.lines.map(withTax));
  const cash = add(total, rational(-invoice.creditAppliedMinor));
  const earning = invoice.lines.filter((line) => !excludedProducts.includes(line.product ?? ''));
  if (total.num <= 0n || cash.num <= 0n) return { base: ZERO, lines: [], cash: cash.num < 0n ? ZERO : cash };
  const inCash = multiply(divide(cash, total), factor);
  const lines = earning.map((line) => ({ line, base: multiply(withoutTax(line), inCash) }));
  const base = sum(lines.map((one) => one.base));
  return base.num <= 0n ? { base: ZERO, lines: [], cash } : { base, lines, cash };
}

function withoutTax(line: InvoiceLine): Rational {
  const amount = rational(BigInt(line.amountMinor) - BigInt(line.discountMinor));
  if (!line.taxInclusiveRate) return amount;
  return divide(amount, add(rational(1), parsePercent(line.taxInclusiveRate, 'lines.tax_inclusive_rate')));
}

function withTax(line: InvoiceLine): Rational {
  return rational(BigInt(line.amountMinor) - BigInt(line.discountMinor) + BigInt(line.taxMinor));
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

/** What one minor unit of the currency `from` is in minor units of `to`; undefined when nobody gave a rate above 0. */
export function exchangeFactor(from: string, to: string, exchange: Exchange | undefined): Rational | undefined {
  if (from === to) return rational(1);
  const rate = exchange && parseDecimal(exchange.rate);
  const per = exchange && parseDecimal(exchange.per ?? '1');
  if (!rate || !per || rate.num <= 0n || per.num <= 0n) return undefined;
  const digits = rational(10n ** BigInt(minorDigits(to)), 10n ** BigInt(minorDigits(from)));
  return multiply(divide(rate, per), digits);
}
