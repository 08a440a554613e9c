import { netContribution } from '../../../kernel/net-contribution.ts';
import type { AssumptionKey, Money, Offer, OfferReward, ScenarioInput } from '../model.ts';

/** One run: a value for each assumption. */
export type Run = Record<AssumptionKey, number>;

/** What one customer won brings and costs in one run; costs of the reward are for a reward of size 1. */
export type Unit = {
  /** Monthly, of the first month. */
  margin: number;
  care: number;
  revenue: number;
  churn: number;
  /** Once. */
  acquisition: number;
  /** Rewards for customers and leads that are not real, for each customer won. */
  fakes: number;
  /** Off what the friend pays, as a share, in so many months; and what it gets once. */
  friend: { rate: number; months: number; once: number };
  reward: { monthly: number; months: number; once: number };
};

const FOREVER = Number.POSITIVE_INFINITY;
/** Of a month: nobody is expected to stay longer than a thousand of them. */
export const CHURN_LEAST = 0.001;
const FRAUD_MOST = 0.95;

/** Expected months paid of the first `months`, when a share `churn` of those left leaves after each. */
export function monthsPaid(churn: number, months: number): number {
  return months === FOREVER ? 1 / churn : -Math.expm1(months * Math.log1p(-Math.min(churn, 1 - 1e-12))) / churn;
}

/**
 * What one customer of the offer brings and costs. Lifetimes are geometric: monthly churn is the margin of a month over
 * LTV, times (1 + churn_change) for referred customers.
 */
export function unitOf(run: Run, input: Pick<ScenarioInput, 'seats'>, offer: Offer): Unit {
  const revenue = run.acv / 12;
  const margin = revenue * run.margin;
  const real = 1 - run.cannibalised;
  return {
    margin: margin * real,
    care: (run.care / 12) * real,
    revenue,
    churn: Math.min(1, Math.max(CHURN_LEAST, (margin / run.ltv) * (1 + run.churn_change))),
    acquisition: run.cac * run.cac_share * real,
    fakes: 1 / (1 - Math.min(run.fraud, FRAUD_MOST)) - 1,
    friend: friendOf(offer),
    reward: rewardUnit(offer.reward, { revenue, seats: input.seats, convert: converted(run, offer) }),
  };
}

function friendOf({ friend }: Offer): Unit['friend'] {
  if (friend.kind === 'discount') return { rate: friend.rate, months: friend.months, once: 0 };
  if (friend.kind === 'free_months') return { rate: 1, months: friend.months, once: 0 };
  return { rate: 0, months: 0, once: friend.kind === 'gift' ? friend.worth_minor : 0 };
}

function rewardUnit(
  reward: OfferReward,
  { revenue, seats, convert }: { revenue: number; seats: number; convert: number },
): Unit['reward'] {
  if (reward.kind === 'percent') return { monthly: revenue, months: reward.months, once: 0 };
  if (reward.kind === 'recurring') return { monthly: revenue, months: FOREVER, once: 0 };
  const once = {
    none: 0,
    flat: 1,
    per_lead: convert > 0 ? 1 / convert : 0,
    company_credit: seats,
    free_months: revenue,
    gift: 1,
  };
  return { monthly: 0, months: 0, once: once[reward.kind] };
}

/** How large the reward is, in its own unit: a share, minor units or months. */
export function sizeOf(reward: OfferReward): number {
  if (reward.kind === 'percent' || reward.kind === 'recurring') return reward.rate;
  if (reward.kind === 'flat' || reward.kind === 'per_lead') return reward.amount_minor;
  if (reward.kind === 'company_credit') return reward.per_seat_minor;
  if (reward.kind === 'free_months') return reward.months;
  return reward.kind === 'gift' ? reward.worth_minor : 0;
}

export const isCommission = ({ kind }: OfferReward) =>
  kind === 'percent' || kind === 'recurring' || kind === 'flat' || kind === 'per_lead';

/** Leads become customers more often when the friend gets something: × (1 + its worth ÷ ACV) ^ friend_elasticity. */
function converted(run: Run, offer: Offer): number {
  const friend = friendOf(offer);
  const worth = friend.once + (run.acv / 12) * friend.rate * Math.min(friend.months, 12);
  return Math.min(1, run.convert_rate * (1 + worth / run.acv) ** run.friend_elasticity);
}

/** A customer's life summed up; amounts for one customer won, those of the reward for size 1. */
export type Life = {
  margin: number;
  care: number;
  acquisition: number;
  discount: number;
  reward: number;
  /** With what fakes take. */
  rewardPaid: number;
  /** Customers won, before the answer of sharing to the reward. */
  perSharing: number;
};

/** The life of a customer, in closed form. */
export function lifeOf(run: Run, input: ScenarioInput, offer: Offer, unit = unitOf(run, input, offer)): Life {
  const { churn, friend, reward, revenue } = unit;
  const free = Math.min(reward.months, friend.months);
  const paid = reward.monthly * (monthsPaid(churn, reward.months) - friend.rate * monthsPaid(churn, free));
  const first = reward.monthly * (reward.months > 0 ? 1 - (friend.months > 0 ? friend.rate : 0) : 0);
  const each = paid + reward.once;
  return {
    margin: unit.margin / churn,
    care: unit.care / churn,
    acquisition: unit.acquisition,
    discount: revenue * friend.rate * monthsPaid(churn, friend.months) + friend.once * (1 + unit.fakes),
    reward: each,
    rewardPaid: each + (first + reward.once) * unit.fakes,
    perSharing: input.customers * run.ask_rate * run.reach * run.lead_rate * converted(run, offer),
  };
}

/**
 * Customers won in a year for a reward of `size`. Of those asked share_rate × ((1 + worth ÷ usual reward) ÷ 2) ^
 * elasticity share, at most all: as seen at the usual reward, 2 ^ -elasticity of it without any.
 */
export function wonFor(life: Life, run: Run, usual: number, size: number): number {
  const answer = run.elasticity === 0 ? 1 : ((1 + (life.reward * size) / usual) / 2) ** run.elasticity;
  return life.perSharing * Math.min(1, run.share_rate * answer);
}

/** LTV:CAC of the programme: margin of those who would not have come anyway over all it costs to win them. */
export function ratioFor(life: Life, { won, size, fixed }: { won: number; size: number; fixed: number }): number {
  const cost = won * (life.rewardPaid * size + life.discount + life.acquisition) + fixed;
  const margin = won * life.margin;
  if (cost > 0) return margin / cost;
  return margin > 0 ? Number.POSITIVE_INFINITY : 0;
}

/** Everything a year's customers bring and cost over their lives, in minor units. */
export function moneyOf(life: Life, input: ScenarioInput, { won, offer }: { won: number; offer: Offer }): Money {
  const paid = won * life.rewardPaid * sizeOf(offer.reward);
  const parts = {
    margin: won * life.margin,
    commission: isCommission(offer.reward) ? paid : 0,
    rewards: isCommission(offer.reward) ? 0 : paid,
    discounts: won * life.discount,
    retention: won * life.care,
  };
  const acquisition = won * life.acquisition;
  const fixed = input.fixed_cost_minor;
  return { ...parts, acquisition, fixed, net: netContribution(parts) - acquisition - fixed };
}

/**
 * The months in the life of a customer won, one after the other; `age` 1 is the first. Amounts for one customer won:
 * `spend` is reward, discount and what it costs to win, `margin` and `care` of those who still are there.
 */
export function forMonths(
  unit: Unit,
  offer: Offer,
  months: number,
  visit: (age: number, spend: number, margin: number, care: number) => void,
): void {
  const { friend, reward, fakes, revenue, acquisition } = unit;
  const size = sizeOf(offer.reward);
  const once = (size * reward.once + friend.once) * (1 + fakes) + acquisition;
  let here = 1;
  for (let age = 1; age <= months; age += 1) {
    const off = age <= friend.months ? friend.rate : 0;
    const monthly = age <= reward.months ? size * reward.monthly * (1 - off) : 0;
    const first = age === 1 ? once + monthly * fakes : 0;
    visit(age, here * (monthly + revenue * off) + first, here * unit.margin, here * unit.care);
    here *= 1 - unit.churn;
  }
}
