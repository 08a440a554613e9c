import type { Minor } from '../../kernel/money.ts';

export const ACCOUNT_KINDS = [
  'programme.expense',
  'partner.pending',
  'partner.held',
  'partner.available',
  'payout.in_transit',
  'tax.withheld',
  'cash',
  'company.credit',
  'credit.used',
  'fx',
  'writeoff',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const LEDGER_EVENTS = [
  'accrue',
  'mature',
  'hold',
  'release',
  'reverse',
  'payout_claimed',
  'withheld',
  'payout_confirmed',
  'payout_failed',
  'payout_returned',
  'convert',
  'writeoff',
  'credit_granted',
  'credit_used',
  'credit_lapsed',
] as const;
export type LedgerEvent = (typeof LEDGER_EVENTS)[number];

/** Who an account belongs to: a programme, a partner, a payout, or the company. */
export type AccountRef = { kind: AccountKind; owner_id: string };

/** The owner of `cash`. */
export const COMPANY = 'company';

/** One movement of money. Balance = credits − debits. */
export type Transfer = {
  /** The same key with the same content is the same transfer; with other content it is a conflict. */
  idempotency_key: string;
  event: LedgerEvent;
  debit: AccountRef;
  credit: AccountRef;
  currency: string;
  /** Minor units, above 0. */
  amount_minor: Minor;
  ref_kind: string;
  ref_id: string;
  reason?: string;
};

/** An account as the database holds it. */
export type Account = AccountRef & { id: string; currency: string; balance_minor: Minor };

/** The identity of an account, and the order in which accounts are locked. */
export function accountKey(ref: AccountRef, currency: string): string {
  return `${ref.kind}|${ref.owner_id}|${currency}`;
}
