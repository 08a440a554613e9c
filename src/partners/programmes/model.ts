import type { Minor } from '../../kernel/money.ts';
import type { Gate } from '../gates/model.ts';

/** The templates one can start from; their content is in rules/templates.ts. */
export const TEMPLATE_KEYS = [
  'customer_referral',
  'product_invite',
  'affiliate',
  'solutions_partner',
  'certified_partner',
  'private_advocates',
  'reviews',
  'pay_per_lead',
  'newsletter',
  'performance_network',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

export type ProgrammeState = 'draft' | 'live' | 'paused' | 'closed';

/** What a sale pays. Rates are exact decimal strings with %, amounts minor units of the programme's currency. */
export type Earning =
  | { kind: 'percent'; rate: string }
  /** For each paid invoice with a base above 0. */
  | { kind: 'flat'; amount_minor: Minor }
  /** Times the quantity of the earning lines. */
  | { kind: 'per_seat'; amount_minor: Minor };

export const LEAD_STAGES = ['accepted', 'qualified', 'meeting', 'won'] as const;
export type LeadStage = (typeof LEAD_STAGES)[number];

/** Who reads it switches on `kind`. `months`: calendar months from the first paid invoice; null: as long as it pays. */
export type CommissionTerms =
  | (Earning & { months: number | null })
  | { kind: 'per_lead'; amount_minor: Minor; stage: LeadStage }
  /** The programme gives rewards only. */
  | { kind: 'none' };

export const TIER_BASES = ['revenue', 'sales', 'active_customers'] as const;
export const PERIODS = ['month', 'year', 'ever'] as const;
/** A calendar month or year in the programme's zone, or everything so far. */
export type Period = (typeof PERIODS)[number];

/**
 * Rates by what the partner brought in the period. Marginal: each step applies to what lies above its `from`;
 * retroactive: the step reached applies to the whole period, earlier sales are topped up. `active_customers` looks at
 * the customers who pay at the moment of the sale, so it falls as well as rises.
 */
export type Tiers = {
  basis: (typeof TIER_BASES)[number];
  period: Period;
  mode: 'marginal' | 'retroactive';
  /** Ascending, the first from 0: minor units, sales or customers. */
  steps: { from: number; rate: string }[];
};

/** Paid in parts as the customer passes days since its first payment; shares sum to 100%. */
export type Vesting = { tranches: { day: number; share: string }[]; needs_healthy: boolean };

/** Paid once when the customer passes the day and still pays. */
export type Bounty = { day: number; amount_minor: Minor; needs_healthy: boolean };

/** Anything a referral gives that is not cash. */
export const REWARD_KINDS = [
  'company_credit',
  'free_months',
  'discount',
  'feature_unlock',
  'gift',
  'gift_card',
  'donation',
] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

export const REWARD_TRIGGERS = ['signup', 'first_payment', 'qualified_lead', 'milestone', 'review'] as const;
export type RewardTrigger = (typeof REWARD_TRIGGERS)[number];

/** The one who referred, their company, or the customer they brought. */
export const REWARD_RECEIVERS = ['referrer', 'company', 'friend'] as const;
export type RewardReceiver = (typeof REWARD_RECEIVERS)[number];

/** What is given. Amounts in minor units of the programme's currency. */
export type RewardGift =
  /** Off the next annual invoice for each seat the referred customer bought, up to `most` ("100%") of that invoice. */
  | { kind: 'company_credit'; per_seat_minor: Minor; most: string }
  /** For each referral, at most `per_year` months granted in a calendar year of the programme's zone. */
  | { kind: 'free_months'; months: number; per_year: number }
  /** `months`: of billing it applies to; null: for good. */
  | { kind: 'discount'; percent: string; months: number | null }
  /** `days` null: for good. */
  | { kind: 'feature_unlock'; feature: string; days: number | null }
  /** From the catalogue of gifts, worth at most this much. */
  | { kind: 'gift'; worth_minor: Minor }
  | { kind: 'gift_card'; brand: string; amount_minor: Minor }
  | { kind: 'donation'; charity: string; amount_minor: Minor };

/** One reward of the terms. Several may follow from one event: each is promised, capped and delivered by itself. */
export type RewardTerms = {
  /** Its name within the terms, a part of what makes a promise unique: "friend-discount". */
  key: string;
  on: RewardTrigger;
  to: RewardReceiver;
  /** The milestone: so many referred customers who paid. */
  count?: number;
  /** Grants of this reward one receiver gets in a calendar year of the programme's zone; absent: any number. */
  cap_per_year?: number;
  /** Days between earning and sending; absent: the terms' hold_days. */
  hold_days?: number;
  /** Days from ready until it should be delivered; absent: the usual for its kind. */
  target_days?: number;
  /** What it counts for in the receiver's taxes; absent: worked out from what is given. */
  tax_value_minor?: Minor;
  give: RewardGift;
};

/** One version of what a programme promises. Stored whole, never edited. */
export type Terms = {
  commission: CommissionTerms;
  /** Invoices after the account's first; absent: the same. */
  renewal?: Earning;
  products?: { product: string; earning: Earning }[];
  tiers?: Tiers;
  cap_per_sale_minor?: Minor;
  cap_per_month_minor?: Minor;
  cap_per_year_minor?: Minor;
  /** So many sales of one partner earn. */
  cap_sales?: { most: number; per: Period };
  /** Of the whole programme; once spent, new commissions are held. */
  budget_per_month_minor?: Minor;
  /** Lines of these products earn nothing. */
  excluded_products?: string[];
  /** Every commission is shared by these partners: largest remainder, ties to the one named first. */
  split?: { partner_id: string; weight: number }[];
  /** On top, to the partner who recruited the one that earned: this part of the commission. */
  sub_partner_rate?: string;
  vesting?: Vesting;
  bounty?: Bounty;
  /** When money goes out; absent: by hand. `day`: of the month (1-28) or of the week (1 Monday - 7). */
  payout?: { every: 'month' | 'week' | 'demand'; day: number };
  rewards?: RewardTerms[];
  /** Days between earning and being payable: refunds come back in this time. */
  hold_days: number;
  minimum_payout_minor: Minor;
  /** When money goes out, in words partners read: "the first working day of each month". */
  payout_schedule: string;
  /** What the friend gets, in words; empty: nothing. */
  friend_offer: string;
};

/** Where a programme starts when nothing else is said. */
export const DEFAULT_TERMS: Terms = {
  commission: { kind: 'percent', rate: '20%', months: 12 },
  hold_days: 30,
  minimum_payout_minor: 5000,
  payout: { every: 'month', day: 1 },
  payout_schedule: 'the first working day of each month',
  friend_offer: '',
};

/** Earnings of the terms that invoices bring; undefined for a programme that pays leads or rewards only. */
export function saleEarning(terms: Pick<Terms, 'commission'>): (Earning & { months: number | null }) | undefined {
  const { commission } = terms;
  return commission.kind === 'per_lead' || commission.kind === 'none' ? undefined : commission;
}

/** Who is credited. `window_days` are exact spans of 86,400 s. */
export type AttributionPolicy = {
  window_days: number;
  model: 'last_click' | 'first_click';
  coupon_over_click: boolean;
  /** An account that paid again within this many days after its last paid period stays with its partner. */
  lapse_days: number;
  /** A binding that never led to a payment ends after this many days. */
  unpaid_binding_days: number;
  /** Whom customers name when asked how they heard about us may be credited. Absent: yes. */
  self_reported?: boolean | undefined;
};

export const VISIBILITIES = ['public', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export type Programme = {
  id: string;
  slug: string;
  name: string;
  template: string;
  state: ProgrammeState;
  currency: string;
  zone: string;
  attribution: AttributionPolicy;
  /** Who it is for, in words. */
  audience: string;
  /** A private one is seen only by who is in it. */
  visibility: Visibility;
  gates: Gate[];
  created_at: Date;
  updated_at: Date;
};

/** One of the programme's public pages: each speaks to one audience in one language. */
export type ProgrammePage = {
  id: string;
  programme_id: string;
  slug: string;
  language: string;
  state: 'published' | 'hidden';
  audience: string;
  headline: string;
  /** Paragraphs, with an empty line between them. */
  offer: string;
  created_at: Date;
  updated_at: Date;
};

export type TermsVersion = {
  id: string;
  programme_id: string;
  version: number;
  effective_at: Date;
  terms: Terms;
  /** From its start on nobody earns who has not accepted it, or a later one. */
  needs_acceptance: boolean;
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
