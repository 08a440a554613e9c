import type { Minor } from '../../kernel/money.ts';

/** Where a commission is. `refused` and `reversed` are kept and shown, never deleted. */
export const COMMISSION_STATES = ['pending', 'held', 'available', 'paid', 'reversed', 'refused'] as const;
export type CommissionState = (typeof COMMISSION_STATES)[number];

/** Why a sale that was credited earns nothing. */
export const REFUSALS = ['after_last_month', 'base_zero', 'rounds_to_nothing', 'currency_without_rate'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** One line of a paid invoice, in minor units of the invoice's currency. */
export type InvoiceLine = {
  /** Before the discount and without tax (with tax when `taxInclusiveRate` says so). */
  amountMinor: Minor;
  discountMinor: Minor;
  /** Tax on top of the amount; 0 when `taxInclusiveRate` is given. */
  taxMinor: Minor;
  /** "21%": the tax is inside `amountMinor` and `discountMinor`. */
  taxInclusiveRate?: string;
  product?: string | null;
};

export type PaidInvoice = {
  id: string;
  externalId: string;
  currency: string;
  lines: readonly InvoiceLine[];
  /** Credit balance used on the invoice instead of cash. */
  creditAppliedMinor: Minor;
  paidAt: Date;
};

/** The terms version in force when the invoice was paid; spread the programme's parsed terms into it. */
export type TermsInForce = {
  id: string;
  version: number;
  commission: { kind: 'percent'; rate: string; months: number | null };
  hold_days: number;
  /** Products that earn nothing. */
  excluded_products?: readonly string[];
};

/** A credited invoice, everything the commission depends on. */
export type AccrueInput = {
  decisionId: string;
  /** The billing source of the invoice ("api", "stripe"). */
  source: string;
  programmeId: string;
  partnerId: string;
  accountId: string;
  /** What earns, part of the dedupe key: one commission per source, invoice, partner and rule. */
  rule: string;
  invoice: PaidInvoice;
  programme: { zone: string; currency: string };
  terms: TermsInForce;
  /** When the episode's first invoice with a base above 0 was paid; undefined when this may be it. */
  anchorAt?: Date | undefined;
  /** Suspicions found by the attribution: any of them holds the commission. */
  flags: readonly string[];
};

/** A refund of an invoice. */
export type ReverseInput = {
  conversionEventId: string;
  invoiceId: string;
  /** Everything refunded on this invoice so far, this refund included, tax included, in the invoice's currency. */
  refundedTotalMinor: Minor;
  at: Date;
  /** A reason code of `reasons-money`: "refund". */
  reason: string;
};

/** A commission as it is stored. Amounts in minor units of `currency`; net = gross − reversed. */
export type Commission = {
  id: string;
  programmeId: string;
  partnerId: string;
  accountId: string;
  invoiceId: string;
  decisionId: string;
  currency: string;
  baseMinor: Minor;
  grossMinor: Minor;
  reversedMinor: Minor;
  state: CommissionState;
  reason: string;
  flags: string[];
  earnedAt: Date;
  availableAt: Date;
};

/** What one refund took from one commission. */
export type Reversal = { commissionId: string; amountMinor: Minor; wasPaid: boolean };

/** One commission per billing source, invoice, partner and rule, for ever. */
export function dedupeKey(
  input: Pick<AccrueInput, 'source' | 'partnerId' | 'rule'>,
  invoiceExternalId: string,
): string {
  return JSON.stringify([input.source, invoiceExternalId, input.partnerId, input.rule]);
}
