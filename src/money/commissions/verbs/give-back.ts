import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { postTransfers } from '../../ledger/service.ts';
import { replayReversals } from '../rules/reversal.ts';
import { decideStanding } from '../rules/standing.ts';
import * as store from '../store/commissions.ts';
import { insertReversal, sumByRefunds } from '../store/reversals.ts';
import { audit, giveBack, takeBack } from './move-money.ts';
import { wholeOf } from './reverse.ts';

/** An instant at which nothing had matured yet. */
const NEVER = new Date(0);

type Locked = store.LockedCommission;

/** `totals`: everything that went back of the invoice after each refund that stands, oldest first. */
export type GiveBack = { invoiceId: string; totals: readonly number[]; key: string; at: Date; isDisputed: boolean };

/**
 * A refund of an invoice did not go through: what it took of every commission is given back, to where the commission
 * stands now or would stand; what the refunds that stand take is the same as if this one had never been. What was taken
 * for another reason stays taken. Returns how many commissions changed.
 */
export async function giveBackRefund(ctx: Ctx, input: GiveBack): Promise<number> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const commissions = (await store.lockCommissionsOfInvoice(ctx, input.invoiceId)).filter(
      ({ grossMinor }) => grossMinor > 0,
    );
    const taken = await sumByRefunds(
      ctx,
      commissions.map(({ id }) => id),
    );
    // What was taken whole for a reason of its own is no part of what refunds share.
    const shared = commissions.filter((one) => (taken.get(one.id) ?? 0) === one.reversedMinor);
    const changed: boolean[] = [];
    for (const parts of Map.groupBy(shared, wholeOf).values()) {
      const wanted = replayReversals(parts, parts[0]?.calculation.cash_minor ?? 0, input.totals);
      for (const [index, part] of parts.entries())
        changed.push(await settle(ctx, part, part.reversedMinor - (wanted[index] ?? 0), input));
    }
    return changed.filter(Boolean).length;
  });
}

/** `back`: what is given back; below 0 a cent of a split goes the other way. */
async function settle(ctx: Ctx, commission: Locked, back: number, input: GiveBack): Promise<boolean> {
  if (back === 0) return false;
  const isPaid = commission.settled || commission.state === 'paid';
  const reason = 'refund_failed';
  const about = { commissionId: commission.id, conversionEventId: null, wasPaid: isPaid, reason, at: input.at };
  await insertReversal(ctx, { ...about, amountMinor: -back });
  const to = standingOf(commission, input);
  const reversed_minor = commission.reversedMinor - back;
  await store.updateCommissions(ctx, [commission.id], { ...to, reversed_minor });
  const cause = { key: `${reason}:${input.key}`, reason };
  const transfers =
    back > 0 ? giveBack({ ...commission, state: to.state }, back, cause) : [takeBack(commission, -back, cause)];
  await postTransfers(ctx, transfers);
  await audit(ctx, 'commission.give_back', commission.id, { amount_minor: back, reason });
  return true;
}

/** One that was taken back whole stands again as it was written: held, or pending until it matures. */
function standingOf(commission: Locked, { isDisputed }: GiveBack) {
  const { state, reason, holds } = commission;
  if (state !== 'reversed') return { state, reason };
  const others = holds.filter((hold) => hold !== 'disputed');
  const left = isDisputed ? (['disputed', ...others] as const) : others;
  return { ...decideStanding(commission, left, NEVER), holds: [...left] };
}
