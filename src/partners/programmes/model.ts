import type { Minor } from '../../kernel/money.ts';

/** The templates one can start from; their content is in rules.ts. */
export const TEMPLATE_KEYS = ['customer_referral'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

export type ProgrammeState = 'draft' | 'live' | 'paused' | 'closed';

/** What a sale pays the partner. Kinds are added here, one shape each; whoever reads them switches on `kind`. */
export type CommissionTerms = {
  kind: 'percent';
  /** A decimal string with %, "20%"; exact. */
  rate: string;
  /** Calendar months from the first paid invoice during which an account earns; null: as long as it pays. */
  months: number | null;
};

/** One version of what a programme promises. Stored whole, never edited. */
export type Terms = {
  commission: CommissionTerms;
  /** Marginal rates on the month's base of one partner; `from_minor` ascending from 0. */
  tiers?: { from_minor: Minor; rate: string }[];
  cap_per_sale_minor?: Minor;
  cap_per_month_minor?: Minor;
  /** Lines of these products earn nothing. */
  excluded_products?: string[];
  /** Days between earning and being payable: refunds come back in this time. */
  hold_days: number;
  minimum_payout_minor: Minor;
  /** When money goes out, in words partners read: "the first working day of each month". */
  payout_schedule: string;
  /** What the friend gets, in words; empty: nothing. */
  friend_offer: string;
};

/** Who is credited. `window_days` are exact spans of 86,400 s. */
export type AttributionPolicy = {
  window_days: number;
  model: 'last_click' | 'first_click';
  coupon_over_click: boolean;
  /** An account that paid again within this many days after its last paid period stays with its partner. */
  lapse_days: number;
  /** A binding that never led to a payment ends after this many days. */
  unpaid_binding_days: number;
};

export type Programme = {
  id: string;
  slug: string;
  name: string;
  template: string;
  state: ProgrammeState;
  currency: string;
  zone: string;
  attribution: AttributionPolicy;
  created_at: Date;
  updated_at: Date;
};

export type TermsVersion = {
  id: string;
  programme_id: string;
  version: number;
  effective_at: Date;
  terms: Terms;
  created_by: string;
  created_at: Date;
};

export const DEFAULT_ATTRIBUTION: AttributionPolicy = {
  window_days: 30,
  model: 'last_click',
  coupon_over_click: true,
  lapse_days: 180,
  unpaid_binding_days: 365,
};

/** The version in force at an instant: the newest that has taken effect. Undefined before the first. */
export function termsAt<T extends Pick<TermsVersion, 'version' | 'effective_at'>>(
  versions: readonly T[],
  at: Date,
): T | undefined {
  const inForce = versions.filter((version) => version.effective_at <= at);
  return inForce.sort((a, b) => b.effective_at.getTime() - a.effective_at.getTime() || b.version - a.version)[0];
}
