import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Rule } from './model.ts';
import { categoriesOf, checkForm, decideByRules, readAnswers } from './rules.ts';

const field = (change: Partial<Field> = {}): Field => ({
  key: 'website',
  label: 'Website',
  kind: 'url',
  required: true,
  ...change,
});
const rule = (change: Partial<Rule>): Rule => ({ field: 'country', is: 'one_of', outcome: 'approve', ...change });

describe('a form', () => {
  it.each<[string, Field[], Rule[], string]>([
    ['two questions of one name', [field(), field()], [], 'fields[1].key'],
    ['a question called like a part of every form', [field({ key: 'country' })], [], 'fields[0].key'],
    ['a choice of one', [field({ kind: 'choice', choices: ['a'] })], [], 'fields[0].choices'],
    ['a rule about no question', [], [rule({ field: 'reach', is: 'at_least', number: 1 })], 'rules[0].field'],
    ['a rule without answers', [], [rule({})], 'rules[0].values'],
    ['a rule without a number', [field()], [rule({ field: 'website', is: 'at_most' })], 'rules[0].number'],
    ['a refusal without words', [], [rule({ values: ['RU'], outcome: 'reject' })], 'rules[0].reason'],
    ['a country that is a mailbox', [], [rule({ is: 'free_mailbox' })], 'rules[0].field'],
  ])('refuses %s', (_, fields, rules, at) => {
    const named = expect.objectContaining({ detail: expect.objectContaining({ field: at }) });
    expect(() => checkForm({ fields, rules })).toThrow(named);
  });

  it.each<[string, Field, string | string[] | undefined, string | undefined]>([
    ['nothing where something is asked', field(), '  ', 'missing'],
    ['nothing where nothing must be', field({ required: false }), undefined, undefined],
    ['words where an address is asked', field(), 'my site', 'not_an_address'],
    ['an address that runs script', field(), 'javascript:alert(1)', 'not_an_address'],
    ['an address', field(), 'https://blog.example/x', undefined],
    ['words where a number is asked', field({ kind: 'number' }), '12k', 'not_a_number'],
    ['a number', field({ kind: 'number' }), '12000', undefined],
    ['what was not offered', field({ kind: 'choice', choices: ['a', 'b'] }), 'c', 'not_offered'],
    ['several of what was offered', field({ kind: 'choices', choices: ['a', 'b'] }), ['a', 'b'], undefined],
    ['a whole book', field({ kind: 'long_text' }), 'x'.repeat(5001), 'too_long'],
  ])('takes %s for what it is', (_, one, given, problem) => {
    expect(readAnswers([one], { [one.key]: given }).problems[one.key]).toBe(problem);
  });

  it('keeps answers to its own questions only', () => {
    const { answers } = readAnswers([field()], { website: 'https://a.example', other: 'x', __proto__: 'y' });
    expect(answers).toEqual({ website: 'https://a.example' });
    expect(categoriesOf({ category: ['agency', 'trainer'] })).toEqual(['agency', 'trainer']);
  });
});

describe('an application', () => {
  const applicant = { email: 'ann@studio.example', country: 'HU', answers: { reach: '1200', topic: ['SaaS', 'HR'] } };
  it.each<[string, Rule[], string, number | null]>([
    ['no rule', [], 'queue', null],
    ['its country', [rule({ values: ['HU'] })], 'approve', 0],
    ['another country', [rule({ is: 'not_one_of', values: ['HU'], outcome: 'reject', reason: 'no' })], 'queue', null],
    ['its domain', [rule({ field: 'email_domain', values: ['Studio.Example'] })], 'approve', 0],
    [
      'a free mailbox',
      [rule({ field: 'email_domain', is: 'free_mailbox', outcome: 'reject', reason: 'no' })],
      'queue',
      null,
    ],
    ['enough reach', [rule({ field: 'reach', is: 'at_least', number: 1200 })], 'approve', 0],
    [
      'too little reach',
      [rule({ field: 'reach', is: 'at_most', number: 1199, outcome: 'reject', reason: 'no' })],
      'queue',
      null,
    ],
    ['one of its topics', [rule({ field: 'topic', values: ['hr'] })], 'approve', 0],
    ['a number nobody gave', [rule({ field: 'clients', is: 'at_most', number: 5 })], 'queue', null],
    [
      'the first rule of two',
      [
        rule({ values: ['HU'], outcome: 'reject', reason: 'Not here' }),
        rule({ field: 'reach', is: 'at_least', number: 1 }),
      ],
      'reject',
      0,
    ],
  ])('is decided by %s', (_, rules, outcome, index) => {
    expect(decideByRules(applicant, rules, 'queue')).toMatchObject({ outcome, rule: index });
  });

  it('is never touched by a rule that stands after the one that fits', () => {
    const any = fc.record({
      field: fc.constantFrom('country', 'email_domain', 'reach'),
      is: fc.constantFrom('one_of', 'not_one_of', 'at_least', 'at_most'),
      values: fc.array(fc.constantFrom('HU', 'DE', 'studio.example')),
      number: fc.integer({ min: 0, max: 3000 }),
      outcome: fc.constantFrom('approve', 'reject', 'queue'),
    }) as fc.Arbitrary<Rule>;
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), any, (rules, last) => {
        const before = decideByRules(applicant, rules, 'queue');
        const after = decideByRules(applicant, [...rules, last], 'queue');
        if (before.rule !== null) expect(after).toEqual(before);
      }),
    );
  });
});
