import type { IsoDate } from '../../kernel/time.ts';

export type FirehoseName = 'usage' | 'clicks';

/**
 * A table whose volume has no ceiling, and its days. `by`: what both are distributed by in a cluster, always part of
 * their keys and never updated.
 */
export type Firehose = { events: string; daily: string; by: string };

export const FIREHOSES: Record<FirehoseName, Firehose> = {
  usage: { events: 'usage_events', daily: 'usage_daily', by: 'account_id' },
  clicks: { events: 'clicks', daily: 'clicks_daily', by: 'link_id' },
};

export const FIREHOSE_NAMES = Object.keys(FIREHOSES) as FirehoseName[];

/** What is kept of a firehose; see migration 0027. `months_kept` null: everything. */
export type Retention = {
  firehose: FirehoseName;
  months_kept: number | null;
  whole_from: IsoDate | null;
  closed_before: IsoDate | null;
};

/** What the days of a firehose say, to be compared: the same print is the same days. */
export type DaysPrint = { days: number; print: string };

/** `same`: the rebuilt days say what the ones before said. */
export type Rebuilt = { days: number; same: boolean };

/** `2026-11`, in UTC. */
export type Month = string;

export function monthOf(instant: Date | string): Month {
  // Most instants are text in UTC, of which the month is the beginning: parsing a million of them would cost a second.
  if (typeof instant === 'string' && instant[4] === '-' && (instant.length === 10 || instant.endsWith('Z')))
    return instant.slice(0, 7);
  return new Date(instant).toISOString().slice(0, 7);
}

/** The month `by` months later. */
export function shiftMonth(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

const YEARS_BACK = 10;
const MONTHS_AHEAD = 2;

/** Whether a month gets a table of its own: a mistyped date must not make one for every month since the year 0. */
export function hasOwnTable(month: Month, now: Date): boolean {
  const present = now.toISOString().slice(0, 7);
  return month >= shiftMonth(present, -12 * YEARS_BACK) && month <= shiftMonth(present, MONTHS_AHEAD);
}

/** The months to come whose tables are made ahead, with the present one. */
export function monthsAhead(now: Date): Month[] {
  return Array.from({ length: MONTHS_AHEAD + 1 }, (_, ahead) => shiftMonth(now.toISOString().slice(0, 7), ahead));
}
