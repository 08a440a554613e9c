import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../src/success/segments/model.ts';
import { checkRule } from '../../../../src/success/segments/rules/check.ts';
import {
  countOpen,
  type DraftCondition,
  fromRule,
  isGroup,
  newCondition,
  newGroup,
  replace,
  toRule,
  withOperator,
} from './draft.ts';

const GERMAN: Rule = { field: 'country', op: 'in', value: ['DE', 'AT'] };
const RULES: Rule[] = [
  { all: [GERMAN] },
  { any: [GERMAN, { field: 'mrr', op: 'between', value: [0, 100] }] },
  { not: { any: [GERMAN] } },
  { all: [GERMAN, { not: { any: [{ all: [{ field: 'nps', op: 'known' }] }] } }] },
];

describe('a rule being written', () => {
  it.each(RULES.map((rule) => [JSON.stringify(rule), rule] as const))(
    'comes back as it was saved: %s',
    (_name, rule) => {
      expect(toRule(fromRule(rule)).rule).toEqual(rule);
      expect(checkRule(toRule(fromRule(rule)).rule)).toEqual(rule);
    },
  );

  it('opens the opposite of several conditions as a group of which none may hold', () => {
    const draft = fromRule({ not: { all: [GERMAN, { field: 'nps', op: 'known' }] } });
    expect(draft.join).toBe('none');
    expect(draft.children).toHaveLength(1);
    expect(toRule(draft).rule).toEqual({ not: { any: [{ all: [GERMAN, { field: 'nps', op: 'known' }] }] } });
  });

  it('leaves out rows without a value and knows where the others stand', () => {
    const open = newCondition(undefined);
    const known = { ...newCondition(undefined), op: 'known' } as DraftCondition;
    const draft = newGroup([open, newGroup([]), newGroup([known], 'none')]);
    const { rule, paths } = toRule(draft);
    expect(rule).toEqual({ all: [{ not: { any: [{ field: 'plan', op: 'known' }] } }] });
    expect([...paths]).toEqual([['rule.all[0].not.any[0]', known.id]]);
    expect(countOpen(draft)).toBe(1);
    expect(toRule(newGroup([open])).rule).toBeNull();
  });

  it('changes and removes one row without touching the others', () => {
    const draft = fromRule({ all: [GERMAN, { any: [{ field: 'nps', op: 'known' }] }] });
    const inner = draft.children[1];
    const row = inner && isGroup(inner) ? inner.children[0] : undefined;
    expect(toRule(replace(draft, row?.id ?? 0, () => null)).rule).toEqual({ all: [GERMAN] });
  });

  it('keeps the value where another operator can hold it', () => {
    const row = { ...newCondition(undefined), op: 'is', value: 'Pro' } as DraftCondition;
    expect(withOperator(row, 'in').value).toEqual(['Pro']);
    expect(withOperator(withOperator(row, 'in'), 'is_not').value).toBe('Pro');
    expect(withOperator(row, 'known').value).toBeNull();
  });
});
