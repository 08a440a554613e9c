import type { Minor } from '../../kernel/money.ts';
import type { IsoDate } from '../../kernel/time.ts';

/** `sepa`: a credit transfer file in euros. `manual`: a list to pay by hand, in any currency. */
export const RAILS = ['sepa', 'manual'] as const;
export type Rail = (typeof RAILS)[number];

/** draft → approved (by a second person) → sent (to the bank) → paid (every payout answered); or cancelled before it is sent. */
export const BATCH_STATES = ['draft', 'approved', 'sent', 'paid', 'cancelled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** draft → claimed (approved) → sent → paid, failed, or returned after it was paid. */
export const PAYOUT_STATES = ['draft', 'claimed', 'sent', 'paid', 'failed', 'returned', 'cancelled'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** Why a partner with money waiting is not in a batch. */
export const SKIP_REASONS = [
  'no_destination',
  'wrong_rail',
  'below_minimum',
  'negative_balance',
  'not_approved',
  'in_another_payout',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Where money goes: an IBAN for SEPA, the partner's own words for paying by hand. */
export type Destination = {
  id: string;
  rail: Rail;
  holderName: string;
  iban: string | null;
  bic: string | null;
  details: string | null;
};

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
  items: readonly PayoutItem[];
};

export type Skipped = {
  partner_id: string;
  partner_name: string;
  reason: SkipReason;
  available_minor: Minor;
  minimum_minor: Minor;
  partner_state: string;
};

export type Payout = {
  id: string;
  batchId: string;
  partnerId: string;
  partnerName: string;
  currency: string;
  amountMinor: Minor;
  destination: Destination;
  state: PayoutState;
  endToEndId: string;
  reason: string | null;
  paidAt: Date | null;
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
  sentAt: Date | null;
  paidAt: Date | null;
};

/** What the bank said about one payout. */
export type BankAnswer = { payoutId: string; outcome: 'paid' | 'failed' | 'returned'; reason?: string | undefined };

/** Who pays: the company's own account. */
export type Debtor = { holderName: string; iban: string; bic: string | null };
