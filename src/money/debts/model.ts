import type { Minor } from '../../kernel/money.ts';

/** A partner whose balance has been below 0 since `since`. */
export type Debt = {
  partnerId: string;
  partnerName: string;
  currency: string;
  /** Above 0. */
  owedMinor: Minor;
  since: Date;
};

/** What one clawback leaves open; below 0. */
export type OpenClawback = { commissionId: string; amountMinor: Minor };
