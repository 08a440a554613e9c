import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../platform/ctx.ts';
import { postTransfers } from '../ledger/service.ts';
import * as store from './store/commissions.ts';
import { move } from './verbs/move-money.ts';

const MATURE_AT_ONCE = 500;

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
