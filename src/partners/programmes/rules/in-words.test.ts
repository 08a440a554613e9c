import { expect, it } from 'vitest';
import { DEFAULT_ATTRIBUTION } from '../model.ts';
import { attributionInWords, termsInWords } from './in-words.ts';
import { TEMPLATES } from './policy.ts';

const { terms } = TEMPLATES.customer_referral;

it('says what is promised, with amounts in the currency of the programme', () => {
  const said = termsInWords({ ...terms, cap_per_sale_minor: 1500, friend_offer: 'a month free' }, 'EUR');
  expect(said.map(({ key }) => key)).toEqual([
    'terms.commission_months',
    'terms.cap_per_sale',
    'terms.hold_days',
    'terms.refunds',
    'terms.minimum_payout',
    'terms.friend_offer',
  ]);
  expect(said[1]?.params).toEqual({ amount: '15.00 EUR' });
});

it('says "as long as it pays" when no months are named', () => {
  const said = termsInWords({ ...terms, commission: { kind: 'percent', rate: '20%', months: null } }, 'EUR');
  expect(said[0]).toEqual({ key: 'terms.commission_always', params: { rate: '20%' } });
});

it('says which of click and coupon counts', () => {
  const keys = attributionInWords({ ...DEFAULT_ATTRIBUTION, coupon_over_click: false }).map(({ key }) => key);
  expect(keys).toContain('attribution.click_over_coupon');
});
