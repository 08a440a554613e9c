import { describe, expect, it } from 'vitest';
import type { RewardTerms } from '../model.ts';
import { checkRewards } from './rewards.ts';

const credit: RewardTerms = {
  key: 'company-credit',
  on: 'first_payment',
  to: 'company',
  give: { kind: 'company_credit', per_seat_minor: 1000, most: '100%' },
};
const months: RewardTerms = {
  key: 'free-month',
  on: 'first_payment',
  to: 'referrer',
  give: { kind: 'free_months', months: 1, per_year: 12 },
};

describe('the rewards of a programme', () => {
  it('may be none, and may be several with names of their own', () => {
    checkRewards(undefined);
    checkRewards([credit, months]);
  });

  it.each<[string, Partial<RewardTerms>, string]>([
    ['with a name of blanks', { key: 'My reward' }, 'key'],
    ['with a milestone nobody can reach', { on: 'milestone' }, 'count'],
    ['with a count and no milestone', { count: 3 }, 'count'],
    ['for a milestone of the friend', { on: 'milestone', count: 3, to: 'friend' }, 'to'],
    ['for a friend who is only a lead', { ...months, on: 'qualified_lead', to: 'friend' }, 'to'],
    ['as credit before seats are bought', { on: 'signup' }, 'on'],
    ['as credit to a person', { to: 'referrer' }, 'to'],
    ['capped below one', { cap_per_year: 0 }, 'cap_per_year'],
    ['waiting for a negative time', { hold_days: -1 }, 'hold_days'],
    ['promised for two years on', { target_days: 700 }, 'target_days'],
    ['of no amount', { give: { kind: 'company_credit', per_seat_minor: 0, most: '100%' } }, 'give.per_seat_minor'],
    ['of more than the invoice', { give: { kind: 'company_credit', per_seat_minor: 1, most: '120%' } }, 'give.most'],
    ['of nothing of the invoice', { give: { kind: 'company_credit', per_seat_minor: 1, most: '0%' } }, 'give.most'],
    [
      'of more months than a year may have',
      { to: 'referrer', give: { kind: 'free_months', months: 3, per_year: 2 } },
      'give.per_year',
    ],
    ['of a free gift', { to: 'referrer', give: { kind: 'gift', worth_minor: 0 } }, 'give.worth_minor'],
  ])('is refused %s, naming the field', (_how, change, field) => {
    expect(() => checkRewards([{ ...credit, ...change } as RewardTerms])).toThrow(
      expect.objectContaining({
        code: 'unprocessable',
        detail: expect.objectContaining({ field: `terms.rewards[0].${field}` }),
      }),
    );
  });

  it('is refused twice under one name', () => {
    expect(() => checkRewards([credit, { ...months, key: credit.key }])).toThrow('Two rewards are called');
  });
});
