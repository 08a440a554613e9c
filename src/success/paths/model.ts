import type { IsoDate } from '../../kernel/time.ts';

/**
 * Something an account did, by the first day it was done: `use:3:reports` (used the feature on 3 days or more),
 * `survey:nps` (answered one), `ticket` (opened one), `seats` (added seats).
 */
export type Action = string;

/** How often a feature must be used, in days, to be an action of its own. */
export const USE_TIMES = [1, 3, 7] as const;
export const TICKET: Action = 'ticket';
export const SEATS: Action = 'seats';

export function useAction(feature: string, times: number): Action {
  return `use:${times}:${feature}`;
}

export type ReadAction =
  | { kind: 'use'; feature: string; times: number }
  | { kind: 'survey'; survey: string }
  | { kind: 'ticket' | 'seats' };

/** What an action says; undefined when it says nothing we know. */
export function readAction(action: Action): ReadAction | undefined {
  const use = /^use:(\d{1,3}):(.+)$/s.exec(action);
  if (use) return { kind: 'use', times: Number(use[1]), feature: use[2] as string };
  const survey = /^survey:([a-z_]+)$/.exec(action);
  if (survey) return { kind: 'survey', survey: survey[1] as string };
  if (action === 'ticket' || action === 'seats') return { kind: action };
  return undefined;
}

/** An action and the day it was first done, counted from the account's first day (0). */
export type Done = { action: Action; day: number };

/** An account that was still a customer at the landmark day and whose success was decided after it. */
export type PathCase = {
  account_id: string;
  succeeded: boolean;
  /** Plan and size: accounts are compared with those alike. */
  stratum: string;
  /** Days of use before the landmark. */
  active_days: number;
  done: Done[];
};

/** Use counts 28 days back from a reading that is up to a month older than the day of the outcome: the landmark lies before. */
export const OUTCOME_LOOKS_BACK = 59;

export type SearchParameters = {
  /** Only what was done before this day counts, and only accounts that were still customers on it. */
  landmark_day: number;
  /** A step is at most so many days after the one before. */
  gap_days: number;
  seed: number;
};

export type Estimate = { value: number; low: number; high: number };

/** How accounts that did all steps in order differ from those that did not. */
export type FoundPath = {
  steps: Action[];
  n_with: number;
  succeeded_with: number;
  n_without: number;
  succeeded_without: number;
  difference: Estimate;
  /** Share of successes with ÷ without; null where nobody without succeeds. */
  lift: number | null;
  p: number;
  q: number;
  /** Odds ratio among accounts alike in plan and size; null where it cannot be told. */
  adjusted_odds: Estimate | null;
  /** Says something of its own, and was seen again among the accounts kept apart. */
  confirmed: boolean;
  /** The same among accounts that were about equally active as well; null where it cannot be told. */
  equally_active: { odds: Estimate | null; p: number } | null;
  /** Holds among equally active accounts, so that it is not merely "uses it more". */
  beyond_activity: boolean;
  /** Says nothing of its own: a step could be left out, or another path that was found says it already. */
  redundant: boolean;
};

/** One stage of a flow: so many did the steps up to here, in order; the others of the stage before stopped. */
export type FlowStage = {
  action: Action;
  reached: number;
  succeeded: number;
  stopped: number;
  stopped_succeeded: number;
  /** By this day three quarters of those who succeeded had done it. */
  due_day: number;
};

export const SEARCH_OUTCOMES = [
  'found',
  'nothing_found',
  'no_customers',
  'too_few',
  'nobody_succeeded',
  'everybody_succeeded',
  'no_actions',
  'landmark_too_late',
] as const;
export type SearchOutcome = (typeof SEARCH_OUTCOMES)[number];

/** What a search came to. All but `found` leave `best` empty. */
export type PathFindings = {
  outcome: SearchOutcome;
  accounts: number;
  succeeded: number;
  kept_apart: number;
  needed: number;
  actions: number;
  tested: number;
  /** More patterns than were looked at. */
  incomplete: boolean;
  paths: FoundPath[];
  best: { path: FoundPath; flow: FlowStage[] } | null;
};

/** What was read before the search, kept with its findings. */
export type SearchBasis = {
  data_until: IsoDate;
  data_hash: string;
  outcome_day: number | null;
  /** Customers whose success is not decided yet or who were left out of it, and those gone before the landmark. */
  undecided: number;
  gone_before_landmark: number;
  /** Customers who came before use was recorded: nobody knows what they did first. */
  before_records: number;
};
export type SearchResult = { basis: SearchBasis; findings: PathFindings };

export type FollowedStep = { action: Action; due_day: number };
export type FollowedPath = {
  version: number;
  name: string;
  steps: FollowedStep[];
  landmark_day: number;
  search_id: string | null;
  note: string;
  is_active: boolean;
  chosen_by: string;
  chosen_at: Date;
};

/** done: every step; on_track: all that are due; behind: a due step is missing; missed: the landmark is over. */
export const STANDINGS = ['done', 'on_track', 'behind', 'missed'] as const;
export type Standing = (typeof STANDINGS)[number];

export type AccountStanding = {
  account_id: string;
  standing: Standing;
  started_on: IsoDate;
  /** In the order of the path: when the step was first done; null while it is not. */
  steps: (IsoDate | null)[];
  done_count: number;
};
