import type { Minor } from '../../kernel/money.ts';
import type { IsoDate } from '../../kernel/time.ts';

/**
 * `sepa`: a credit transfer file in euros. `paypal` and `wise`: their batch files. `provider`: paid through an interface,
 * one by one. `manual`: a list to pay by hand, in any currency.
 */
export const RAILS = ['sepa', 'paypal', 'wise', 'provider', 'manual'] as const;
export type Rail = (typeof RAILS)[number];

/** draft → approved (by a second person) → sent (to the bank) → paid (every payout answered); or cancelled before it is sent. */
export const BATCH_STATES = ['draft', 'approved', 'sent', 'paid', 'cancelled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/**
 * draft → claimed (approved) → sent → paid, failed, or returned after it was paid. With a provider claimed → sending
 * before it is told; `unknown` when it gave no clear answer, left only by asking it again with the same key.
 */
export const PAYOUT_STATES = [
  'draft',
  'claimed',
  'sending',
  'unknown',
  'sent',
  'paid',
  'failed',
  'returned',
  'cancelled',
] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** Money that has left the partner's balance and has not arrived. */
export const IN_TRANSIT: readonly PayoutState[] = ['claimed', 'sending', 'unknown', 'sent'];

/** Why a partner with money waiting is not in a batch. */
export const SKIP_REASONS = [
  'no_destination',
  'wrong_rail',
  'below_minimum',
  'negative_balance',
  'not_approved',
  'in_another_payout',
  'tax_form_missing',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a partner cannot ask for a payout now. */
export const REQUEST_REFUSALS = [...SKIP_REASONS, 'nothing_payable', 'request_under_way'] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];

/** A partner asked to be paid; `batchId`: the draft that took it up. */
export type PayoutRequest = {
  id: string;
  partnerId: string;
  partnerName: string;
  currency: string;
  amountMinor: Minor;
  promisedOn: IsoDate;
  requestedAt: Date;
  batchId: string | null;
};

/**
 * Where money goes: an IBAN for SEPA; else `details`: a PayPal address, an account at the provider, a line that names
 * the account at Wise (its parts in `fields`), or the partner's own words for paying by hand.
 */
export type Destination = {
  id: string;
  rail: Rail;
  holderName: string;
  iban: string | null;
  bic: string | null;
  details: string | null;
  /** Wise's columns for the account: `targetCurrency`, `receiverType`, `IBAN`, `sortCode`, … */
  fields: Record<string, string>;
};

/** What decides how much is withheld from a partner, in one currency. */
export type TaxFacts = {
  rateBps: number;
  hasForm: boolean;
  /** Above this much in a calendar year a form is required; null: never. */
  formThresholdMinor: Minor | null;
  /** Gross of this year's payouts that were approved or paid. */
  paidThisYearMinor: Minor;
};

/** Nothing said, nothing required. */
export const NO_TAX: TaxFacts = { rateBps: 0, hasForm: false, formThresholdMinor: null, paidThisYearMinor: 0 };

/** When a programme pays. `day`: of the month (1-31, the last one when it is shorter) or of the week (1 Monday - 7). */
export type Schedule = { every: 'month' | 'week' | 'demand'; day: number };

/** What of one commission a payout settles; negative: a clawback taken off. */
export type PayoutItem = { commissionId: string; amountMinor: Minor };

/** A partner with a balance in the batch's currency, before it is decided whether it is paid. */
export type Candidate = {
  partnerId: string;
  partnerName: string;
  partnerState: string;
  /** The partner's `partner.available` in the ledger. */
  availableMinor: Minor;
  /** The lowest minimum of the programmes the items come from. */
  minimumMinor: Minor;
  destination: Destination | undefined;
  tax: TaxFacts;
  items: readonly PayoutItem[];
};

export type Skipped = {
  partner_id: string;
  partner_name: string;
  reason: SkipReason;
  available_minor: Minor;
  minimum_minor: Minor;
  partner_state: string;
  /** With `tax_form_missing`: the threshold. */
  threshold_minor?: Minor;
};

export type Payout = {
  id: string;
  batchId: string;
  partnerId: string;
  partnerName: string;
  currency: string;
  /** What leaves: gross less what is withheld. */
  amountMinor: Minor;
  grossMinor: Minor;
  withheldMinor: Minor;
  withheldRateBps: number;
  destination: Destination;
  state: PayoutState;
  endToEndId: string;
  reason: string | null;
  paidAt: Date | null;
  /** With a provider: when it was last told or asked. */
  askedAt: Date | null;
  providerRef: string | null;
  items: PayoutItem[];
};

export type Batch = {
  id: string;
  currency: string;
  rail: Rail;
  state: BatchState;
  createdBy: string;
  createdAt: Date;
  expectedOn: IsoDate;
  contentHash: string;
  skipped: Skipped[];
  /** How often it was approved: part of the key of the claim. */
  approvals: number;
  approvedBy: string | null;
  approvedAt: Date | null;
  /** When its file was first given out. */
  filedAt: Date | null;
  sentAt: Date | null;
  paidAt: Date | null;
};

/** What the bank said about one payout. */
export type BankAnswer = { payoutId: string; outcome: 'paid' | 'failed' | 'returned'; reason?: string | undefined };

/** What a provider says became of an order. `pending`: accepted, not arrived yet. */
export type ProviderReport = {
  state: 'pending' | 'paid' | 'failed' | 'returned';
  amountMinor: Minor;
  currency: string;
  account: string;
};

/** Who pays: the company's own account. */
export type Debtor = { holderName: string; iban: string; bic: string | null };

/** The files banks answer with. */
export const ANSWER_FORMATS = ['pain.002', 'camt.053', 'camt.054', 'csv'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** One line of a bank's answer that is about a payment of ours, or may be. */
export type AnswerLine = {
  /** Our end-to-end id; empty when the bank did not repeat it. */
  reference: string;
  /** The file our batch was sent in, when the answer is about all of it. */
  messageId: string;
  outcome: 'paid' | 'failed' | 'returned';
  reason: string | undefined;
  /** Undefined when the bank does not say it. */
  amountMinor: Minor | undefined;
  currency: string | undefined;
};
