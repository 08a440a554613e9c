/** Times somebody was a customer, alike in contract term (months), whole months watched and month of leaving (null: still here). */
export type Stays = { term: number; watched: number; lost: number | null; stays: number };

/** What those of one term who pay today pay a month, in minor units of the reporting currency. */
export type Revenue = { term: number; accounts: number; meanMinor: number; deviationMinor: number };

/** The customers to project, and all customers, of whom a small group borrows what it cannot know itself. */
export type ProjectionInput = {
  own: readonly Stays[];
  all: readonly Stays[];
  revenue: readonly Revenue[];
  marginBps: number;
  /** Basis points a year: 1000 makes a payment in a year worth ÷ 1.1 today. */
  discountBps: number;
};

export type Range = { value: number; low: number; high: number };

/** The share still here after `months` as observed (Kaplan-Meier with its 95 % band) and as the model has it. */
export type SurvivalCheck = { months: number; observed: number; low: number; high: number; projected: number };

export const TOO_EARLY = [
  'too_few_stays',
  'no_renewal_yet',
  'nobody_lost_yet',
  'nobody_pays',
  'nobody_bought_again',
  'no_fit',
] as const;
export type TooEarly = (typeof TOO_EARLY)[number];

export type Projection =
  | {
      outcome: 'projected';
      stays: number;
      lost: number;
      /** Discounted gross margin of a new customer in minor units, with its 80 % interval. */
      valueMinor: Range;
      /** Years a new customer stays within the horizon, not discounted. */
      years: Range;
      check: SurvivalCheck | null;
    }
  | { outcome: 'too_early'; reason: TooEarly; stays: number; lost: number };

/** Nobody knows more: what a customer might pay after ten years counts nothing. */
export const HORIZON_MONTHS = 120;
export const CONFIDENCE = 0.8;
export const LEAST_STAYS = 10;
