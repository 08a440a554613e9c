import { expect, test } from 'vitest';
import { DEFAULT_TERMS, type Terms } from '../../../partners/programmes/model.ts';
import { checkTerms } from '../../../partners/programmes/rules/check-terms.ts';
import { type FriendReward, type OfferReward, REWARD_KINDS } from '../model.ts';
import { rateText, termsOf } from './terms.ts';

const BASE: Terms = {
  ...DEFAULT_TERMS,
  renewal: { kind: 'percent', rate: '5%' },
  tiers: { basis: 'sales', period: 'year', mode: 'marginal', steps: [{ from: 0, rate: '10%' }] },
  cap_per_year_minor: 900_000,
  friend_offer: '10% off',
  rewards: [
    { key: 'gift', on: 'milestone', to: 'referrer', count: 5, give: { kind: 'gift', worth_minor: 5000 } },
    { key: 'old', on: 'signup', to: 'friend', give: { kind: 'discount', percent: '10%', months: 3 } },
  ],
};
const REWARDS: Record<(typeof REWARD_KINDS)[number], OfferReward> = {
  none: { kind: 'none' },
  percent: { kind: 'percent', rate: 0.125, months: 12 },
  recurring: { kind: 'recurring', rate: 0.2 },
  flat: { kind: 'flat', amount_minor: 9000 },
  per_lead: { kind: 'per_lead', amount_minor: 2500 },
  company_credit: { kind: 'company_credit', per_seat_minor: 1000 },
  free_months: { kind: 'free_months', months: 2 },
  gift: { kind: 'gift', worth_minor: 4000 },
};
const FRIENDS: FriendReward[] = [
  { kind: 'none' },
  { kind: 'discount', rate: 0.3, months: 3 },
  { kind: 'free_months', months: 1 },
  { kind: 'gift', worth_minor: 2000 },
];

test.each(REWARD_KINDS.flatMap((kind) => FRIENDS.map((friend) => [kind, friend.kind, friend] as const)))(
  'terms that give %s, and %s to the friend, may be published',
  (kind, _, friend) => {
    const terms = termsOf(BASE, { reward: REWARDS[kind], friend });
    expect(() => checkTerms(terms)).not.toThrow();
    expect(terms).toMatchObject({ cap_per_year_minor: 900_000, hold_days: 30, friend_offer: '' });
    expect(terms.rewards?.some(({ key }) => key === 'gift')).toBe(true);
    expect(terms.rewards?.some(({ key }) => key === 'old')).toBe(false);
    expect(terms.tiers ?? terms.renewal).toBeUndefined();
  },
);

test('rates and amounts of the offer stand in the terms as they were set', () => {
  expect(termsOf(BASE, { reward: REWARDS.percent, friend: { kind: 'none' } }).commission).toEqual({
    kind: 'percent',
    rate: '12.5%',
    months: 12,
  });
  expect(rateText(0.07)).toBe('7%');
  expect(termsOf(BASE, { reward: REWARDS.recurring, friend: { kind: 'none' } }).commission).toMatchObject({
    months: null,
  });
});
