import { matureCommissions } from '../money/commissions/service.ts';
import type { Ctx } from '../platform/ctx.ts';

/** Makes payable every commission whose hold is over; each set of 500 stands by itself. Returns how many. */
export async function matureAllCommissions(ctx: Ctx): Promise<number> {
  let matured = 0;
  for (;;) {
    const now = await matureCommissions(ctx);
    if (now === 0) return matured;
    matured += now;
  }
}
