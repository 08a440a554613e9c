import type { Range, Revenue, Stays } from '../../success/lifetime/model.ts';

/** What is known of the customers somebody brought: a partner, or a programme. Minor units of the reporting currency. */
export type BroughtFacts = {
  id: string;
  customers: number;
  stays: Stays[];
  revenue: Revenue[];
  /** By year of stay (the third holds all later ones): paid before refunds, given back, and commissions on it. */
  years: { grossMinor: number; refundedMinor: number; commissionMinor: number }[];
  rewardsMinor: number;
  discountsMinor: number;
  /** Amounts in a currency without a rate. */
  unpriced: number;
  /** Months in which a sale earns by the terms; null: as long as it pays. */
  termsMonths: number | null;
  /** What keeping these customers costs, each for a month; null: no cost is entered. */
  careMonthMinor: number | null;
};

/** What holds for all: what is earned on a payment, and what partners cost beside what they are paid. */
export type Economics = {
  marginBps: number | null;
  discountBps: number;
  /** Cost of the partner channel for each customer partners won; null: not entered. */
  fixedMinor: number | null;
  guard: number;
};

export const QUALITY_OUTCOMES = [
  'judged',
  'too_few_customers',
  'no_renewal_cycle',
  'nobody_lost_yet',
  'nobody_pays',
  'margin_not_set',
  'amount_without_rate',
  'no_costs',
] as const;
export type QualityOutcome = (typeof QUALITY_OUTCOMES)[number];
export const RECOMMENDATIONS = ['keep', 'watch', 'drop', 'too_early'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** Of one customer over ten years, expected and discounted; whole minor units. `net` is what is left of the margin. */
export type PerCustomer = {
  margin: number;
  commission: number;
  rewards: number;
  discounts: number;
  retention: number;
  fixed: number;
  net: number;
};

/** What the facts of a group come to. Null: cannot be told, `outcome` says why. */
export type Worth = {
  id: string;
  outcome: QualityOutcome;
  /** Margin ÷ (commissions + rewards + discounts + share of fixed cost), with its 80 % interval. */
  ratio: Range | null;
  monthsStayed: Range | null;
  othersStay: number | null;
  perCustomer: PerCustomer | null;
  /** Of all customers brought so far. */
  netMinor: Range | null;
  breakEvenMonth: number | null;
};
