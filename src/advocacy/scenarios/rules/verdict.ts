import { formatMoney } from '../../../kernel/money.ts';
import { formatPercent } from '../../../kernel/percent.ts';
import {
  ASSUMPTIONS,
  type FriendReward,
  type Largest,
  type Offer,
  type OfferResult,
  type OfferReward,
  type Said,
  type ScenarioInput,
  type Spread,
} from '../model.ts';

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
  const sure = howSure(facts.profit, input);
  return asFarAs(input, { key: 'verdict', params: { offer: nameOfOffer(offer, input.currency), ...sure, largest } });
}

/** An input that rests on fewer facts of one's own says little, whatever the runs made of it say. */
const FEW = 10;
/** So sure at most where an input rests on few: the runs know nothing of what the few did not show. */
const SUREST = 0.9;

/** The input that rests on the fewest facts of one's own, where these are very few. */
export function thinnestInput({ assumptions }: Pick<ScenarioInput, 'assumptions'>): Said | undefined {
  const [least] = ASSUMPTIONS.flatMap((key) => {
    const { source, n } = assumptions[key];
    return source === 'own' && n != null && n < FEW ? [{ key, n }] : [];
  }).toSorted((a, b) => a.n - b.n);
  if (!least) return undefined;
  const on = { key: `few.${least.key}`, params: { count: least.n } };
  return { key: 'rests_on', params: { name: { key: `fields.${least.key}.name`, params: {} }, on } };
}

function asFarAs(input: ScenarioInput, verdict: Said): Said {
  const few = thinnestInput(input);
  return few ? { key: 'as_far_as', params: { verdict, few } } : verdict;
}

function howSure(share: number, input: ScenarioInput): { chance: Said; percent: string } {
  const few = thinnestInput(input) !== undefined;
  if (few && share > SUREST) return { chance: chanceInWords(SUREST), percent: `>${formatPercent(SUREST, 0)}` };
  if (few && share < 1 - SUREST)
    return { chance: chanceInWords(1 - SUREST), percent: `<${formatPercent(1 - SUREST, 0)}` };
  return { chance: chanceInWords(share), percent: wholePercent(share) };
}

/** Never "100%" nor "0%": what happens in all runs may still not happen. */
export function wholePercent(share: number): string {
  if (share > 0.99) return '>99%';
  if (share < 0.01) return '<1%';
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
export function differenceInWords(difference: Spread & { better: number }, input: ScenarioInput): Said {
  const { better, p50 } = difference;
  if (p50 === 0 && better === 0) return { key: 'difference.same', params: {} };
  const second = better >= 0.5;
  const amount = formatMoney(Math.round(Math.abs(p50)), input.currency);
  return {
    key: second ? 'difference.second' : 'difference.first',
    params: { ...howSure(second ? better : 1 - better, input), amount },
  };
}
