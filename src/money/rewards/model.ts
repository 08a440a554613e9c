import type { Minor } from '../../kernel/money.ts';
import type { RewardKind, RewardReceiver, RewardTerms, RewardTrigger } from '../../partners/programmes/model.ts';

/** Where a grant is. `refused` was never owed; nothing is deleted. */
export const GRANT_STATES = [
  'promised',
  'earned',
  'held',
  'ready',
  'sent',
  'delivered',
  'failed',
  'expired',
  'revoked',
  'refused',
] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** Why a reward is not owed. Keys of `reasons-rewards`. */
export const GRANT_REFUSALS = ['cap', 'cap_of_reward', 'no_company', 'no_seats'] as const;
export type GrantRefusal = (typeof GRANT_REFUSALS)[number];

/** What somebody does by hand, in the gift queue; the others are done by the billing system and the product. */
export const SENT_BY_HAND: readonly RewardKind[] = ['gift', 'gift_card', 'donation'];

/** Days an address is kept after the gift arrived. */
export const ADDRESS_KEPT_DAYS = 30;
/** Days somebody has to say where a gift goes; reminded half-way. */
export const ADDRESS_OPEN_DAYS = 60;

/** Something that earns rewards. Amounts in minor units of `currency`. */
export type Earned = {
  trigger: RewardTrigger;
  programme_id: string;
  /** The one who referred. */
  partner_id: string;
  /** The customer who was referred; null while it is only a lead. */
  account_id: string | null;
  referral_id: string | null;
  conversion_event_id: string | null;
  base_minor: Minor;
  /** Of the base; null for a sign-up, which pays nothing. */
  currency: string | null;
  /** Seats the referred customer bought. */
  seats: number;
  at: Date;
  /** Suspicions found by the attribution: any of them holds the rewards. */
  flags?: readonly string[];
  /** The address of a public review: it earns once, whoever notes it. */
  review_url?: string;
};

export type Trigger = Omit<Earned, 'flags' | 'review_url'> & {
  id: string;
  subject: string;
  taken_back_at: Date | null;
};

/** One reward promised to one person or company. Amounts in minor units of `currency`. */
export type Grant = {
  id: string;
  dedupe_key: string;
  trigger_id: string | null;
  programme_id: string;
  partner_id: string;
  account_id: string | null;
  referral_id: string | null;
  reward_key: string;
  /** The reward as the terms promised it. */
  reward: RewardTerms;
  kind: RewardKind;
  receiver: RewardReceiver;
  /** The company that gets it: the partner's own, or the friend's. */
  receiver_account_id: string | null;
  currency: string;
  amount_minor: Minor;
  /** Months, seats or days, by kind. */
  quantity: number;
  tax_value_minor: Minor;
  used_minor: Minor | null;
  state: GrantState;
  reason: string;
  reason_params: Record<string, unknown>;
  flags: string[];
  promised_at: Date;
  earned_at: Date | null;
  ready_at: Date | null;
  due_on: string | null;
  expires_at: Date | null;
  sent_at: Date | null;
  told_at: Date | null;
  delivered_at: Date | null;
  waits_for: 'address' | 'gift' | null;
  gift_id: string | null;
  tracking: string | null;
  code_sealed: string | null;
};

/** A gift of the catalogue. `countries` empty: sent everywhere. */
export type Gift = {
  id: string;
  name: string;
  description: string;
  interests: string[];
  worth_minor: Minor;
  currency: string;
  stock: number;
  needs_address: boolean;
  countries: string[];
  state: 'active' | 'ended';
};

/** Where a gift goes. */
export type Address = {
  name: string;
  street: string;
  street2?: string | undefined;
  city: string;
  postcode: string;
  region?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
};

/** One account's events, and one review, earn each reward of a programme once. */
export function subjectOf(input: Pick<Earned, 'account_id' | 'referral_id' | 'review_url'>): string {
  if (input.review_url) return `review:${input.review_url}`;
  return input.account_id ? `account:${input.account_id}` : `referral:${input.referral_id}`;
}

/** Nothing is promised twice: one grant per programme, event, referred customer, reward and partner. */
export function dedupeKey(
  about: Pick<Earned, 'programme_id' | 'partner_id' | 'trigger' | 'conversion_event_id'> & { subject: string },
  key: string,
): string {
  const { programme_id, trigger, subject, partner_id, conversion_event_id } = about;
  return JSON.stringify([programme_id, trigger, subject, key, partner_id, conversion_event_id]);
}

/** What one receiver of a reward already got in the calendar year of the event, without what was taken back. */
export type YearSoFar = { grants: number; quantity: number };

/** What an invoice took of one credit. */
export type CreditUse = { id: string; usedMinor: Minor };
