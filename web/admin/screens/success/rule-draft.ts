import {
  CONDITIONS,
  type ConditionKey,
  type OutcomeRule,
  type WhenMissing,
} from '../../../../src/success/outcome/model.ts';

/** A condition as it is edited: switched off it keeps its threshold. */
export type DraftCondition = {
  condition: ConditionKey;
  isOn: boolean;
  at_least: number | null;
  missing: WhenMissing;
};
export type RuleDraft = Omit<OutcomeRule, 'conditions'> & { conditions: DraftCondition[] };

const THRESHOLDS: Record<ConditionKey, number | null> = {
  paid: null,
  retained: null,
  health: 70,
  usage: 50,
  active_days: 8,
  features: 3,
  seats: 5,
  nps: 7,
};
/** The largest threshold of a condition that has one. */
export const MOST: Partial<Record<ConditionKey, number>> = {
  health: 100,
  usage: 100,
  active_days: 28,
  features: 1000,
  seats: 1_000_000,
  nps: 10,
};

/** Every condition there is, on where the rule asks it. */
export function toDraft({ conditions, ...rule }: OutcomeRule): RuleDraft {
  return {
    ...rule,
    conditions: CONDITIONS.map((condition) => {
      const asked = conditions.find((one) => one.condition === condition);
      const fresh = { condition, at_least: THRESHOLDS[condition], missing: 'cannot_tell' as const };
      return { ...(asked ?? fresh), isOn: asked !== undefined };
    }),
  };
}

export function toRule({ conditions, ...rule }: RuleDraft): OutcomeRule {
  return { ...rule, conditions: conditions.filter(({ isOn }) => isOn).map(({ isOn, ...condition }) => condition) };
}
