import type { Minor } from '../../kernel/money.ts';
import type { Terms } from '../../partners/programmes/model.ts';

/** Where a commission is. `refused` and `reversed` are kept and shown, never deleted. */
export const COMMISSION_STATES = ['pending', 'held', 'available', 'paid', 'reversed', 'refused'] as const;
export type CommissionState = (typeof COMMISSION_STATES)[number];

/** Why a sale that was credited earns nothing. */
export const REFUSALS = [
  'after_last_month',
  'base_zero',
  'rounds_to_nothing',
  'currency_without_rate',
  'month_cap_reached',
] as const;
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

/** The terms version in force when the invoice was paid: `{ id, version, ...version.terms }`. */
export type TermsInForce = Pick<
  Terms,
  | 'commission'
  | 'renewal'
  | 'products'
  | 'tiers'
  | 'cap_per_sale_minor'
  | 'cap_per_month_minor'
  | 'cap_per_year_minor'
  | 'cap_sales'
  | 'budget_per_month_minor'
  | 'excluded_products'
  | 'split'
  | 'sub_partner_rate'
  | 'vesting'
  | 'bounty'
  | 'hold_days'
> & { id: string; version: number };

/** What the partner already earned in the invoice's calendar month of the programme's zone. */
export type MonthSoFar = { baseMinor: Minor; netMinor: Minor };

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

/** One rate on one part of the base; tiers make several. */
export type CalculationPart = { rate: string; of_minor: Minor };

/** How a commission came about, stored whole. `*_minor` in minor units of `currency`. */
export type Calculation = {
  terms_version: number;
  rule: string;
  source: string;
  invoice: string;
  currency: string;
  lines: { product: string | null; amount_minor: Minor; discount_minor: Minor; tax_minor: Minor; earns: boolean }[];
  credit_applied_minor: Minor;
  /** The base as an exact fraction of minor units, "4900/1". */
  base_exact: string;
  base_minor: Minor;
  /** What was paid in cash for the whole invoice, with tax. */
  cash_minor: Minor;
  parts: CalculationPart[];
  cap: 'sale' | 'month' | null;
  gross_minor: Minor;
  anchor_at: string;
  /** From here on the account's invoices earn nothing; null: never. */
  ends_at: string | null;
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
  reasonParams: Record<string, unknown>;
  calculation: Calculation;
  flags: string[];
  earnedAt: Date;
  availableAt: Date;
  paidAt: Date | null;
};

/** What one refund took from one commission. */
export type Reversal = { commissionId: string; amountMinor: Minor; wasPaid: boolean };

/** One commission per billing source, invoice, partner and rule, for ever. */
export function dedupeKey(input: Pick<AccrueInput, 'source' | 'partnerId' | 'rule' | 'invoice'>): string {
  return JSON.stringify([input.source, input.invoice.externalId, input.partnerId, input.rule]);
}
