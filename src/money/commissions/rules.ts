import { add, divide, type Minor, multiply, type Rational, rational, roundToMinor } from '../../kernel/money.ts';
import { parsePercent } from '../../kernel/percent.ts';
import { addDays, addMonths } from '../../kernel/time.ts';
import { saleEarning } from '../../partners/programmes/model.ts';
import type {
  AccrueInput,
  Calculation,
  CommissionState,
  InvoiceLine,
  MonthSoFar,
  PaidInvoice,
  Refusal,
} from './model.ts';

/** What was paid for the lines that earn, and in cash altogether, in minor units of the invoice's currency. */
export type Base = { base: Rational; cash: Rational };

/**
 * Cash paid for included lines, without tax, after discounts and credit. Credit is spread over the whole invoice by
 * exact proportion; a negative invoice gives 0. `cash` is the invoice's total with tax, less the credit.
 */
export function computeBase(invoice: PaidInvoice, excludedProducts: readonly string[] = []): Base {
  const earning = invoice.lines.filter((line) => !excludedProducts.includes(line.product ?? ''));
  const total = sum(invoice.lines.map(withTax));
  const cash = add(total, rational(-invoice.creditAppliedMinor));
  const net = sum(earning.map(withoutTax));
  if (total.num <= 0n || cash.num <= 0n || net.num <= 0n) return { base: rational(0), cash: atLeast0(cash) };
  return { base: divide(multiply(net, cash), total), cash };
}

function withoutTax(line: InvoiceLine): Rational {
  const amount = rational(BigInt(line.amountMinor) - BigInt(line.discountMinor));
  if (!line.taxInclusiveRate) return amount;
  return divide(amount, add(rational(1), parsePercent(line.taxInclusiveRate, 'lines.tax_inclusive_rate')));
}

function withTax(line: InvoiceLine): Rational {
  return rational(BigInt(line.amountMinor) - BigInt(line.discountMinor) + BigInt(line.taxMinor));
}

function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, rational(0));
}

function atLeast0(value: Rational): Rational {
  return value.num < 0n ? rational(0) : value;
}

/** A commission earned or refused, with everything that was used to decide. */
export type Outcome = {
  state: Extract<CommissionState, 'pending' | 'held' | 'refused'>;
  reason: Refusal | 'pending' | 'flagged';
  grossMinor: Minor;
  earnedAt: Date;
  availableAt: Date;
  calculation: Calculation;
};

/**
 * domain.md §7: base × rate, exact, rounded once half away from zero, then the caps; refused with the first reason
 * that applies.
 */
export function decideCommission(input: AccrueInput, month: MonthSoFar): Outcome {
  const { base, cash } = computeBase(input.invoice, input.terms.excluded_products);
  const parts = splitByTier(base, month.baseMinor, input.terms);
  const earned = roundToMinor(sum(parts.map(({ rate, of }) => multiply(of, parsePercent(rate)))), 'commission');
  const { gross, cap } = applyCaps(earned, month.netMinor, input.terms);
  const span = earningSpan(input);
  const refusal = refuse(input, { base, gross, cap, endsAt: span.endsAt });
  const flagged = input.flags.length > 0;
  return {
    state: refusal ? 'refused' : flagged ? 'held' : 'pending',
    reason: refusal ?? (flagged ? 'flagged' : 'pending'),
    grossMinor: refusal ? 0 : gross,
    earnedAt: input.invoice.paidAt,
    availableAt: addDays(input.invoice.paidAt, input.terms.hold_days),
    calculation: {
      ...describe(input),
      base_exact: `${base.num}/${base.den}`,
      base_minor: roundToMinor(base, 'base'),
      cash_minor: roundToMinor(cash, 'cash'),
      parts: parts.map(({ rate, of }) => ({ rate, of_minor: roundToMinor(of, 'base') })),
      cap,
      gross_minor: refusal ? 0 : gross,
      anchor_at: span.anchorAt.toISOString(),
      ends_at: span.endsAt?.toISOString() ?? null,
    },
  };
}

/** From the episode's first paid invoice, for the terms' calendar months in the programme's zone. */
function earningSpan({ anchorAt, invoice, terms, programme }: AccrueInput): { anchorAt: Date; endsAt?: Date } {
  const start = anchorAt ?? invoice.paidAt;
  const months = saleEarning(terms)?.months ?? null;
  return months === null ? { anchorAt: start } : { anchorAt: start, endsAt: addMonths(start, months, programme.zone) };
}

function describe({ invoice, terms, rule, source }: AccrueInput) {
  return {
    terms_version: terms.version,
    rule,
    source,
    invoice: invoice.externalId,
    currency: invoice.currency,
    credit_applied_minor: invoice.creditAppliedMinor,
    lines: invoice.lines.map((line) => ({
      product: line.product ?? null,
      amount_minor: line.amountMinor,
      discount_minor: line.discountMinor,
      tax_minor: line.taxMinor,
      earns: !terms.excluded_products?.includes(line.product ?? ''),
    })),
  };
}

type Part = { rate: string; of: Rational };

/** Marginal tiers: each rate applies to the part of the base that lies between its floor and the next one's. */
function splitByTier(base: Rational, monthBaseMinor: Minor, terms: AccrueInput['terms']): Part[] {
  const tiers = terms.tiers?.steps ?? [];
  const earning = saleEarning(terms);
  if (tiers.length === 0) return [{ rate: earning?.kind === 'percent' ? earning.rate : '0%', of: base }];
  const from = rational(monthBaseMinor);
  const to = add(from, base);
  const parts = tiers.map(({ rate, from: step }, index) => {
    const next = tiers[index + 1];
    const low = larger(from, rational(step));
    const high = next ? smaller(to, rational(next.from)) : to;
    return { rate, of: larger(rational(0), add(high, rational(-low.num, low.den))) };
  });
  return parts.filter(({ of }) => of.num > 0n);
}

function larger(a: Rational, b: Rational): Rational {
  return a.num * b.den >= b.num * a.den ? a : b;
}

function smaller(a: Rational, b: Rational): Rational {
  return larger(a, b) === a ? b : a;
}

/** At most so much a sale, and what is left of the partner's month. */
function applyCaps(
  earned: Minor,
  monthNetMinor: Minor,
  terms: AccrueInput['terms'],
): { gross: Minor; cap: Calculation['cap'] } {
  const sale = terms.cap_per_sale_minor ?? earned;
  const left =
    terms.cap_per_month_minor === undefined ? earned : Math.max(0, terms.cap_per_month_minor - monthNetMinor);
  const gross = Math.min(earned, sale, left);
  return { gross, cap: gross === earned ? null : left < sale ? 'month' : 'sale' };
}

function refuse(
  { invoice, programme }: AccrueInput,
  facts: { base: Rational; gross: Minor; cap: Calculation['cap']; endsAt: Date | undefined },
): Refusal | undefined {
  if (facts.base.num === 0n) return 'base_zero';
  if (invoice.currency !== programme.currency) return 'currency_without_rate';
  if (facts.endsAt && invoice.paidAt >= facts.endsAt) return 'after_last_month';
  if (facts.gross > 0) return undefined;
  return facts.cap === 'month' ? 'month_cap_reached' : 'rounds_to_nothing';
}

/**
 * What this refund takes from a commission: round(gross × refunded so far ÷ paid) − already reversed, never below 0
 * nor beyond what is left. "Refunded" and "paid" are both the invoice's cash with tax, which is the same proportion as
 * their parts in the base (domain.md §7).
 */
export function computeReversal(
  commission: { grossMinor: Minor; reversedMinor: Minor; cashMinor: Minor },
  refundedTotalMinor: Minor,
): Minor {
  if (commission.cashMinor <= 0) return 0;
  const refunded = Math.min(refundedTotalMinor, commission.cashMinor);
  const target = roundToMinor(multiply(rational(commission.grossMinor), rational(refunded, commission.cashMinor)));
  return Math.max(0, target - commission.reversedMinor);
}

/** Where a commission is after a refund: nothing left of it unpaid makes it reversed; what was paid stays paid. */
export function stateAfterReversal(
  before: { state: CommissionState; grossMinor: Minor; reversedMinor: Minor },
  reversal: { amountMinor: Minor; settled: boolean },
): CommissionState {
  const nothingLeft = before.reversedMinor + reversal.amountMinor === before.grossMinor;
  return nothingLeft && !reversal.settled ? 'reversed' : before.state;
}

/** The account on which a commission's unpaid net stands; undefined when nothing of it is there. */
export function accountOf(
  state: CommissionState,
): 'partner.pending' | 'partner.held' | 'partner.available' | undefined {
  if (state === 'pending') return 'partner.pending';
  if (state === 'held') return 'partner.held';
  return state === 'available' || state === 'paid' ? 'partner.available' : undefined;
}
