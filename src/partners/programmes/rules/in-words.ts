import { formatMajor } from '../../../kernel/money.ts';
import type { AttributionPolicy, Terms } from '../model.ts';

/** A sentence of the locale file `programmes` and what stands in it. */
export type Sentence = { key: string; params: Record<string, unknown> };

/** The terms as a partner reads them, in the order one asks: what, how much at most, when. */
export function termsInWords(terms: Terms, currency: string): Sentence[] {
  const money = (minor: number) => `${formatMajor(minor, currency)} ${currency}`;
  const sentence = (key: string, params: object = {}): Sentence => ({ key: `terms.${key}`, params: { ...params } });
  const { rate, months } = terms.commission;
  const minimum = { schedule: terms.payout_schedule, amount: money(terms.minimum_payout_minor) };
  return [
    months === null ? sentence('commission_always', { rate }) : sentence('commission_months', { rate, count: months }),
    ...(terms.tiers ?? [])
      .filter((tier) => tier.from_minor > 0)
      .map((tier) => sentence('tier', { rate: tier.rate, from: money(tier.from_minor) })),
    ...(terms.cap_per_sale_minor === undefined
      ? []
      : [sentence('cap_per_sale', { amount: money(terms.cap_per_sale_minor) })]),
    ...(terms.cap_per_month_minor === undefined
      ? []
      : [sentence('cap_per_month', { amount: money(terms.cap_per_month_minor) })]),
    ...(terms.excluded_products?.length
      ? [sentence('excluded_products', { products: terms.excluded_products.join(', ') })]
      : []),
    sentence('hold_days', { count: terms.hold_days }),
    sentence('refunds'),
    sentence(terms.minimum_payout_minor > 0 ? 'minimum_payout' : 'no_minimum_payout', minimum),
    ...(terms.friend_offer ? [sentence('friend_offer', { offer: terms.friend_offer })] : []),
  ];
}

/** Who is credited, as a partner reads it. */
export function attributionInWords(policy: AttributionPolicy): Sentence[] {
  const sentence = (key: string, params: object = {}): Sentence => ({
    key: `attribution.${key}`,
    params: { ...params },
  });
  return [
    sentence('window', { count: policy.window_days }),
    sentence(policy.model),
    sentence(policy.coupon_over_click ? 'coupon_over_click' : 'click_over_coupon'),
    sentence('unpaid_binding', { count: policy.unpaid_binding_days }),
    sentence('lapse', { count: policy.lapse_days }),
  ];
}
