import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { Reversal, ReverseInput } from '../model.ts';
import { computeReversals, stateAfterReversal } from '../rules/reversal.ts';
import * as store from '../store/commissions.ts';
import { findReversals, insertReversal } from '../store/reversals.ts';
import { audit, takeBack } from './move-money.ts';

type Locked = store.LockedCommission;

/**
 * Takes back the refunded part of every commission of an invoice: from what is pending, held or available, and after
 * the payout as a clawback that may leave the partner owing. The same event again: the first answer.
 */
export async function reverseForRefund(ctx: Ctx, input: ReverseInput): Promise<Reversal[]> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const commissions = (await store.lockCommissionsOfInvoice(ctx, input.invoiceId)).filter(shares);
    const known = new Set((await findReversals(ctx, input.conversionEventId)).map((one) => one.commissionId));
    const fresh = commissions.filter(({ id }) => !known.has(id));
    for (const parts of Map.groupBy(fresh, wholeOf).values()) await reverseWhole(ctx, parts, input);
    return findReversals(ctx, input.conversionEventId);
  });
}

/** What a refund takes a part of: earned, and not taken back whole for another reason. */
function shares({ grossMinor, state, reason }: Locked): boolean {
  return grossMinor > 0 && (state !== 'reversed' || reason === 'refunded' || reason === 'charged_back');
}

/** Shares and tranches of one sale are one whole; top-ups, bounties and what recruiters earn stand for themselves. */
export function wholeOf({ programmeId, creditedPartnerId, rule, partnerId }: Locked): string {
  return JSON.stringify([programmeId, creditedPartnerId, rule, rule === 'sub_partner' ? partnerId : '']);
}

async function reverseWhole(ctx: Ctx, parts: readonly Locked[], input: ReverseInput): Promise<void> {
  const cashMinor = parts[0]?.calculation.cash_minor ?? 0;
  const amounts = computeReversals(parts, cashMinor, input.refundedTotalMinor);
  for (const [index, part] of parts.entries()) await reverseOne(ctx, part, amounts[index] ?? 0, input);
}

async function reverseOne(ctx: Ctx, commission: Locked, amountMinor: number, input: ReverseInput): Promise<void> {
  const settled = commission.settled || commission.state === 'paid';
  const state = stateAfterReversal(commission, { amountMinor, settled });
  await insertReversal(ctx, { ...input, commissionId: commission.id, amountMinor, wasPaid: settled });
  if (amountMinor === 0) return;
  await store.updateCommissions(ctx, [commission.id], {
    state,
    reason: state === 'reversed' ? (input.reason === 'dispute' ? 'charged_back' : 'refunded') : commission.reason,
    reversed_minor: commission.reversedMinor + amountMinor,
  });
  const { conversionEventId: key, reason } = input;
  await postTransfers(ctx, [takeBack(commission, amountMinor, { key, reason })]);
  await audit(ctx, 'commission.reverse', commission.id, {
    amount_minor: amountMinor,
    conversion_event_id: key,
    was_paid: settled,
  });
}

/**
 * Takes back all that is left of an unpaid commission for a reason of its own (`not_paying`, `decided_again`, …): it is
 * kept and shown as reversed. What a payout has claimed stays, unless `evenPaid`: then the partner owes it. Returns
 * whether it was taken.
 */
export async function takeBackWhole(
  ctx: Ctx,
  commission: Locked,
  cause: { reason: string; params?: Record<string, unknown>; at: Date; evenPaid?: boolean },
): Promise<boolean> {
  const settled = commission.settled || commission.state === 'paid';
  if (settled && !cause.evenPaid) return false;
  if (commission.state === 'refused' || commission.state === 'reversed') return true;
  const amountMinor = commission.grossMinor - commission.reversedMinor;
  const { reason, at } = cause;
  await insertReversal(ctx, {
    commissionId: commission.id,
    conversionEventId: null,
    amountMinor,
    wasPaid: settled,
    reason,
    at,
  });
  await store.updateCommissions(ctx, [commission.id], {
    state: settled ? commission.state : 'reversed',
    reason: settled ? commission.reason : reason,
    reason_params: cause.params ?? {},
    reversed_minor: commission.grossMinor,
  });
  await postTransfers(ctx, [takeBack(commission, amountMinor, { key: reason, reason })]);
  await audit(ctx, 'commission.reverse', commission.id, { amount_minor: amountMinor, reason });
  return true;
}
