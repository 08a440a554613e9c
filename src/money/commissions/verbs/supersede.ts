import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { type LockedCommission, lockCommissionsOfInvoice, markSuperseded } from '../store/commissions.ts';
import { takeBackWhole } from './reverse.ts';

/** How an invoice's commissions stand for somebody who wants to decide about it again. */
export type SaleStanding = { isFixed: boolean; commissions: LockedCommission[] };

/** `isFixed`: a payout has claimed one, or somebody decided by hand; then they stay as they are. */
export async function findSaleStanding(ctx: Ctx, invoiceId: string): Promise<SaleStanding> {
  requireScope(ctx, 'track:write');
  const commissions = await lockCommissionsOfInvoice(ctx, invoiceId);
  const isFixed = commissions.some(({ settled, state, pinned }) => settled || state === 'paid' || pinned);
  return { isFixed, commissions };
}

/**
 * Makes room for another decision about the invoice: its unpaid commissions are taken back with the reason, and
 * refusals step aside. What a payout has claimed stays. Returns how many counted until now.
 */
export async function supersedeSale(
  ctx: Ctx,
  input: {
    invoiceId: string;
    reason: 'decided_again' | 'moved' | 'taken_back' | 'gate_released';
    at: Date;
    note?: string;
  },
): Promise<number> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    let count = 0;
    for (const commission of await lockCommissionsOfInvoice(ctx, input.invoiceId)) {
      const params = input.note === undefined ? {} : { note: input.note };
      const { reason, at } = input;
      if (!(await takeBackWhole(ctx, commission, { reason, at, params }))) continue;
      await markSuperseded(ctx, commission.id);
      count += 1;
    }
    return count;
  });
}
