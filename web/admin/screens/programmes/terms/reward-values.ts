import type { RewardGift, RewardTerms } from '../../../../../src/partners/programmes/model.ts';
import { toRate } from './earning-values.ts';

/** What is given, as a form holds it: the fields of every kind at once. */
export type GiftValues = {
  kind: RewardGift['kind'];
  per_seat_minor: number | null;
  most: string;
  months: number | null;
  per_year: number | null;
  percent: string;
  feature: string;
  days: number | null;
  worth_minor: number | null;
  brand: string;
  amount_minor: number | null;
  charity: string;
};

/** One reward as a form holds it. */
export type RewardValues = Pick<RewardTerms, 'key' | 'on' | 'to'> & {
  count: number | null;
  cap_per_year: number | null;
  hold_days: number | null;
  target_days: number | null;
  tax_value_minor: number | null;
  give: GiftValues;
};

const NO_LIMITS = { count: null, cap_per_year: null, hold_days: null, target_days: null, tax_value_minor: null };

const BLANK_GIFT: GiftValues = {
  kind: 'gift_card',
  per_seat_minor: null,
  most: '100%',
  months: null,
  per_year: null,
  percent: '',
  feature: '',
  days: null,
  worth_minor: null,
  brand: '',
  amount_minor: null,
  charity: '',
};

/** A new reward under a name that is still free. */
export function newReward(rewards: readonly RewardValues[]): RewardValues {
  const taken = new Set(rewards.map(({ key }) => key));
  let number = rewards.length + 1;
  while (taken.has(`reward-${number}`)) number += 1;
  return { ...NO_LIMITS, key: `reward-${number}`, on: 'first_payment', to: 'referrer', give: BLANK_GIFT };
}

export function toRewardValues(reward: RewardTerms): RewardValues {
  return { ...NO_LIMITS, ...reward, give: { ...BLANK_GIFT, ...reward.give } };
}

export function toReward({ key, on, to, give, ...limits }: RewardValues): RewardTerms {
  const { count, ...others } = limits;
  const given = Object.entries(on === 'milestone' ? limits : others).filter(([, value]) => value !== null);
  return { key, on, to, ...Object.fromEntries(given), give: toGift(give) };
}

function toGift(give: GiftValues): RewardGift {
  const { kind, months, days, feature, brand, charity } = give;
  const amount_minor = give.amount_minor ?? 0;
  switch (kind) {
    case 'company_credit':
      return { kind, per_seat_minor: give.per_seat_minor ?? 0, most: toRate(give.most) };
    case 'free_months':
      return { kind, months: months ?? 0, per_year: give.per_year ?? 0 };
    case 'discount':
      return { kind, percent: toRate(give.percent), months };
    case 'feature_unlock':
      return { kind, feature, days };
    case 'gift':
      return { kind, worth_minor: give.worth_minor ?? 0 };
    case 'gift_card':
      return { kind, brand, amount_minor };
    case 'donation':
      return { kind, charity, amount_minor };
  }
}
