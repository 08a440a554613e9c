import { AppError, notFound } from '../../kernel/errors.ts';
import { dateIn } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../platform/ctx.ts';
import type { Transfer } from '../ledger/model.ts';
import { postTransfers } from '../ledger/service.ts';
import { type AccrueInput, type Commission, dedupeKey, type Reversal, type ReverseInput } from './model.ts';
import { accountOf, computeReversal, decideCommission, stateAfterReversal } from './rules.ts';
import * as store from './store/commissions.ts';
import { findReversals, insertReversal } from './store/reversals.ts';

const MATURE_AT_ONCE = 500;

/**
 * Credits a paid invoice to a partner: a commission that is pending, held (when suspicions were found) or refused with
 * its reason, with its ledger transfers. The same source, invoice, partner and rule again: the first answer.
 * @throws 422 when the terms' rate is not a percentage
 */
export async function accrueForInvoice(ctx: Ctx, input: AccrueInput): Promise<Commission> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const known = await store.findByDedupeKey(ctx, dedupeKey(input));
    if (known) return known;
    const outcome = decideCommission(input, await monthFacts(ctx, input));
    const reasonParams = { available_on: dateIn(outcome.availableAt, input.programme.zone), flags: input.flags };
    const commission = await store.insertCommission(ctx, input, { ...outcome, reasonParams });
    if (!commission) throw new AppError('conflict', 'The same invoice is being credited at this moment. Try again.');
    await postTransfers(ctx, accrual(commission));
    await audit(ctx, 'commission.accrue', commission.id, { state: commission.state, reason: commission.reason });
    return commission;
  });
}

async function monthFacts(ctx: Ctx, input: AccrueInput) {
  if (!input.terms.tiers && input.terms.cap_per_month_minor === undefined) return { baseMinor: 0, netMinor: 0 };
  await store.lockMonth(ctx, input);
  return store.monthSoFar(ctx, input);
}

function accrual(commission: Commission): Transfer[] {
  if (commission.state === 'refused') return [];
  const accrue = transfer(commission, {
    idempotency_key: `accrue:${commission.id}`,
    event: 'accrue',
    debit: { kind: 'programme.expense', owner_id: commission.programmeId },
    credit: { kind: 'partner.pending', owner_id: commission.partnerId },
    amount_minor: commission.grossMinor,
  });
  return commission.state === 'held' ? [accrue, move({ ...commission, state: 'pending', moves: 0 }, 'held')] : [accrue];
}

function transfer(
  commission: Commission,
  parts: Pick<Transfer, 'idempotency_key' | 'event' | 'debit' | 'credit' | 'amount_minor'>,
): Transfer {
  return { ...parts, currency: commission.currency, ref_kind: 'commission', ref_id: commission.id };
}

/** The transfer of a commission's unpaid net from where it stands to where it will stand. */
function move(commission: Commission & { moves: number }, to: 'pending' | 'held' | 'available'): Transfer {
  const event = to === 'held' ? 'hold' : commission.state === 'held' ? 'release' : 'mature';
  return transfer(commission, {
    idempotency_key: `${event}:${commission.id}:${commission.moves + 1}`,
    event,
    debit: { kind: accountOf(commission.state) ?? 'partner.available', owner_id: commission.partnerId },
    credit: { kind: accountOf(to) ?? 'partner.available', owner_id: commission.partnerId },
    amount_minor: commission.grossMinor - commission.reversedMinor,
  });
}

function audit(ctx: Ctx, action: string, id: string, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'commission', subjectId: id, detail });
}

/**
 * Takes back the refunded part of every commission of an invoice: from what is pending, held or available, and after
 * the payout as a clawback that may leave the partner owing. The same event again: the first answer.
 */
export async function reverseForRefund(ctx: Ctx, input: ReverseInput): Promise<Reversal[]> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const commissions = await store.lockCommissionsOfInvoice(ctx, input.invoiceId);
    const known = new Set((await findReversals(ctx, input.conversionEventId)).map((one) => one.commissionId));
    for (const commission of commissions) if (!known.has(commission.id)) await reverseOne(ctx, commission, input);
    return findReversals(ctx, input.conversionEventId);
  });
}

async function reverseOne(ctx: Ctx, commission: store.LockedCommission, input: ReverseInput): Promise<void> {
  const facts = { ...commission, cashMinor: commission.calculation.cash_minor };
  const amountMinor = computeReversal(facts, input.refundedTotalMinor);
  const settled = commission.settled || commission.state === 'paid';
  const state = stateAfterReversal(commission, { amountMinor, settled });
  await insertReversal(ctx, { ...input, commissionId: commission.id, amountMinor, wasPaid: settled });
  if (amountMinor === 0) return;
  await store.updateCommissions(ctx, [commission.id], {
    state,
    reason: state === 'reversed' ? 'refunded' : commission.reason,
    reason_params: commission.reasonParams,
    reversed_minor: commission.reversedMinor + amountMinor,
  });
  await postTransfers(ctx, [reversalTransfer(commission, amountMinor, input)]);
  const detail = { amount_minor: amountMinor, conversion_event_id: input.conversionEventId, was_paid: settled };
  await audit(ctx, 'commission.reverse', commission.id, detail);
}

function reversalTransfer(commission: Commission, amountMinor: number, input: ReverseInput): Transfer {
  const reverse = transfer(commission, {
    idempotency_key: `reverse:${commission.id}:${input.conversionEventId}`,
    event: 'reverse',
    debit: { kind: accountOf(commission.state) ?? 'partner.available', owner_id: commission.partnerId },
    credit: { kind: 'programme.expense', owner_id: commission.programmeId },
    amount_minor: amountMinor,
  });
  return { ...reverse, reason: input.reason };
}

/** Makes payable the oldest commissions whose hold is over, at most 500. Returns how many; 0 when none is left. */
export async function matureCommissions(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'money:write');
  return inTransaction(ctx, async (ctx) => {
    const due = await store.lockDueCommissions(ctx, MATURE_AT_ONCE);
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    await store.updateCommissions(ctx, ids, { state: 'available', reason: 'matured' });
    await postTransfers(
      ctx,
      due.map((commission) => move(commission, 'available')),
    );
    await writeAudit(ctx, {
      action: 'commission.mature',
      subjectKind: 'commission',
      subjectId: ids[0] ?? '',
      detail: { commission_ids: ids },
    });
    return ids.length;
  });
}

/**
 * Stops a commission from being paid until it is released; the partner reads the reason.
 * @throws 404; 409 when it is not pending or available, or a payout has claimed it
 */
export async function holdCommission(ctx: Ctx, input: { id: string; reason: string }): Promise<Commission> {
  requireScope(ctx, 'money:write');
  return inTransaction(ctx, async (ctx) => {
    const commission = await lockMovable(ctx, input.id);
    if (commission.state !== 'pending' && commission.state !== 'available')
      throw stateConflict(commission, 'Only a pending or available commission can be held.');
    return moveTo(ctx, commission, { state: 'held', reason: 'held_by_hand', note: input.reason });
  });
}

/** Lets a held commission go on: available when its time has come, else pending as before. @throws 404; 409 */
export async function releaseCommission(ctx: Ctx, input: { id: string; reason: string }): Promise<Commission> {
  requireScope(ctx, 'money:write');
  return inTransaction(ctx, async (ctx) => {
    const commission = await lockMovable(ctx, input.id);
    if (commission.state !== 'held') throw stateConflict(commission, 'Only a held commission can be released.');
    const isDue = commission.availableAt <= ctx.clock.now();
    const next = isDue
      ? ({ state: 'available', reason: 'matured' } as const)
      : ({ state: 'pending', reason: 'pending' } as const);
    return moveTo(ctx, commission, { ...next, note: input.reason });
  });
}

async function lockMovable(ctx: Ctx, id: string): Promise<store.LockedCommission> {
  const commission = await store.lockCommission(ctx, id);
  if (!commission) throw notFound('commission', id);
  if (commission.settled) throw stateConflict(commission, 'A payout has already claimed it.');
  return commission;
}

function stateConflict(commission: Commission, message: string): AppError {
  return new AppError('conflict', `The commission ${commission.id} is ${commission.state}. ${message}`, {
    state: commission.state,
  });
}

async function moveTo(
  ctx: Ctx,
  commission: store.LockedCommission,
  to: { state: 'pending' | 'held' | 'available'; reason: string; note: string },
): Promise<Commission> {
  const params = { ...commission.reasonParams, note: to.note };
  await store.updateCommissions(ctx, [commission.id], { state: to.state, reason: to.reason, reason_params: params });
  await postTransfers(ctx, [move(commission, to.state)]);
  await audit(ctx, `commission.${to.state === 'held' ? 'hold' : 'release'}`, commission.id, { reason: to.note });
  return { ...commission, state: to.state, reason: to.reason, reasonParams: params };
}

/** Part of confirming payouts: what they paid for is paid. Returns the commissions changed. */
export async function settleCommissions(ctx: Ctx, payoutIds: readonly string[]): Promise<string[]> {
  requireScope(ctx, 'payouts:write');
  return payoutIds.length === 0 ? [] : store.markPaid(ctx, payoutIds);
}

/** Part of a payout that failed or came back: what it paid for is payable again. Returns the commissions changed. */
export async function unsettleCommissions(
  ctx: Ctx,
  input: { payoutIds: readonly string[]; reason: 'payout_failed' | 'payout_returned' },
): Promise<string[]> {
  requireScope(ctx, 'payouts:write');
  return input.payoutIds.length === 0 ? [] : store.markUnpaid(ctx, input.payoutIds, input.reason);
}
