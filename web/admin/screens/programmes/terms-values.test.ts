import { describe, expect, it } from 'vitest';
import { TEMPLATE_KEYS, type Terms } from '../../../../src/partners/programmes/model.ts';
import { TEMPLATES } from '../../../../src/partners/programmes/rules/templates.ts';
import { newReward, toRewardValues } from './terms/reward-values.ts';
import { FIRST_TERMS, fieldOf, toTerms, toValues } from './terms-values.ts';

/** Every promise there is, and every kind of reward. */
const FULL: Terms = {
  ...FIRST_TERMS,
  renewal: { kind: 'per_seat', amount_minor: 150 },
  products: [
    { product: 'Pro', earning: { kind: 'percent', rate: '12.5%' } },
    { product: 'Setup', earning: { kind: 'flat', amount_minor: 0 } },
  ],
  tiers: {
    basis: 'revenue',
    period: 'month',
    mode: 'retroactive',
    steps: [
      { from: 0, rate: '10%' },
      { from: 100_000, rate: '15%' },
    ],
  },
  cap_per_sale_minor: 0,
  cap_per_month_minor: 100,
  cap_per_year_minor: 200,
  budget_per_month_minor: 300,
  cap_sales: { most: 0, per: 'ever' },
  excluded_products: ['Training'],
  split: [
    { partner_id: 'pa_1', weight: 2 },
    { partner_id: 'pa_2', weight: 0 },
  ],
  sub_partner_rate: '5%',
  vesting: {
    tranches: [
      { day: 0, share: '40%' },
      { day: 90, share: '60%' },
    ],
    needs_healthy: true,
  },
  bounty: { day: 180, amount_minor: 5000, needs_healthy: true },
  payout: { every: 'week', day: 5 },
  rewards: [
    { key: 'a', on: 'signup', to: 'friend', give: { kind: 'discount', percent: '10%', months: null } },
    {
      key: 'b',
      on: 'review',
      to: 'company',
      hold_days: 0,
      give: { kind: 'feature_unlock', feature: 'Sso', days: null },
    },
    { key: 'c', on: 'milestone', to: 'referrer', count: 3, give: { kind: 'gift', worth_minor: 900 } },
    {
      key: 'd',
      on: 'qualified_lead',
      to: 'referrer',
      cap_per_year: 2,
      target_days: 0,
      tax_value_minor: 0,
      give: { kind: 'donation', charity: 'The library', amount_minor: 700 },
    },
  ],
};

const again = (terms: Terms) => JSON.parse(JSON.stringify(toTerms(toValues(terms), terms)));

describe('the form of the terms', () => {
  it.each(TEMPLATE_KEYS)('gives the terms of %s back as they were', (key) => {
    expect(again(TEMPLATES[key].terms)).toEqual(TEMPLATES[key].terms);
  });

  it('gives everything back that terms can promise', () => {
    expect(again(FULL)).toEqual(FULL);
  });

  it('holds every promise itself, so that each can be taken back', () => {
    expect(JSON.parse(JSON.stringify(toTerms(toValues(FULL), FIRST_TERMS)))).toEqual(FULL);
    expect(JSON.parse(JSON.stringify(toTerms(toValues(FIRST_TERMS), FULL)))).toEqual(FIRST_TERMS);
  });

  it('keeps what it has no field for', () => {
    const later = { ...FIRST_TERMS, promised_later: 1 } as Terms;
    expect(toTerms(toValues(later), later)).toMatchObject({ promised_later: 1 });
  });

  it('reads rates with and without a sign', () => {
    const values = toValues(FULL);
    const steps = [{ from: null, rate: ' 7.5 ' }];
    expect(toTerms({ ...values, tiers: { ...values.tiers, steps } }, FULL).tiers?.steps).toEqual([
      { from: 0, rate: '7.5%' },
    ]);
  });

  it('asks for a count at a milestone only', () => {
    const reward = { ...toRewardValues(TEMPLATES.newsletter.terms.rewards?.[0] as never), on: 'signup' as const };
    expect(toTerms({ ...toValues(FULL), rewards: [reward] }, FULL).rewards?.[0]).not.toHaveProperty('count');
  });

  it('names a new reward as no other is named', () => {
    const first = newReward([]);
    const third = newReward([{ ...first, key: 'reward-2' }]);
    expect([first.key, third.key]).toEqual(['reward-1', 'reward-3']);
  });

  it.each([
    ['terms.commission.rate', 'rate'],
    ['terms.tiers.steps[1].from', 'tiers.steps.1.from'],
    ['terms.rewards.0.give.percent', 'rewards.0.give.percent'],
    ['terms.renewal.rate', 'renewal.rate'],
    ['effective_at', 'effective_at'],
  ])('shows a refusal of %s at %s', (name, field) => {
    expect(fieldOf(name)).toBe(field);
  });
});
