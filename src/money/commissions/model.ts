import type { Minor } from '../../kernel/money.ts';
import type { IsoDate } from '../../kernel/time.ts';
import type { Earning, Terms, Vesting } from '../../partners/programmes/model.ts';

/** Where a commission is. `refused` and `reversed` are kept and shown, never deleted. */
export const COMMISSION_STATES = ['pending', 'held', 'available', 'paid', 'reversed', 'refused'] as const;
export type CommissionState = (typeof COMMISSION_STATES)[number];

/** Why a sale that was credited earns nothing. */
export const REFUSALS = [
  'after_last_month',
  'base_zero',
  'rounds_to_nothing',
  'currency_without_rate',
  'sale_cap_zero',
  'month_cap_reached',
  'year_cap_reached',
  'sales_cap_reached',
  'pays_leads_only',
  'pays_rewards_only',
  'gate_closed',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why a commission is held, the strongest first: it goes on when none is left. */
export const HOLDS = ['disputed', 'flagged', 'held_by_hand', 'budget_spent'] as const;
export type Hold = (typeof HOLDS)[number];

export const COMMISSION_RULES = ['sale', 'tier_top_up', 'sub_partner', 'bounty', 'lead'] as const;
export type CommissionRule = (typeof COMMISSION_RULES)[number];

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
  /** Seats; 1 when nobody said. */
  quantity?: number;
};

/** One unit of the invoice's currency is `rate` (÷ `per`) units of the programme's: exact decimals. */
export type Exchange = { rate: string; per?: string; source: string; on: IsoDate };

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

/** What the partner did before in the periods the terms look at; minor units of the commission's currency. */
export type Standing = {
  /** Base or number of sales in the period of the tiers, or customers who pay now. */
  tierSoFar: number;
  monthNetMinor: Minor;
  yearNetMinor: Minor;
  /** Sales in the period of `cap_sales`. */
  salesSoFar: number;
  /** What the month's budget has paid for, all partners together. */
  budgetUsedMinor: Minor;
};

export const NOTHING_YET: Standing = {
  tierSoFar: 0,
  monthNetMinor: 0,
  yearNetMinor: 0,
  salesSoFar: 0,
  budgetUsedMinor: 0,
};

/** Who recruited a partner, and whether it may earn. */
export type Recruiter = { partnerId: string; mayEarn: boolean };

/** A credited invoice, everything the commission depends on. */
export type AccrueInput = {
  decisionId: string;
  /** The billing source of the invoice ("api", "stripe"). */
  source: string;
  programmeId: string;
  partnerId: string;
  accountId: string;
  /** What earns, part of the dedupe key: one commission per source, invoice, partner and rule. */
  rule: CommissionRule;
  invoice: PaidInvoice;
  programme: { zone: string; currency: string };
  terms: TermsInForce;
  /** When the episode's first invoice with a base above 0 was paid; undefined when this may be it. */
  anchorAt?: Date | undefined;
  /** Suspicions found by the attribution: any of them holds the commission. */
  flags: readonly string[];
  /** What this partner earns in place of every rate of the terms. */
  override?: Earning | undefined;
  /** For an invoice in another currency than the programme's. */
  exchange?: Exchange | undefined;
  /** The gate that keeps the partner from earning now. */
  closedGate?: { gate: string; params: Record<string, unknown> } | undefined;
};

/** A referral that reached the stage the programme pays for. */
export type LeadInput = {
  referral_id: string;
  programme_id: string;
  partner_id: string;
  account_id: string | null;
  stage: string;
  at: Date;
  closedGate?: AccrueInput['closedGate'];
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

/** One rate or amount on one part of the base; tiers and products make several. */
export type CalculationPart = {
  of_minor: Minor;
  rate?: string;
  /** A flat amount, or one for each of `seats`. */
  amount_minor?: Minor;
  seats?: number;
  product?: string;
};

/** How a commission came about, stored whole. `*_minor` in minor units of `currency`. */
export type Calculation = {
  terms_version: number;
  rule: string;
  source: string;
  invoice: string;
  /** Of the invoice; the commission's own is in the commission. */
  currency: string;
  exchange?: Exchange;
  lines: {
    product: string | null;
    amount_minor: Minor;
    discount_minor: Minor;
    tax_minor: Minor;
    quantity: number;
    earns: boolean;
  }[];
  credit_applied_minor: Minor;
  /** The base as an exact fraction of minor units of the commission's currency, "4900/1". */
  base_exact: string;
  base_minor: Minor;
  /** What was paid in cash for the whole invoice, with tax, in the invoice's currency. */
  cash_minor: Minor;
  parts: CalculationPart[];
  cap: 'sale' | 'month' | 'year' | null;
  /** Of the whole sale, before it is shared or paid in parts. */
  gross_minor: Minor;
  /** What this commission is of the whole: its share, its tranche. */
  share?: { of_minor: Minor; weight?: string; day?: number };
  /** What it would have been; it was refused. */
  would_be_minor?: Minor;
  /** The part of the base the tiers rate, exact, and the rate they gave: what a later step tops up. */
  tier?: { of_exact: string; rate: string; from: number };
  /** What a commission beside the sale's is for. */
  of?: { partner_id?: string; rate?: string; commission_id?: string; stage?: string };
  anchor_at: string;
  /** From here on the account's invoices earn nothing; null: never. */
  ends_at: string | null;
};

/** What the customer must still be when the day comes. */
export type VestingCondition = { day: number; needs_healthy: Vesting['needs_healthy'] };

/** A commission as it is stored. Amounts in minor units of `currency`; net = gross − reversed. */
export type Commission = {
  id: string;
  programmeId: string;
  partnerId: string;
  /** The partner the sale was credited to, when another one shares in it. */
  creditedPartnerId: string;
  rule: CommissionRule;
  part: number;
  accountId: string | null;
  invoiceId: string | null;
  decisionId: string | null;
  referralId: string | null;
  currency: string;
  baseMinor: Minor;
  grossMinor: Minor;
  reversedMinor: Minor;
  state: CommissionState;
  reason: string;
  reasonParams: Record<string, unknown>;
  calculation: Calculation;
  flags: string[];
  holds: Hold[];
  vesting: VestingCondition | null;
  pinned: boolean;
  earnedAt: Date;
  availableAt: Date;
  paidAt: Date | null;
};

/** What one refund took from one commission. */
export type Reversal = { commissionId: string; amountMinor: Minor; wasPaid: boolean };

/** A commission about to be written: one share or tranche of what was earned. */
export type Row = {
  rule: CommissionRule;
  /** Beside rule and partner, what makes it one: a step of tiers, who was recruited. */
  key: string;
  part: number;
  partnerId: string;
  /** Only the first part of a sale carries its base. */
  baseMinor: Minor;
  grossMinor: Minor;
  availableAt: Date;
  vesting: VestingCondition | null;
  refusal?: { reason: string; params: Record<string, unknown> };
  calculation: Calculation;
};

/** One commission per billing source, invoice, partner and rule, for ever. */
export function dedupeKey(
  sale: { source: string; invoice: { externalId: string } },
  row: Pick<Row, 'rule' | 'key' | 'part' | 'partnerId'>,
): string {
  return JSON.stringify([sale.source, sale.invoice.externalId, row.partnerId, row.rule, row.key, row.part]);
}
