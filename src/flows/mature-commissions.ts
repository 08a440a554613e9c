import { matureCommissions } from '../money/commissions/service.ts';
import { releaseBudget } from '../money/commissions/verbs/release-budget.ts';
import { vestCommissions } from '../money/commissions/verbs/vest.ts';
import type { Ctx } from '../platform/ctx.ts';
import { healthOfAccounts } from '../reports/health-of-accounts.ts';

/**
 * Makes payable every commission whose hold is over, decides about the parts whose day has come, and lets go on what
 * there is budget for again; each set stands by itself. Returns how many went on.
 */
export async function matureAllCommissions(ctx: Ctx): Promise<number> {
  const released = await releaseBudget(ctx);
  const vested = await untilNone(() => vestCommissions(ctx, healthOfAccounts));
  return released + vested + (await untilNone(() => matureCommissions(ctx)));
}

async function untilNone(work: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const now = await work();
    if (now === 0) return all;
    all += now;
  }
}
