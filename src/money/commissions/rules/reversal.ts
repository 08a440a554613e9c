import { allocate, type Minor, multiply, rational, roundToMinor } from '../../../kernel/money.ts';
import type { CommissionState } from '../model.ts';

/**
 * What this refund takes from what a sale earned: round(gross × refunded so far ÷ paid) − already reversed, never below
 * 0 nor beyond what is left. "Refunded" and "paid" are both the invoice's cash with tax, which is the same proportion
 * as their parts in the base (domain.md §7).
 */
export function computeReversal(
  earned: { grossMinor: Minor; reversedMinor: Minor; cashMinor: Minor },
  refundedTotalMinor: Minor,
): Minor {
  if (earned.cashMinor <= 0) return 0;
  const refunded = Math.min(refundedTotalMinor, earned.cashMinor);
  const target = roundToMinor(multiply(rational(earned.grossMinor), rational(refunded, earned.cashMinor)));
  return Math.max(0, target - earned.reversedMinor);
}

/**
 * The same for a sale that is paid as several commissions (shares, tranches): what is taken of the whole, spread over
 * what is left of each by largest remainder, so that the parts sum to the whole and none falls below 0.
 */
export function computeReversals(
  parts: readonly { grossMinor: Minor; reversedMinor: Minor }[],
  cashMinor: Minor,
  refundedTotalMinor: Minor,
): Minor[] {
  const total = (of: (part: (typeof parts)[number]) => Minor) => parts.reduce((all, part) => all + of(part), 0);
  const whole = {
    grossMinor: total(({ grossMinor }) => grossMinor),
    reversedMinor: total((part) => part.reversedMinor),
    cashMinor,
  };
  const taken = computeReversal(whole, refundedTotalMinor);
  if (taken === 0) return parts.map(() => 0);
  return allocate(
    taken,
    parts.map((part) => part.grossMinor - part.reversedMinor),
  );
}

/**
 * What is taken of each part after a series of refunds, one after the other. `totals`: everything that went back after
 * each of them, oldest first.
 */
export function replayReversals(
  parts: readonly { grossMinor: Minor }[],
  cashMinor: Minor,
  totals: readonly Minor[],
): Minor[] {
  let taken = parts.map(({ grossMinor }) => ({ grossMinor, reversedMinor: 0 }));
  for (const total of totals) {
    const amounts = computeReversals(taken, cashMinor, total);
    taken = taken.map((part, index) => ({ ...part, reversedMinor: part.reversedMinor + (amounts[index] ?? 0) }));
  }
  return taken.map(({ reversedMinor }) => reversedMinor);
}

/** Where a commission is after a refund: nothing left of it unpaid makes it reversed; what was paid stays paid. */
export function stateAfterReversal(
  before: { state: CommissionState; grossMinor: Minor; reversedMinor: Minor },
  reversal: { amountMinor: Minor; settled: boolean },
): CommissionState {
  const nothingLeft = before.reversedMinor + reversal.amountMinor === before.grossMinor;
  return nothingLeft && !reversal.settled ? 'reversed' : before.state;
}

/** The account on which a commission's unpaid net stands; undefined when nothing of it is there. */
export function accountOf(
  state: CommissionState,
): 'partner.pending' | 'partner.held' | 'partner.available' | undefined {
  if (state === 'pending') return 'partner.pending';
  if (state === 'held') return 'partner.held';
  return state === 'available' || state === 'paid' ? 'partner.available' : undefined;
}
