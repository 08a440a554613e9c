import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { postTransfers } from '../../ledger/service.ts';
import { refuseVesting } from '../rules/standing.ts';
import { type LockedCommission, lockDueVesting, updateCommissions } from '../store/commissions.ts';
import { listPaying } from '../store/standing.ts';
import { audit, move } from './move-money.ts';
import { takeBackWhole } from './reverse.ts';

const AT_ONCE = 200;

/** Which of these accounts are healthy now; an account that nobody scored is not in the map. */
export type FindHealth = (ctx: Ctx, accountIds: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;

/**
 * Decides about parts whose day has come, at most 200: payable when the customer still pays (and is healthy, where the
 * terms ask for it), else taken back with the reason. Returns how many; 0 when none is left.
 */
export async function vestCommissions(ctx: Ctx, findHealth: FindHealth): Promise<number> {
  requireScope(ctx, 'money:write');
  return inTransaction(ctx, async (ctx) => {
    const due = await lockDueVesting(ctx, AT_ONCE);
    const accounts = [...new Set(due.flatMap(({ accountId }) => accountId ?? []))];
    const paying = await listPaying(ctx, accounts, ctx.clock.now());
    const healthy = due.some(({ vesting }) => vesting?.needs_healthy) ? await findHealth(ctx, accounts) : new Map();
    for (const commission of due) {
      const accountId = commission.accountId ?? '';
      const customer = { isPaying: paying.has(accountId), isHealthy: healthy.get(accountId) ?? null };
      await vestOne(ctx, commission, refuseVesting(commission.vesting?.needs_healthy ?? false, customer));
    }
    return due.length;
  });
}

async function vestOne(ctx: Ctx, commission: LockedCommission, refusal: string | null): Promise<void> {
  const day = commission.vesting?.day;
  if (refusal) {
    await takeBackWhole(ctx, commission, { reason: refusal, params: { day }, at: ctx.clock.now() });
    return;
  }
  await updateCommissions(ctx, [commission.id], { state: 'available', reason: 'vested', vesting: null });
  await postTransfers(ctx, [move(commission, 'available')]);
  await audit(ctx, 'commission.vest', commission.id, { day });
}
