import { type Minor, multiply, type Rational, rational } from '../../../kernel/money.ts';
import { parsePercent } from '../../../kernel/percent.ts';
import type { CreditUse } from '../model.ts';

/** A credit that waits for an invoice; `most`: of that invoice, "100%". */
export type WaitingCredit = { id: string; amountMinor: Minor; most: string };

/**
 * What one invoice takes of the credits that wait for it, oldest first (domain.md §7): together never more than the
 * invoice, each never more than its own share of it; nothing is left over for another invoice.
 * @param invoiceMinor what the invoice asks before the credits; 0 or less takes nothing
 */
export function allocateCredits(invoiceMinor: Minor, credits: readonly WaitingCredit[]): CreditUse[] {
  let taken = 0;
  return credits.map(({ id, amountMinor, most }) => {
    const room = Math.min(invoiceMinor, floorOf(invoiceMinor, parsePercent(most, 'most'))) - taken;
    const usedMinor = Math.max(0, Math.min(amountMinor, room));
    taken += usedMinor;
    return { id, usedMinor };
  });
}

/** Rounded down, so that a share of an invoice is never passed. */
function floorOf(amount: Minor, part: Rational): Minor {
  if (amount <= 0) return 0;
  const { num, den } = multiply(rational(amount), part);
  return Number(num / den);
}
