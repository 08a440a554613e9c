import { describe, expect, it } from 'vitest';
import { CONDITIONS, DEFAULT_RULE } from '../../../../src/success/outcome/model.ts';
import { checkRule } from '../../../../src/success/outcome/rules/check.ts';
import { toDraft, toRule } from './rule-draft.ts';

describe('a rule for success as it is edited', () => {
  it('comes back as it was, with every other condition at hand', () => {
    const draft = toDraft(DEFAULT_RULE);
    expect(draft.conditions.map(({ condition }) => condition)).toEqual([...CONDITIONS]);
    expect(toRule(draft)).toEqual(DEFAULT_RULE);
  });

  it('can be saved with every condition switched on', () => {
    const draft = toDraft(DEFAULT_RULE);
    const all = { ...draft, conditions: draft.conditions.map((one) => ({ ...one, isOn: true })) };
    expect(() => checkRule(toRule(all))).not.toThrow();
    expect(toRule(all).conditions).toHaveLength(CONDITIONS.length);
  });
});
