import { type Rational, roundToMinor } from '../../../kernel/money.ts';
import { addDays, addMonths } from '../../../kernel/time.ts';
import { saleEarning } from '../../../partners/programmes/model.ts';
import type { AccrueInput, Calculation, CommissionState, Hold, PaidInvoice, Refusal, Standing } from '../model.ts';
import { computeBase, exchangeFactor, ZERO } from './base.ts';
import { applyCaps, type Capped } from './caps.ts';
import { computeEarned } from './earned.ts';

/** A sale earned or refused, with everything that was used to decide. */
export type Outcome = {
  state: Extract<CommissionState, 'pending' | 'held' | 'refused'>;
  reason: Refusal | Hold | 'pending';
  holds: Hold[];
  grossMinor: number;
  earnedAt: Date;
  availableAt: Date;
  /** Of the commission: the programme's, or the invoice's when there is no rate between them. */
  currency: string;
  calculation: Calculation;
};

/**
 * domain.md §7: base × rate, exact, rounded once half away from zero, then the caps; refused with the first reason
 * that applies, held when somebody must look or the budget is spent.
 */
export function decideCommission(input: AccrueInput, standing: Standing): Outcome {
  const { invoice, terms, programme } = input;
  const factor = exchangeFactor(invoice.currency, programme.currency, input.exchange);
  const base = computeBase(invoice, terms.excluded_products, factor);
  const span = earningSpan(input);
  const facts = { isRenewal: span.anchorAt < invoice.paidAt, tierSoFar: standing.tierSoFar };
  const { amount, parts, tier } = computeEarned(base, input, facts);
  const earned = amount.num < 0n ? 0 : roundToMinor(amount, 'commission');
  const capped = applyCaps(earned, standing, terms);
  const refusal = refuse(input, { base: base.base, hasRate: factor !== undefined, endsAt: span.endsAt, ...capped });
  const isRefused = refusal !== undefined;
  const holds = isRefused ? [] : holdsOf(input, standing, capped.gross);
  return {
    state: isRefused ? 'refused' : holds.length > 0 ? 'held' : 'pending',
    reason: refusal ?? holds[0] ?? 'pending',
    holds,
    grossMinor: isRefused ? 0 : capped.gross,
    earnedAt: invoice.paidAt,
    availableAt: addDays(invoice.paidAt, terms.hold_days),
    currency: factor ? programme.currency : invoice.currency,
    calculation: {
      ...describe(input),
      base_exact: `${base.base.num}/${base.base.den}`,
      base_minor: roundToMinor(base.base, 'base'),
      cash_minor: roundToMinor(base.cash, 'cash'),
      parts,
      cap: capped.cap,
      gross_minor: isRefused && refusal !== 'gate_closed' ? 0 : capped.gross,
      ...(tier ? { tier } : {}),
      anchor_at: span.anchorAt.toISOString(),
      ends_at: span.endsAt?.toISOString() ?? null,
    },
  };
}

/** From the episode's first paid invoice, for the terms' calendar months in the programme's zone. */
function earningSpan({ anchorAt, invoice, terms, programme }: AccrueInput): { anchorAt: Date; endsAt?: Date } {
  const start = anchorAt && anchorAt < invoice.paidAt ? anchorAt : invoice.paidAt;
  const months = saleEarning(terms)?.months ?? null;
  return months === null ? { anchorAt: start } : { anchorAt: start, endsAt: addMonths(start, months, programme.zone) };
}

function describe({ invoice, terms, rule, source, exchange, programme }: AccrueInput) {
  return {
    terms_version: terms.version,
    rule,
    source,
    invoice: invoice.externalId,
    currency: invoice.currency,
    ...(exchange && invoice.currency !== programme.currency ? { exchange } : {}),
    credit_applied_minor: invoice.creditAppliedMinor,
    lines: linesOf(invoice, terms.excluded_products ?? []),
  };
}

function linesOf(invoice: PaidInvoice, excluded: readonly string[]): Calculation['lines'] {
  return invoice.lines.map((line) => ({
    product: line.product ?? null,
    amount_minor: line.amountMinor,
    discount_minor: line.discountMinor,
    tax_minor: line.taxMinor,
    quantity: line.quantity ?? 1,
    earns: !excluded.includes(line.product ?? ''),
  }));
}

/** Suspicions, and a budget that this commission would overdraw. */
function holdsOf({ flags, terms }: AccrueInput, standing: Standing, gross: number): Hold[] {
  const budget = terms.budget_per_month_minor;
  return [
    ...(flags.length > 0 ? (['flagged'] as const) : []),
    ...(budget !== undefined && standing.budgetUsedMinor + gross > budget ? (['budget_spent'] as const) : []),
  ];
}

type Found = { base: Rational; hasRate: boolean; endsAt: Date | undefined } & Capped;

function refuse(input: AccrueInput, found: Found): Refusal | undefined {
  const { kind } = input.terms.commission;
  if (kind === 'per_lead') return 'pays_leads_only';
  if (kind === 'none') return 'pays_rewards_only';
  if (found.base.num === ZERO.num) return 'base_zero';
  if (!found.hasRate) return 'currency_without_rate';
  if (found.endsAt && input.invoice.paidAt >= found.endsAt) return 'after_last_month';
  if (found.refusal) return found.refusal;
  if (found.gross === 0) return 'rounds_to_nothing';
  return input.closedGate ? 'gate_closed' : undefined;
}
