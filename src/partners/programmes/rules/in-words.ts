import { formatMoney } from '../../../kernel/money.ts';
import type { AttributionPolicy, Earning, RewardTerms, Terms } from '../model.ts';

/** A sentence of the locale file `programmes` and what stands in it; a parameter may itself be a sentence. */
export type Sentence = { key: string; params: Record<string, unknown> };

type Say = (key: string, params?: object) => Sentence;

const sentence: Say = (key, params = {}) => ({ key: `terms.${key}`, params: { ...params } });

/** The terms as a partner reads them, in the order one asks: what, how much at most, when. */
export function termsInWords(terms: Terms, currency: string): Sentence[] {
  const money = (minor: number) => formatMoney(minor, currency);
  const minimum = { schedule: terms.payout_schedule, amount: money(terms.minimum_payout_minor) };
  return [
    earned(terms.commission, money),
    ...(terms.renewal ? [sentence('renewal', { what: words(terms.renewal, money) })] : []),
    ...(terms.products ?? []).map(({ product, earning }) =>
      sentence('product', { product, what: words(earning, money) }),
    ),
    ...tiersInWords(terms, money),
    ...capsInWords(terms, money),
    ...(terms.split ? [sentence('split', { count: terms.split.length })] : []),
    ...(terms.sub_partner_rate ? [sentence('sub_partner', { rate: terms.sub_partner_rate })] : []),
    ...vestingInWords(terms, money),
    ...(terms.rewards ?? []).flatMap((reward) => rewardInWords(reward, money)),
    sentence('hold_days', { count: terms.hold_days }),
    sentence('refunds'),
    sentence(terms.minimum_payout_minor > 0 ? 'minimum_payout' : 'no_minimum_payout', minimum),
    ...(terms.friend_offer ? [sentence('friend_offer', { offer: terms.friend_offer })] : []),
  ];
}

type Money = (minor: number) => string;

function earned(commission: Terms['commission'], money: Money): Sentence {
  if (commission.kind === 'none') return sentence('no_commission');
  if (commission.kind === 'per_lead')
    return sentence(`per_lead_${commission.stage}`, { amount: money(commission.amount_minor) });
  const { months } = commission;
  const what = earningParams(commission, money);
  const kind = commission.kind === 'percent' ? 'commission' : commission.kind;
  return months === null ? sentence(`${kind}_always`, what) : sentence(`${kind}_months`, { ...what, count: months });
}

function earningParams(earning: Earning, money: Money): Record<string, string> {
  return earning.kind === 'percent' ? { rate: earning.rate } : { amount: money(earning.amount_minor) };
}

/** "20%", or an amount with what it is for: a part of another sentence. */
function words(earning: Earning, money: Money): Sentence {
  return sentence(`earning_${earning.kind}`, earningParams(earning, money));
}

function tiersInWords({ tiers }: Terms, money: Money): Sentence[] {
  if (!tiers) return [];
  const from = (value: number) => (tiers.basis === 'revenue' ? money(value) : value);
  return tiers.steps
    .filter((step) => step.from > 0)
    .map((step) =>
      sentence(`tier_${tiers.basis}_${tiers.mode}`, {
        rate: step.rate,
        from: from(step.from),
        period: sentence(`period_${tiers.period}`),
      }),
    );
}

const AMOUNT_CAPS = ['cap_per_sale', 'cap_per_month', 'cap_per_year'] as const;

function capsInWords(terms: Terms, money: Money): Sentence[] {
  const amounts = AMOUNT_CAPS.flatMap((cap) => {
    const value = terms[`${cap}_minor`];
    return value === undefined ? [] : [sentence(cap, { amount: money(value) })];
  });
  const { cap_sales, budget_per_month_minor: budget, excluded_products } = terms;
  return [
    ...amounts,
    ...(cap_sales ? [sentence(`cap_sales_${cap_sales.per}`, { count: cap_sales.most })] : []),
    ...(budget === undefined ? [] : [sentence('budget', { amount: money(budget) })]),
    ...(excluded_products?.length ? [sentence('excluded_products', { products: excluded_products.join(', ') })] : []),
  ];
}

function vestingInWords({ vesting, bounty }: Terms, money: Money): Sentence[] {
  const healthy = (needed: boolean) => sentence(needed ? 'and_healthy' : 'and_paying');
  const tranches = (vesting?.tranches ?? []).map(({ day, share }) =>
    sentence('vesting', { share, count: day, still: healthy(vesting?.needs_healthy ?? false) }),
  );
  if (!bounty) return tranches;
  const params = { amount: money(bounty.amount_minor), count: bounty.day, still: healthy(bounty.needs_healthy) };
  return [...tranches, sentence('bounty', params)];
}

/** When, for whom, and what: "When a customer you bring first pays, your company gets …". */
function rewardInWords(reward: RewardTerms, money: Money): Sentence[] {
  const { on, to, give, count, cap_per_year } = reward;
  const what = sentence(`gives_${give.kind}${givesAlways(give) ? '_always' : ''}`, givenParams(give, money));
  return [
    sentence(`reward_${on}_${to}`, { what, count }),
    ...(give.kind === 'free_months' && to !== 'friend'
      ? [sentence('reward_months_cap', { count: give.per_year })]
      : []),
    ...(cap_per_year === undefined ? [] : [sentence('reward_cap', { count: cap_per_year, what })]),
  ];
}

function givesAlways(give: RewardTerms['give']): boolean {
  return (give.kind === 'discount' && give.months === null) || (give.kind === 'feature_unlock' && give.days === null);
}

function givenParams(give: RewardTerms['give'], money: Money): Record<string, unknown> {
  switch (give.kind) {
    case 'company_credit':
      return { amount: money(give.per_seat_minor), most: give.most };
    case 'free_months':
      return { count: give.months };
    case 'discount':
      return { percent: give.percent, count: give.months ?? 0 };
    case 'feature_unlock':
      return { feature: give.feature, count: give.days ?? 0 };
    case 'gift':
      return { amount: money(give.worth_minor) };
    case 'gift_card':
      return { amount: money(give.amount_minor), brand: give.brand };
    case 'donation':
      return { amount: money(give.amount_minor), charity: give.charity };
  }
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
    ...(policy.self_reported === false ? [] : [sentence('self_reported')]),
    sentence('unpaid_binding', { count: policy.unpaid_binding_days }),
    sentence('lapse', { count: policy.lapse_days }),
  ];
}
