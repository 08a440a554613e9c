import { formatMoney } from '../../../kernel/money.ts';
import { formatPercent } from '../../../kernel/percent.ts';
import type { FriendReward, Largest, Offer, OfferResult, OfferReward, Said, ScenarioInput, Spread } from '../model.ts';

/** How likely in words: the calibrated scale of the IPCC (Mastrandrea et al. 2010). */
const CHANCES: [least: number, key: string][] = [
  [0.99, 'almost_certainly'],
  [0.9, 'very_likely'],
  [0.66, 'likely'],
  [0.33, 'as_likely_as_not'],
  [0.1, 'unlikely'],
  [0.01, 'very_unlikely'],
];

export function chanceInWords(chance: number): Said {
  const found = CHANCES.find(([least]) => chance >= least);
  return { key: `chance.${found?.[1] ?? 'almost_certainly_not'}`, params: {} };
}

type Facts = Pick<OfferResult, 'profit' | 'guard_holds' | 'largest'>;

/** "At 20% for 12 months you would very likely (93%) earn more than you spend; the largest reward you can afford is 31%." */
export function offerInWords(facts: Facts, { input, offer }: { input: ScenarioInput; offer: Offer }): Said {
  const largest = largestInWords(facts.largest, { input, offer });
  const chance = chanceInWords(facts.profit);
  const params = { offer: nameOfOffer(offer, input.currency), chance, percent: wholePercent(facts.profit), largest };
  return { key: 'verdict', params };
}

/** 99.6 % is not "100%", nor .3 % "0%", while a run says otherwise. */
export function wholePercent(share: number): string {
  if (share > 0.99 && share < 1) return '>99%';
  if (share > 0 && share < 0.01) return '<1%';
  return formatPercent(share, 0);
}

function largestInWords(largest: Largest, { input, offer }: { input: ScenarioInput; offer: Offer }): Said {
  const params = { guard: input.guard, confidence: formatPercent(input.confidence, 0) };
  if (!('size' in largest)) return { key: `largest.${largest.outcome}`, params };
  return {
    key: `largest.${largest.outcome}`,
    params: { ...params, size: sizeInWords(offer.reward, largest.size, input.currency) },
  };
}

/** A size of the reward as one says it: "31%", "€120.00", "3 months". */
export function sizeInWords(reward: OfferReward, size: number, currency: string): Said | string {
  if (reward.kind === 'percent' || reward.kind === 'recurring') return formatPercent(size, 1);
  if (reward.kind === 'free_months') return { key: 'size.months', params: { count: size } };
  const amount = formatMoney(Math.round(size), currency);
  return reward.kind === 'company_credit' ? { key: 'size.per_seat', params: { amount } } : amount;
}

/** The offer as a phrase: "20% for 12 months, and 10% off for 3 months for the friend". */
export function nameOfOffer({ reward, friend }: Offer, currency: string): Said {
  const forReferrer = { key: `offer.${reward.kind}`, params: partsOf(reward, currency) };
  if (friend.kind === 'none') return forReferrer;
  const forFriend = { key: `friend.${friend.kind}`, params: partsOf(friend, currency) };
  return { key: 'offer.two_sided', params: { reward: forReferrer, friend: forFriend } };
}

function partsOf(part: OfferReward | FriendReward, currency: string): Said['params'] {
  const params: Said['params'] = {};
  if ('rate' in part) params.rate = formatPercent(part.rate, 1);
  if ('months' in part) params.count = part.months;
  for (const name of ['amount_minor', 'per_seat_minor', 'worth_minor'] as const) {
    const amount = (part as Partial<Record<typeof name, number>>)[name];
    if (amount !== undefined) params.amount = formatMoney(Math.round(amount), currency);
  }
  return params;
}

/** Which of two offers brings more, on the same chances. */
export function differenceInWords(difference: Spread & { better: number }, currency: string): Said {
  const { better, p50 } = difference;
  if (p50 === 0 && better === 0) return { key: 'difference.same', params: {} };
  const second = better >= 0.5;
  return {
    key: second ? 'difference.second' : 'difference.first',
    params: {
      chance: chanceInWords(second ? better : 1 - better),
      percent: wholePercent(second ? better : 1 - better),
      amount: formatMoney(Math.round(Math.abs(p50)), currency),
    },
  };
}
