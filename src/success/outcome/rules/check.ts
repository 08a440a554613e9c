import { invalidField } from '../../../kernel/errors.ts';
import type { ConditionKey, OutcomeRule } from '../model.ts';

const MOST: Record<ConditionKey, number | null> = {
  paid: null,
  retained: null,
  health: 100,
  usage: 100,
  active_days: 28,
  features: 1000,
  seats: 1_000_000,
  nps: 10,
};

/** @throws 422 naming the condition that is asked twice, lacks its threshold or has one nobody can reach. */
export function checkRule(rule: OutcomeRule): void {
  const keys = rule.conditions.map(({ condition }) => condition);
  for (const [index, { condition, at_least }] of rule.conditions.entries()) {
    const field = `rule.conditions[${index}]`;
    if (keys.indexOf(condition) !== index) throw invalidField(field, `The condition ${condition} is asked twice.`);
    const most = MOST[condition];
    if (most === null && at_least !== null)
      throw invalidField(`${field}.at_least`, `The condition ${condition} holds or not; it has no threshold.`);
    if (most !== null && (at_least === null || at_least < 0 || at_least > most))
      throw invalidField(`${field}.at_least`, `The condition ${condition} needs a threshold from 0 to ${most}.`);
  }
}
