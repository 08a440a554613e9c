import { writeAudit } from '../../../platform/audit.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Transfer } from '../../ledger/model.ts';
import type { Commission } from '../model.ts';
import { accountOf } from '../rules/reversal.ts';

/** What an accrued commission moves: into pending, and on to held when it is. */
export function accrual(commission: Commission): Transfer[] {
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
export function move(commission: Commission & { moves: number }, to: 'pending' | 'held' | 'available'): Transfer {
  const event = to === 'held' ? 'hold' : commission.state === 'held' ? 'release' : 'mature';
  return transfer(commission, {
    idempotency_key: `${event}:${commission.id}:${commission.moves + 1}`,
    event,
    debit: { kind: accountOf(commission.state) ?? 'partner.available', owner_id: commission.partnerId },
    credit: { kind: accountOf(to) ?? 'partner.available', owner_id: commission.partnerId },
    amount_minor: commission.grossMinor - commission.reversedMinor,
  });
}

/** What a reversal moves back; `cause` makes its key: the refund's event, or why else it was taken. */
export function takeBack(
  commission: Commission,
  amountMinor: number,
  cause: { key: string; reason: string },
): Transfer {
  const reverse = transfer(commission, {
    idempotency_key: `reverse:${commission.id}:${cause.key}`,
    event: 'reverse',
    debit: { kind: accountOf(commission.state) ?? 'partner.available', owner_id: commission.partnerId },
    credit: { kind: 'programme.expense', owner_id: commission.programmeId },
    amount_minor: amountMinor,
  });
  return { ...reverse, reason: cause.reason };
}

/** What was taken comes back: earned again, and moved on to where the commission stands. `cause` as of what took it. */
export function giveBack(
  commission: Commission,
  amountMinor: number,
  cause: { key: string; reason: string },
): Transfer[] {
  const pending = { kind: 'partner.pending' as const, owner_id: commission.partnerId };
  const accrue = transfer(commission, {
    idempotency_key: `give_back:${commission.id}:${cause.key}`,
    event: 'accrue',
    debit: { kind: 'programme.expense', owner_id: commission.programmeId },
    credit: pending,
    amount_minor: amountMinor,
  });
  const kind = accountOf(commission.state) ?? 'partner.available';
  if (kind === 'partner.pending') return [{ ...accrue, reason: cause.reason }];
  const onward = transfer(commission, {
    idempotency_key: `give_back_on:${commission.id}:${cause.key}`,
    event: kind === 'partner.held' ? 'hold' : 'mature',
    debit: pending,
    credit: { kind, owner_id: commission.partnerId },
    amount_minor: amountMinor,
  });
  return [accrue, onward].map((one) => ({ ...one, reason: cause.reason }));
}

export function audit(ctx: Ctx, action: string, id: string, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'commission', subjectId: id, detail });
}
