import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RewardTerms } from '../../../partners/programmes/model.ts';
import { decideReward, type RewardFacts, receivingCompany, rewardsOn } from './decide.ts';

const FACTS: RewardFacts = {
  at: new Date('2026-03-10T12:00:00Z'),
  seats: 5,
  holdDays: 30,
  flags: [],
  companyId: 'ac_1',
  yearSoFar: { grants: 0, quantity: 0 },
};

function reward(give: RewardTerms['give'], more: Partial<RewardTerms> = {}): RewardTerms {
  return { key: 'one', on: 'first_payment', to: 'company', give, ...more };
}

const CREDIT = reward({ kind: 'company_credit', per_seat_minor: 1000, most: '100%' });
const MONTH = reward({ kind: 'free_months', months: 1, per_year: 12 });

describe('what a reward comes to', () => {
  it('is a credit for each seat the referred customer bought, payable after the terms’ waiting time', () => {
    expect(decideReward(CREDIT, FACTS)).toEqual({
      state: 'earned',
      reason: 'waiting',
      amountMinor: 5000,
      quantity: 5,
      taxValueMinor: 5000,
      readyAt: new Date('2026-04-09T12:00:00Z'),
    });
  });

  it('waits as long as the reward itself says', () => {
    expect(decideReward({ ...CREDIT, hold_days: 0 }, FACTS).readyAt).toEqual(FACTS.at);
  });

  it.each<[RewardTerms['give'], object]>([
    [
      { kind: 'discount', percent: '10%', months: 3 },
      { amountMinor: 0, quantity: 3, taxValueMinor: 0 },
    ],
    [
      { kind: 'feature_unlock', feature: 'sso', days: 90 },
      { amountMinor: 0, quantity: 90, taxValueMinor: 0 },
    ],
    [
      { kind: 'gift', worth_minor: 4000 },
      { amountMinor: 4000, quantity: 1, taxValueMinor: 4000 },
    ],
    [
      { kind: 'gift_card', brand: 'Books', amount_minor: 2500 },
      { amountMinor: 2500, quantity: 1, taxValueMinor: 2500 },
    ],
    [
      { kind: 'donation', charity: 'Trees', amount_minor: 2500 },
      { amountMinor: 2500, quantity: 1, taxValueMinor: 0 },
    ],
  ])('is counted in its own measure, with its value for taxes: %j', (give, wanted) => {
    expect(decideReward(reward(give, { to: 'referrer' }), FACTS)).toMatchObject(wanted);
  });

  it('takes the value for taxes from the terms when they name one', () => {
    expect(decideReward({ ...MONTH, tax_value_minor: 4900 }, FACTS).taxValueMinor).toBe(4900);
  });

  it('is held while a suspicion about the referral is open', () => {
    expect(decideReward(CREDIT, { ...FACTS, flags: ['same_network'] })).toMatchObject({
      state: 'held',
      reason: 'flagged',
      amountMinor: 5000,
    });
  });

  it.each<[string, RewardTerms, Partial<RewardFacts>, string]>([
    ['nobody knows the company of the one who referred', CREDIT, { companyId: null }, 'no_company'],
    ['the referred customer bought no seats', CREDIT, { seats: 0 }, 'no_seats'],
    ['twelve months were granted this year', MONTH, { yearSoFar: { grants: 12, quantity: 12 } }, 'cap'],
    [
      'the reward’s own yearly cap is reached',
      { ...CREDIT, cap_per_year: 2 },
      { yearSoFar: { grants: 2, quantity: 9 } },
      'cap_of_reward',
    ],
  ])('is nothing, with the reason, when %s', (_when, terms, facts, reason) => {
    expect(decideReward(terms, { ...FACTS, ...facts })).toMatchObject({
      state: 'refused',
      reason,
      amountMinor: 0,
      quantity: 0,
      taxValueMinor: 0,
    });
  });

  it('never grants more free months in a year than the cap, in any order, and what is taken back frees its place', () => {
    const step = fc.record({ months: fc.integer({ min: 1, max: 3 }), takesBack: fc.boolean(), which: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 3, max: 12 }), (steps, per_year) => {
        const live: number[] = [];
        for (const { months, takesBack, which } of steps) {
          if (takesBack && live.length > 0) live.splice(which % live.length, 1);
          const before = live.reduce((sum, quantity) => sum + quantity, 0);
          const facts = { ...FACTS, yearSoFar: { grants: live.length, quantity: before } };
          const outcome = decideReward(reward({ kind: 'free_months', months, per_year }), facts);
          expect(outcome.quantity).toBe(Math.max(0, Math.min(months, per_year - before)));
          if (outcome.state !== 'refused') live.push(outcome.quantity);
          expect(live.reduce((sum, quantity) => sum + quantity, 0)).toBeLessThanOrEqual(per_year);
        }
      }),
    );
  });
});

describe('which rewards follow from an event', () => {
  const rewards = [
    MONTH,
    reward({ kind: 'gift', worth_minor: 1 }, { key: 'third', on: 'milestone', to: 'referrer', count: 3 }),
    reward({ kind: 'discount', percent: '10%', months: 1 }, { key: 'hello', on: 'signup', to: 'friend' }),
  ];

  it('are those of the event, and a milestone only at its number', () => {
    expect(rewardsOn(rewards, 'first_payment').map(({ key }) => key)).toEqual(['one']);
    expect(rewardsOn(rewards, 'signup').map(({ key }) => key)).toEqual(['hello']);
    expect([2, 3, 4].map((converted) => rewardsOn(rewards, 'milestone', converted).length)).toEqual([0, 1, 0]);
  });

  it('go to the company of the one who referred, or to the friend’s', () => {
    const companies = { own: 'ac_own', friend: 'ac_friend' };
    expect(receivingCompany('company', companies)).toBe('ac_own');
    expect(receivingCompany('referrer', companies)).toBe('ac_own');
    expect(receivingCompany('friend', companies)).toBe('ac_friend');
  });
});
