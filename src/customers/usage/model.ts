import type { IsoDate } from '../../kernel/time.ts';

/** One use of a feature by an account. */
export type UsageRow = {
  account_id: string;
  /** The event's id at its source: unique within the account. */
  id: string;
  /** An instant, as text or in epoch milliseconds. */
  occurred_at: Date | string | number;
  subscription_external_id?: string | null;
  person_external_id?: string | null;
  feature: string;
  quantity?: number;
  duration_s?: number | null;
  error_count?: number | null;
};

/**
 * What came live: between which instants (epoch milliseconds; none when the last lies before the first), and the rows of
 * each account, in order of the accounts, made when they are asked for.
 */
export type LiveUsage = { first: number; last: number; own: Iterable<readonly UsageRow[]> };

export type UsageDay = {
  account_id: string;
  on_date: IsoDate;
  feature: string;
  events: number;
  quantity: number;
  duration_s: number;
  errors: number;
};
/** The span of days in which an account was used, and how often. */
export type UsageSpan = { account_id: string; first_on: IsoDate; last_on: IsoDate; events: number };

/** An instant in epoch milliseconds. */
export function msOf(instant: Date | string | number): number {
  return typeof instant === 'number' ? instant : new Date(instant).getTime();
}
