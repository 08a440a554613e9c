import type { IsoDate } from '../../kernel/time.ts';

/** What may be asked of an account as of a day; all but the first two have a threshold. */
export const CONDITIONS = ['paid', 'retained', 'health', 'usage', 'active_days', 'features', 'seats', 'nps'] as const;
export type ConditionKey = (typeof CONDITIONS)[number];

/** What an account counts as whose fact is not known: neither success nor failure, or one of the two. */
export const WHEN_MISSING = ['cannot_tell', 'fails', 'passes'] as const;
export type WhenMissing = (typeof WHEN_MISSING)[number];

/**
 * `at_least`: health 0-100; usage percentile within the plan 0-100; days with use and features used in the 28 days before;
 * seats subscribed; mean NPS answer 0-10. Null for paid and retained.
 */
export type Condition = { condition: ConditionKey; at_least: number | null; missing: WhenMissing };

export const STARTS = ['signed_up', 'first_paid'] as const;
export type Start = (typeof STARTS)[number];

/** An account succeeds when every condition holds `day` days after its start. */
export type OutcomeRule = { day: number; start: Start; conditions: Condition[] };

/** What the product takes for success until somebody says otherwise. */
export const DEFAULT_RULE: OutcomeRule = {
  day: 90,
  start: 'signed_up',
  conditions: [
    { condition: 'paid', at_least: null, missing: 'cannot_tell' },
    { condition: 'retained', at_least: null, missing: 'cannot_tell' },
    { condition: 'health', at_least: 70, missing: 'cannot_tell' },
    { condition: 'usage', at_least: 50, missing: 'cannot_tell' },
  ],
};

/** What was known of an account at the end of the day its rule looks at; null: not known then. */
export type OutcomeFacts = {
  account_id: string;
  started_on: IsoDate;
  paid: boolean | null;
  retained: boolean | null;
} & Record<Exclude<ConditionKey, 'paid' | 'retained'>, number | null>;

/** Why an account did not succeed, or why it cannot be told: a condition, `too_young`, or `CONDITION_unknown`. */
export type Why = ConditionKey | 'too_young' | `${ConditionKey}_unknown`;

export type AccountOutcome = {
  account_id: string;
  started_on: IsoDate;
  /** The day of its life the rule looks at. */
  day: number;
  /** Null: too young, or a fact is missing. */
  succeeded: boolean | null;
  why: Why[];
};

/** A stored version. `id` null: the product's default, which nobody has changed yet. */
export type RuleVersion = {
  id: string | null;
  version: number;
  rule: OutcomeRule;
  reason: string | null;
  is_active: boolean;
  created_by: string | null;
  created_at: Date | null;
};
