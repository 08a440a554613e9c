/** How an assumption may vary: money and counts above 0, a share of 0 to 1, a power of 0 or more, or a relative change. */
export type Family = 'money' | 'count' | 'share' | 'power' | 'change';

/** What a scenario assumes. Money in minor units; each is drawn anew in every run. */
export const FAMILY = {
  /** Gross margin one customer brings in its life, without the programme. */
  ltv: 'money',
  /** Revenue of a new customer's first year. */
  acv: 'money',
  /** Gross margin of revenue. */
  margin: 'share',
  /** What winning a customer costs elsewhere. */
  cac: 'money',
  /** The part of that cost that a referred customer still causes: sales talks, set-up. */
  cac_share: 'share',
  /** What keeping a customer costs in a year. */
  care: 'money',
  /** Of the customers who could refer: asked in a year. */
  ask_rate: 'share',
  /** Of those asked: share with others. */
  share_rate: 'share',
  /** People one who shares reaches in a year. */
  reach: 'count',
  /** Of the people reached: become leads. */
  lead_rate: 'share',
  /** Of the leads: become paying customers. */
  convert_rate: 'share',
  /** How strongly sharing answers the reward: see rules/economics.ts. */
  elasticity: 'power',
  /** How strongly buying answers what the friend gets. */
  friend_elasticity: 'power',
  /** Churn of referred customers against others: -.18 is 18 % less. */
  churn_change: 'change',
  /** Of the customers won: would have come anyway. */
  cannibalised: 'share',
  /** Of the rewards: for customers or leads that are not real. */
  fraud: 'share',
} as const satisfies Record<string, Family>;
export type AssumptionKey = keyof typeof FAMILY;
export const ASSUMPTIONS = Object.keys(FAMILY) as AssumptionKey[];

export const SOURCES = ['own', 'prior', 'typed'] as const;

/** `sd` 0: taken as certain. `n`: how many facts of one's own it rests on. */
export type Assumption = { value: number; sd: number; source: (typeof SOURCES)[number]; n?: number | null };

export const REWARD_KINDS = [
  'none',
  'percent',
  'recurring',
  'flat',
  'per_lead',
  'company_credit',
  'free_months',
  'gift',
] as const;
export type OfferRewardKind = (typeof REWARD_KINDS)[number];

/** What who refers gets. Amounts in minor units, rates as shares. */
export type OfferReward =
  | { kind: 'none' }
  /** Of what the customer pays in its first months. */
  | { kind: 'percent'; rate: number; months: number }
  /** Of what the customer pays, as long as it pays. */
  | { kind: 'recurring'; rate: number }
  /** Once for a customer that pays. */
  | { kind: 'flat'; amount_minor: number }
  | { kind: 'per_lead'; amount_minor: number }
  /** Credit to the referring company, for each seat the new customer bought. */
  | { kind: 'company_credit'; per_seat_minor: number }
  /** For the referring company, which is taken to pay what a new customer pays. */
  | { kind: 'free_months'; months: number }
  | { kind: 'gift'; worth_minor: number };

/** What the new customer gets; with both the offer is two-sided. */
export type FriendReward =
  | { kind: 'none' }
  | { kind: 'discount'; rate: number; months: number }
  | { kind: 'free_months'; months: number }
  | { kind: 'gift'; worth_minor: number };

export type Offer = { reward: OfferReward; friend: FriendReward };

export type ScenarioInput = {
  currency: string;
  assumptions: Record<AssumptionKey, Assumption>;
  /** Customers (or partners) who could refer, in a year. */
  customers: number;
  /** Seats of a new customer. */
  seats: number;
  /** What running the programme costs in a year, whatever it brings. */
  fixed_cost_minor: number;
  /** The reward for a customer won at which the share rate was seen. */
  usual_reward_minor: number;
  /** LTV:CAC has to lie above it … */
  guard: number;
  /** … in so many of the runs. */
  confidence: number;
  offers: { a: Offer; b: Offer | null };
  seed: number;
};

export const DRAWS = 10_000;
/** Months after which a cost that has not come back is said not to. */
export const PAYBACK_MOST = 60;
/** Months a kept forecast looks ahead. */
export const FORECAST_MONTHS = 24;

/** Of the runs: a tenth lies below `p10`, a tenth above `p90`. Null: nothing is spent, so there is no ratio. */
export type Spread = { p10: number; p50: number; p90: number };
export type OpenSpread = { p10: number | null; p50: number | null; p90: number | null };

/** A key below `screens-scenarios:` and what stands in it; a parameter may itself be a sentence. */
export type Said = { key: string; params: Record<string, string | number | Said> };

/** `size` in the offer's own unit: a share, minor units or whole months. */
export type Largest =
  | { outcome: 'found'; size: number }
  /** Not even without a reward does the guard hold. */
  | { outcome: 'none' }
  /** The guard holds for every size that was tried, up to this one. */
  | { outcome: 'any'; size: number }
  /** The offer has no reward to size. */
  | { outcome: 'no_reward' };

/** `low` and `high`: the assumption's P10 and P90, everything else at its expected value; nets in minor units. */
export type Swing = { key: AssumptionKey; low: number; high: number; net_at_low: number; net_at_high: number };

export type Money = {
  margin: number;
  commission: number;
  rewards: number;
  discounts: number;
  retention: number;
  acquisition: number;
  fixed: number;
  net: number;
};

export type OfferResult = {
  /** Customers won in a year, with those who would have come anyway. */
  customers: Spread;
  /** Net contribution of a year's customers over their whole life. */
  net: Spread & { mean: number };
  ltv_cac: OpenSpread;
  /** Share of the runs in which the net is above 0. */
  profit: number;
  /** Share of the runs in which LTV:CAC lies above the guard. */
  guard_holds: number;
  /** Months until a cohort has paid back; null: not within PAYBACK_MOST. */
  payback: OpenSpread;
  paid_back: number;
  largest: Largest;
  /** Runs by their net, in bins of equal width from the lowest to the highest percent. */
  histogram: { from: number; to: number; runs: number }[];
  /** The assumption that moves the net most first. */
  tornado: Swing[];
  /** Every assumption at its expected value. */
  expected: Money;
  verdict: Said;
};

export type Played = {
  outcome: 'played';
  draws: number;
  a: OfferResult;
  b: OfferResult | null;
  /** B against A on the same draws. */
  difference: (Spread & { better: number; verdict: Said }) | null;
};
/** `field` as the caller names it: `assumptions.convert_rate.value`. */
export type Impossible = { outcome: 'impossible'; field: string; said: Said };
export type ScenarioResult = Played | Impossible;

/** By the month after the programme starts with these terms (1 is the first); amounts of that month alone. */
export type ForecastMonth = { month: number; customers: Spread; spend: Spread; net: Spread };

export type Scenario = {
  id: string;
  name: string;
  input: ScenarioInput;
  result: Played;
  created_by: string;
  created_at: Date;
  updated_by: string;
  updated_at: Date;
};

/** Terms made from a scenario's offer, waiting for somebody to put them into force, with the forecast they rest on. */
export type TermsDraft = {
  id: string;
  scenario_id: string | null;
  scenario_name: string;
  programme_id: string;
  offer: 'a' | 'b';
  terms: object;
  input: ScenarioInput;
  forecast: ForecastMonth[];
  created_by: string;
  created_at: Date;
  /** The version they became. */
  terms_id: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  state: 'open' | 'published' | 'discarded';
};
