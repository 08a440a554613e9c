import { addDaysToDate, type IsoDate } from '../../../kernel/time.ts';
import type { AccountOutcome, Condition, OutcomeFacts, OutcomeRule, Why } from '../model.ts';

/**
 * Whether an account succeeds by the rule, from facts known at its start + `day`; null before that day is over on
 * `through`. One condition that fails is enough to fail; else one that is not known is enough not to tell.
 */
export function decideOutcome(facts: OutcomeFacts, rule: OutcomeRule, through: IsoDate): AccountOutcome {
  const { account_id, started_on } = facts;
  const common = { account_id, started_on, day: rule.day };
  if (addDaysToDate(started_on, rule.day) > through) return { ...common, succeeded: null, why: ['too_young'] };
  const judged = rule.conditions.map((one) => ({ key: one.condition, holds: judge(one, facts) }));
  const failed = judged.filter(({ holds }) => holds === false).map(({ key }) => key);
  if (failed.length > 0) return { ...common, succeeded: false, why: failed };
  const unknown = judged.filter(({ holds }) => holds === null).map(({ key }): Why => `${key}_unknown`);
  return { ...common, succeeded: unknown.length > 0 ? null : true, why: unknown };
}

function judge({ condition, at_least, missing }: Condition, facts: OutcomeFacts): boolean | null {
  const value = facts[condition];
  if (value === null) return missing === 'cannot_tell' ? null : missing === 'passes';
  return typeof value === 'boolean' ? value : value >= (at_least ?? 0);
}

/** How many accounts succeed, fail, are too young or cannot be told, and how often each reason is named. */
export type OutcomeCount = {
  succeeded: number;
  failed: number;
  too_young: number;
  cannot_tell: number;
  reasons: { why: Why; accounts: number; alone: number }[];
};

/** `alone`: accounts of which this is the only reason. */
export function countOutcomes(outcomes: readonly AccountOutcome[]): OutcomeCount {
  const count = (holds: (one: AccountOutcome) => boolean) => outcomes.filter(holds).length;
  const reasons = new Map<Why, { accounts: number; alone: number }>();
  for (const { why } of outcomes) {
    for (const code of why) {
      const seen = reasons.get(code) ?? { accounts: 0, alone: 0 };
      reasons.set(code, { accounts: seen.accounts + 1, alone: seen.alone + (why.length === 1 ? 1 : 0) });
    }
  }
  const tooYoung = count(({ why }) => why[0] === 'too_young');
  return {
    succeeded: count(({ succeeded }) => succeeded === true),
    failed: count(({ succeeded }) => succeeded === false),
    too_young: tooYoung,
    cannot_tell: count(({ succeeded }) => succeeded === null) - tooYoung,
    reasons: [...reasons]
      .map(([why, seen]) => ({ why, ...seen }))
      .filter(({ why }) => why !== 'too_young')
      .sort((a, b) => b.accounts - a.accounts || a.why.localeCompare(b.why)),
  };
}
