import type { CommissionTerms, RewardGift, RewardTerms, Terms } from '../../../partners/programmes/model.ts';
import type { FriendReward, Offer, OfferReward } from '../model.ts';

/** Months of free service one receiver gets in a year, as in the templates. */
const FREE_MONTHS_A_YEAR = 12;

/** A share as the terms write it: .125 → "12.5%". */
export function rateText(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`;
}

/**
 * The terms of a programme with the offer instead of what they promise for a referral. What the offer says nothing of
 * stays (hold days, payouts, caps, rewards for milestones and reviews); other rates for tiers, products or renewals
 * would contradict the forecast and go, and so does the sentence that told the friend what it gets.
 */
export function termsOf(base: Terms, offer: Offer): Terms {
  const { tiers: _tiers, renewal: _renewal, products: _products, rewards = [], ...rest } = base;
  const kept = rewards.filter(({ on }) => on === 'milestone' || on === 'review');
  const added = [...rewardOf(offer.reward), ...friendOf(offer.friend)];
  const free = added.map((reward) => ({ ...reward, key: freeKey(reward.key, kept) }));
  return {
    ...rest,
    commission: commissionOf(offer.reward),
    ...(kept.length + free.length > 0 ? { rewards: [...kept, ...free] } : {}),
    friend_offer: '',
  };
}

function freeKey(key: string, kept: readonly RewardTerms[]): string {
  return kept.some((one) => one.key === key) ? `${key}-new` : key;
}

function commissionOf(reward: OfferReward): CommissionTerms {
  if (reward.kind === 'percent') return { kind: 'percent', rate: rateText(reward.rate), months: reward.months };
  if (reward.kind === 'recurring') return { kind: 'percent', rate: rateText(reward.rate), months: null };
  if (reward.kind === 'flat') return { kind: 'flat', amount_minor: Math.round(reward.amount_minor), months: 1 };
  if (reward.kind === 'per_lead')
    return { kind: 'per_lead', amount_minor: Math.round(reward.amount_minor), stage: 'qualified' };
  return { kind: 'none' };
}

function rewardOf(reward: OfferReward): RewardTerms[] {
  const on = 'first_payment';
  if (reward.kind === 'company_credit') {
    const give: RewardGift = {
      kind: 'company_credit',
      per_seat_minor: Math.round(reward.per_seat_minor),
      most: '100%',
    };
    return [{ key: 'company-credit', on, to: 'company', give }];
  }
  if (reward.kind === 'free_months') return [{ key: 'free-months', on, to: 'company', give: months(reward.months) }];
  if (reward.kind === 'gift')
    return [{ key: 'gift', on, to: 'referrer', give: { kind: 'gift', worth_minor: Math.round(reward.worth_minor) } }];
  return [];
}

function friendOf(friend: FriendReward): RewardTerms[] {
  if (friend.kind === 'discount') {
    const give: RewardGift = { kind: 'discount', percent: rateText(friend.rate), months: friend.months };
    return [{ key: 'friend-discount', on: 'signup', to: 'friend', give }];
  }
  if (friend.kind === 'free_months')
    return [{ key: 'friend-months', on: 'signup', to: 'friend', give: months(friend.months) }];
  if (friend.kind === 'gift') {
    const give: RewardGift = { kind: 'gift', worth_minor: Math.round(friend.worth_minor) };
    return [{ key: 'friend-gift', on: 'first_payment', to: 'friend', give }];
  }
  return [];
}

function months(count: number): RewardGift {
  return { kind: 'free_months', months: count, per_year: Math.max(FREE_MONTHS_A_YEAR, count) };
}
