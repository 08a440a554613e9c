import { expect, it } from 'vitest';
import type { Rule } from '../../success/segments/model.ts';
import { OPERATORS_OF } from '../../success/segments/model.ts';
import { CATALOGUE } from '../../success/segments/rules/catalogue.ts';
import { ruleSentence } from './sentence.ts';

const paying: Rule = { field: 'state', op: 'is', value: 'paying' };
const german: Rule = { field: 'country', op: 'is', value: 'Germany' };
const pro: Rule = { field: 'plan', op: 'in', value: ['Pro', 'Max'] };
const grew: Rule = { field: 'usage_change_28d', op: 'gt', value: 0 };
const many: Rule = { field: 'open_tickets', op: 'gte', value: 2 };

it.each<[string, Rule]>([
  ['Paying customers', paying],
  ['Paying customers in Germany on Pro or Max whose usage grew', { all: [paying, german, pro, grew] }],
  ['Accounts with at least 2 open tickets and whose usage grew', { all: [many, grew] }],
  ['Accounts in Germany, or whose usage grew', { any: [german, grew] }],
  [
    'Accounts (in Germany, or on Pro or Max) and not (with at least 2 open tickets)',
    { all: [{ any: [german, pro] }, { not: { any: [many] } }] },
  ],
  ['Accounts whose usage fell by more than 25%', { field: 'usage_change_28d', op: 'lt', value: -0.25 }],
  [
    'Accounts with change of usage over the last 28 days below 25%',
    { field: 'usage_change_28d', op: 'lt', value: 0.25 },
  ],
  ['Accounts with MRR from €50 to €12.5K', { field: 'mrr', op: 'between', value: [5000, 1_250_000] }],
  ['Accounts with last use 30 days ago or longer', { field: 'last_active_on', op: 'longer_ago', value: 30 }],
  ['Accounts with sign-up before Mar 1, 2026', { field: 'signed_up_on', op: 'lt', value: '2026-03-01' }],
  ['Accounts whose Region contains “north”', { field: 'attributes.Region', op: 'contains', value: 'north' }],
  ['Accounts whose health is poor', { field: 'health_band', op: 'is', value: 'red' }],
])('says %j', (sentence, rule) => {
  expect(ruleSentence(rule, 'EUR')).toBe(sentence);
});

it('has words for every field under every operator', () => {
  for (const { key, kind, options } of CATALOGUE) {
    for (const op of OPERATORS_OF[kind]) {
      const one = options?.[0] ?? (kind === 'text' ? 'x' : kind === 'date' ? '2026-01-01' : 5);
      const value = op === 'between' || op === 'in' || op === 'not_in' ? [one, one] : one;
      expect(ruleSentence({ field: key, op, value }, 'EUR'), `${key} ${op}`).not.toMatch(
        /phrases|fields|options|undefined|\{\{/,
      );
    }
  }
});
