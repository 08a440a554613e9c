import type { Minor } from '../../../kernel/money.ts';
import { addDays } from '../../../kernel/time.ts';
import type { RewardGift, RewardReceiver, RewardTerms } from '../../../partners/programmes/model.ts';
import type { GrantRefusal, YearSoFar } from '../model.ts';

export type RewardFacts = {
  at: Date;
  /** Seats the referred customer bought. */
  seats: number;
  /** The terms' own hold, for rewards that name none. */
  holdDays: number;
  flags: readonly string[];
  /** Who would get it: the company of the one who referred may not be known. */
  companyId: string | null;
  yearSoFar: YearSoFar;
};

export type RewardOutcome = {
  state: 'earned' | 'held' | 'refused';
  reason: GrantRefusal | 'waiting' | 'flagged';
  /** Minor units of the programme's currency; 0 for what has no amount. */
  amountMinor: Minor;
  /** Months, seats or days, by kind. */
  quantity: number;
  taxValueMinor: Minor;
  readyAt: Date;
};

/**
 * What one reward of the terms comes to (domain.md §7): the amount, after the caps of the calendar year; refused with
 * amount 0 and the first reason that applies.
 */
export function decideReward(reward: RewardTerms, facts: RewardFacts): RewardOutcome {
  const wanted = measure(reward.give, facts);
  const refusal = refuse(reward, facts, wanted.quantity);
  const readyAt = addDays(facts.at, reward.hold_days ?? facts.holdDays);
  if (refusal) return { state: 'refused', reason: refusal, amountMinor: 0, quantity: 0, taxValueMinor: 0, readyAt };
  const flagged = facts.flags.length > 0;
  return {
    state: flagged ? 'held' : 'earned',
    reason: flagged ? 'flagged' : 'waiting',
    ...wanted,
    taxValueMinor: reward.tax_value_minor ?? taxValue(reward.give.kind, wanted.amountMinor),
    readyAt,
  };
}

function measure(give: RewardGift, facts: RewardFacts): { amountMinor: Minor; quantity: number } {
  switch (give.kind) {
    case 'company_credit':
      return { amountMinor: creditOf(give.per_seat_minor, facts.seats), quantity: facts.seats };
    case 'free_months':
      return { amountMinor: 0, quantity: Math.max(0, Math.min(give.months, give.per_year - facts.yearSoFar.quantity)) };
    case 'discount':
      return { amountMinor: 0, quantity: give.months ?? 0 };
    case 'feature_unlock':
      return { amountMinor: 0, quantity: give.days ?? 0 };
    case 'gift':
      return { amountMinor: give.worth_minor, quantity: 1 };
    default:
      return { amountMinor: give.amount_minor, quantity: 1 };
  }
}

/** Beyond what an amount can hold no invoice goes either: the credit is limited by the invoice in any case. */
function creditOf(perSeatMinor: Minor, seats: number): Minor {
  const amount = BigInt(perSeatMinor) * BigInt(seats);
  return amount > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(amount);
}

function refuse(reward: RewardTerms, facts: RewardFacts, quantity: number): GrantRefusal | undefined {
  if (needsCompany(reward) && facts.companyId === null) return 'no_company';
  if (reward.give.kind === 'company_credit' && facts.seats === 0) return 'no_seats';
  if (reward.give.kind === 'free_months' && quantity === 0) return 'cap';
  if (reward.cap_per_year !== undefined && facts.yearSoFar.grants >= reward.cap_per_year) return 'cap_of_reward';
  return undefined;
}

/** What billing and the product apply is applied to a company. */
function needsCompany({ to, give }: RewardTerms): boolean {
  return to !== 'referrer' || give.kind === 'free_months' || give.kind === 'discount';
}

/** A donation goes past the receiver, and a discount lowers a price: neither is an income. */
function taxValue(kind: RewardGift['kind'], amountMinor: Minor): Minor {
  return kind === 'gift' || kind === 'gift_card' || kind === 'company_credit' ? amountMinor : 0;
}

/** Which of the terms' rewards follow from an event; a milestone only when it is reached now. */
export function rewardsOn(
  rewards: readonly RewardTerms[],
  trigger: RewardTerms['on'],
  converted = 0,
): readonly RewardTerms[] {
  return rewards.filter(({ on, count }) => on === trigger && (on !== 'milestone' || count === converted));
}

/** The company a reward goes to: the partner's own, or the friend's. */
export function receivingCompany(
  to: RewardReceiver,
  companies: { own: string | null; friend: string | null },
): string | null {
  return to === 'friend' ? companies.friend : companies.own;
}
