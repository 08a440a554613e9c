import { expect, it } from 'vitest';
import locale from '../../../../web/locales/en/programmes.json' with { type: 'json' };
import { DEFAULT_ATTRIBUTION, type Terms } from '../model.ts';
import { attributionInWords, termsInWords } from './in-words.ts';
import { TEMPLATES } from './templates.ts';

const { terms } = TEMPLATES.customer_referral;

it('says what is promised, with amounts in the currency of the programme', () => {
  const said = termsInWords({ ...terms, cap_per_sale_minor: 1500, friend_offer: 'a month free' }, 'EUR');
  expect(said.map(({ key }) => key)).toEqual([
    'terms.commission_months',
    'terms.cap_per_sale',
    'terms.reward_signup_friend',
    'terms.reward_first_payment_company',
    'terms.hold_days',
    'terms.refunds',
    'terms.minimum_payout',
    'terms.friend_offer',
  ]);
  expect(said[1]?.params).toEqual({ amount: '€15.00' });
});

it('says "as long as it pays" when no months are named', () => {
  const said = termsInWords({ ...terms, commission: { kind: 'percent', rate: '20%', months: null } }, 'EUR');
  expect(said[0]).toEqual({ key: 'terms.commission_always', params: { rate: '20%' } });
});

it('says which of click and coupon counts', () => {
  const keys = attributionInWords({ ...DEFAULT_ATTRIBUTION, coupon_over_click: false }).map(({ key }) => key);
  expect(keys).toContain('attribution.click_over_coupon');
  expect(keys).toContain('attribution.self_reported');
  const without = attributionInWords({ ...DEFAULT_ATTRIBUTION, self_reported: false }).map(({ key }) => key);
  expect(without).not.toContain('attribution.self_reported');
});

it('says every rule there can be, each in a sentence that exists', () => {
  const full: Terms = {
    ...terms,
    commission: { kind: 'per_seat', amount_minor: 300, months: null },
    renewal: { kind: 'percent', rate: '5%' },
    products: [{ product: 'setup', earning: { kind: 'flat', amount_minor: 1000 } }],
    cap_per_year_minor: 100_000,
    cap_sales: { most: 12, per: 'year' },
    budget_per_month_minor: 500_000,
    split: [{ partner_id: 'pa_1', weight: 1 }],
    sub_partner_rate: '10%',
    vesting: {
      tranches: [
        { day: 0, share: '50%' },
        { day: 90, share: '50%' },
      ],
      needs_healthy: true,
    },
    bounty: { day: 180, amount_minor: 5000, needs_healthy: false },
  };
  const tiers = { basis: 'sales', period: 'year', mode: 'retroactive', steps: [{ from: 0, rate: '5%' }] } as const;
  const steps = [...tiers.steps, { from: 10, rate: '10%' }];
  const commissions: Terms['commission'][] = [
    full.commission,
    { kind: 'flat', amount_minor: 500, months: 3 },
    { kind: 'per_lead', amount_minor: 500, stage: 'meeting' },
    { kind: 'none' },
  ];
  for (const commission of commissions) {
    for (const { key } of termsInWords({ ...full, commission, tiers: { ...tiers, steps } }, 'EUR')) {
      const name = key.replace('terms.', '') as keyof typeof locale.terms;
      expect([key, name in locale.terms || `${name}_other` in locale.terms]).toEqual([key, true]);
    }
  }
});
