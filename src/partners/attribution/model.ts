import type { PartnerState } from '../partners/model.ts';
import type { AttributionPolicy, ProgrammeState } from '../programmes/model.ts';

export type Rule = 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7';

/** A click that may have brought the account, or a referral that named it: then `click_id` is the referral's. */
export type Touch = {
  click_id: string;
  link_id: string | null;
  partner_id: string;
  programme_id: string;
  at: Date;
  kind: 'human' | 'bot' | 'prefetch' | 'head';
  consent: boolean;
  network_key: string | null;
  known_account_id: string | null;
  /** A referral counts until its protection ends, whatever the window of clicks. */
  protected_until?: Date;
};

/** A partner that a customer named when asked how it heard about us; null when nobody we know was named. */
export type SelfReport = {
  /** The sign-up that said so. */
  id: string;
  partner_id: string | null;
  programme_id: string | null;
  at: Date;
  words: string;
};

/** Everything about a partner that decides whether it is credited. */
export type PartnerFacts = {
  id: string;
  email_normalised: string;
  email_domain: string;
  account_id: string | null;
  account_domain: string | null;
  person_id: string | null;
  /** Cards and bank accounts it was seen with. */
  fingerprints: readonly string[];
  /** Oldest first. */
  states: readonly { state: PartnerState; at: Date }[];
  /** Programmes the partner is enrolled in now. */
  programme_ids: readonly string[];
};

export type ProgrammeFacts = { id: string; state: ProgrammeState; attribution: AttributionPolicy };

/** A partner an account is bound to; `rule` says how it came about. */
export type BindingFacts = {
  id: string;
  rule: 'R2' | 'R4' | 'R5' | 'R6';
  partner_id: string;
  programme_id: string;
  link_id: string | null;
  click_id: string | null;
  coupon_code: string | null;
  bound_at: Date;
  effective_at: Date;
};

/** A credited invoice that accrued a commission. */
export type AccruedFacts = {
  rule: Rule;
  partner_id: string;
  programme_id: string;
  at: Date;
};

/** `until`: the end of the period it paid for; the time of payment when nobody said. */
export type Payment = { at: Date; until: Date };

export type CouponFacts = {
  code: string;
  partner_id: string;
  programme_id: string;
  state: 'active' | 'ended';
  expires_at: Date | null;
  /** Other accounts have used it as often as it may be. */
  used_up: boolean;
};

/** What is known when a sign-up or an invoice is decided. Nothing else may decide. */
export type Facts = {
  conversion: { kind: 'signup' | 'invoice'; at: Date; coupons: readonly string[]; is_paid: boolean };
  account: {
    id: string;
    /** Every mailbox of the account, normalised. */
    emails: readonly string[];
    domain: string | null;
    person_ids: readonly string[];
    /** Cards and bank accounts it paid with. */
    fingerprints: readonly string[];
    /** When the company first knew the account: a lead, a trial, an earlier sale. */
    known_since: Date | null;
  };
  /** Another account was merged into it: then the earlier binding counts, whoever signs up again. */
  is_merged: boolean;
  /** When the account signed up, as far as that is known. */
  signed_up_at: Date | null;
  touches: readonly Touch[];
  self_reports: readonly SelfReport[];
  /** The live binding, without what an administrator set. */
  binding: BindingFacts | null;
  /** What administrators set. */
  overrides: readonly BindingFacts[];
  accrued: readonly AccruedFacts[];
  /** The account's other paid invoices, however they were credited. */
  payments: readonly Payment[];
  /** Coupons of partners, by code in capital letters. */
  coupons: ReadonlyMap<string, CouponFacts>;
  partners: ReadonlyMap<string, PartnerFacts>;
  programmes: ReadonlyMap<string, ProgrammeFacts>;
  /** Other accounts whose click came from the same partner and network, with the time of that click. */
  neighbours: readonly { click_id: string; account_id: string; at: Date }[];
};

/** Something that spoke for a partner: kept, or fallen away with the reason. */
export type Considered = {
  kind: 'click' | 'referral' | 'coupon' | 'binding' | 'override' | 'episode' | 'self_reported';
  id: string | null;
  partner_id: string | null;
  programme_id: string | null;
  at: string | null;
  /** null: this is the one that counts. */
  fell_away: string | null;
};

/** A suspicion with its evidence. One that holds keeps the commission until somebody has looked. */
export type Flag = { code: string; holds: boolean; evidence: Record<string, string> };

export type Decision = {
  rule: Rule;
  outcome: 'credited' | 'unattributed' | 'refused';
  /** A key of `reasons-attribution`. */
  reason: string;
  reason_params: Record<string, string | number>;
  partner_id: string | null;
  programme_id: string | null;
  link_id: string | null;
  click_id: string | null;
  coupon_code: string | null;
  considered: Considered[];
  flags: Flag[];
};

export type ConversionState = 'parked' | 'decided' | 'unattributed';
export type ConversionKind = 'signup' | 'invoice' | 'refund' | 'dispute';

/** What reached us, once. `body` is what was sent. */
export type ConversionEvent = {
  id: string;
  source: string;
  event_id: string;
  kind: ConversionKind;
  body_hash: string;
  body: unknown;
  account_external_id: string | null;
  invoice_external_id: string | null;
  occurred_at: Date;
  received_at: Date;
  state: ConversionState;
  parked_reason: string | null;
  /** What a refund took back, or why nothing. */
  result: unknown;
};

/** Days a payment or refund waits for its account or invoice. */
export const PARKED_DAYS = 90;
