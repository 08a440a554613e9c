import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDITIONS, type Condition, DEFAULT_RULE, type OutcomeFacts, WHEN_MISSING } from '../model.ts';
import { checkRule } from './check.ts';
import { countOutcomes, decideOutcome } from './decide.ts';

const GOOD: OutcomeFacts = {
  account_id: 'ac_1',
  started_on: '2026-01-01',
  paid: true,
  retained: true,
  health: 70,
  usage: 50,
  active_days: 12,
  features: 3,
  seats: 5,
  nps: 9,
};
const decide = (facts: Partial<OutcomeFacts>, through = '2026-06-01', rule = DEFAULT_RULE) =>
  decideOutcome({ ...GOOD, ...facts }, rule, through);
const condition = (
  key: Condition['condition'],
  at_least: number | null,
  missing: Condition['missing'] = 'cannot_tell',
) => ({
  condition: key,
  at_least,
  missing,
});

describe('whether an account succeeds', () => {
  it.each([
    ['all hold, just', {}, true, []],
    ['it never paid', { paid: false, retained: false }, false, ['paid', 'retained']],
    ['it left', { retained: false }, false, ['retained']],
    ['its health is a hair below', { health: 69.99 }, false, ['health']],
    ['one fails and another is not known', { health: null, usage: 10 }, false, ['usage']],
    ['one is not known', { health: null }, null, ['health_unknown']],
    ['several are not known', { health: null, retained: null }, null, ['retained_unknown', 'health_unknown']],
  ])('is told when %s', (_, facts, succeeded, why) => {
    expect(decide(facts)).toMatchObject({ succeeded, why, day: 90 });
  });

  it('is not told before the day is over, whatever is known', () => {
    expect(decide({ retained: false }, '2026-03-31')).toMatchObject({ succeeded: null, why: ['too_young'] });
    expect(decide({ retained: false }, '2026-04-01')).toMatchObject({ succeeded: false });
  });

  it.each([
    ['cannot_tell', null],
    ['fails', false],
    ['passes', true],
  ] as const)('takes what is missing as the rule says: %s', (missing, succeeded) => {
    const rule = { ...DEFAULT_RULE, conditions: [condition('nps', 7, missing)] };
    expect(decide({ nps: null }, '2026-06-01', rule).succeeded).toBe(succeeded);
  });

  it('never turns to failure when a fact gets better, nor to success when it gets worse', () => {
    const numbers = CONDITIONS.slice(2) as Exclude<(typeof CONDITIONS)[number], 'paid' | 'retained'>[];
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom(...WHEN_MISSING),
        (key, at_least, one, other, missing) => {
          const rule = { ...DEFAULT_RULE, conditions: [condition(key, at_least, missing)] };
          const [worse, better] = [Math.min(one, other), Math.max(one, other)];
          const rank = (value: number) => Number(decide({ [key]: value }, '2026-06-01', rule).succeeded);
          expect(rank(better)).toBeGreaterThanOrEqual(rank(worse));
        },
      ),
    );
  });

  it('is counted once, with every reason', () => {
    const all = [{}, { health: 1 }, { health: 1, usage: 1 }, { health: null }].map((facts) => decide(facts));
    expect(countOutcomes([...all, decide({}, '2026-01-02')])).toEqual({
      succeeded: 1,
      failed: 2,
      too_young: 1,
      cannot_tell: 1,
      reasons: [
        { why: 'health', accounts: 2, alone: 1 },
        { why: 'health_unknown', accounts: 1, alone: 1 },
        { why: 'usage', accounts: 1, alone: 0 },
      ],
    });
  });
});

describe('a rule for success', () => {
  it.each([
    ['asks a condition twice', [condition('paid', null), condition('paid', null)], 'rule.conditions[1]'],
    ['gives a threshold where there is none', [condition('paid', 1)], 'rule.conditions[0].at_least'],
    ['has no threshold', [condition('health', null)], 'rule.conditions[0].at_least'],
    ['asks for what nobody can reach', [condition('nps', 11)], 'rule.conditions[0].at_least'],
    ['asks for less than nothing', [condition('seats', -1)], 'rule.conditions[0].at_least'],
  ])('is refused when it %s', (_, conditions, field) => {
    expect(() => checkRule({ ...DEFAULT_RULE, conditions })).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ field }) }),
    );
  });

  it('is fine as the product has it', () => {
    expect(() => checkRule(DEFAULT_RULE)).not.toThrow();
  });
});
