/** The way of a referral through sales; each stage includes those before it. */
export const OPEN_STAGES = ['submitted', 'accepted', 'qualified', 'meeting', 'won'] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];
export type Stage = OpenStage | 'lost';
export const STAGES: readonly Stage[] = [...OPEN_STAGES, 'lost'];

/** Why a referral cannot count: found when it is submitted. */
export const REFUSED_AT_ONCE = ['already_referred', 'existing_customer', 'self_referral'] as const;
/** Why a referral is lost: sales say. */
export const LOST_REASONS = ['not_a_fit', 'no_answer', 'chose_another', 'no_budget', 'not_now', 'other'] as const;
export type LostReason = (typeof REFUSED_AT_ONCE)[number] | (typeof LOST_REASONS)[number];

export type ReferralSource = 'form' | 'portal' | 'console' | 'api';

/** A named prospect. `expected_value_minor` in minor units of the programme's currency. */
export type Referral = {
  id: string;
  programme_id: string;
  partner_id: string;
  source: ReferralSource;
  company_name: string;
  contact_name: string;
  contact_email: string;
  email_normalised: string;
  company_domain: string | null;
  note: string;
  /** What the one who referred confirmed about the prospect's consent, word for word. */
  consent_text: string;
  expected_value_minor: number | null;
  stage: Stage;
  lost_reason: LostReason | null;
  owner_id: string | null;
  answer_by: Date;
  protected_until: Date;
  account_id: string | null;
  submitted_at: Date;
  moved_at: Date;
};

export type ReferralStep = { stage: Stage; reason: LostReason | null; note: string; actor_id: string; at: Date };

/** How a programme takes referrals. */
export type ReferralSettings = {
  /** The partner may expect an answer within so many hours. */
  answer_within_hours: number;
  /** Days from submission during which nobody else can be credited with the prospect (deal registration). */
  protect_days: number;
  /** The member who gets new referrals. */
  owner_id: string | null;
  /** An address that gets each accepted referral. */
  hand_off_email: string | null;
  /** Whether a partner's public form takes referrals. */
  form_open: boolean;
};

export const DEFAULT_SETTINGS: ReferralSettings = {
  answer_within_hours: 48,
  protect_days: 90,
  owner_id: null,
  hand_off_email: null,
  form_open: true,
};
