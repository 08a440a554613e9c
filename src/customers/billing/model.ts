import type { Minor } from '../../kernel/money.ts';
import type { IsoDate } from '../../kernel/time.ts';

export const INTERVALS = ['day', 'week', 'month', 'quarter', 'half_year', 'year'] as const;
export type Interval = (typeof INTERVALS)[number];

export const SUBSCRIPTION_STATUSES = ['trial', 'active', 'paused', 'ended'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

/** How a credit note was settled: money went back, it stays as a balance, or it lowers what is still to pay. */
export const SETTLED_BY = ['refund', 'balance', 'reduction'] as const;
export type SettledBy = (typeof SETTLED_BY)[number];

/** What a subscription was from an instant on, as somebody said. `mrr_minor`: a month's share in minor units. */
export type SubscriptionState = {
  source: string;
  subscription_external_id: string;
  event_id: string;
  account_id: string;
  at: Date;
  rank: number;
  status: SubscriptionStatus;
  plan: string | null;
  seats: number | null;
  billing_interval: Interval;
  interval_count: number;
  currency: string;
  mrr_minor: Minor;
  started_at: Date;
  ended_at: Date | null;
};

/** A stretch of time in which nothing about a subscription changed; `ended_on` is the first day after it. */
export type Span = Pick<
  SubscriptionState,
  'plan' | 'seats' | 'billing_interval' | 'interval_count' | 'currency' | 'mrr_minor'
> & { is_trial: boolean; started_on: IsoDate; ended_on: IsoDate | null };
