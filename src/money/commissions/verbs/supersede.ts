import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import {
  type LockedCommission,
  lockCommissionsOfInvoice,
  markSuperseded,
  pinCommissions,
} from '../store/commissions.ts';
import { takeBackWhole } from './reverse.ts';

/** How an invoice's commissions stand for somebody who wants to decide about it again. */
export type SaleStanding = { isFixed: boolean; commissions: LockedCommission[] };

/** `isFixed`: a payout has claimed one, or somebody decided by hand; then they stay as they are. */
export async function findSaleStanding(ctx: Ctx, invoiceId: string): Promise<SaleStanding> {
  requireScope(ctx, 'track:write');
  const commissions = await lockCommissionsOfInvoice(ctx, invoiceId);
  return { isFixed: commissions.some((one) => isClaimed(one) || one.pinned), commissions };
}

function isClaimed({ settled, state }: LockedCommission): boolean {
  return settled || state === 'paid';
}

/**
 * Makes room for another decision about the invoice: its commissions are taken back with the reason, and refusals step
 * aside. Once a payout has claimed one of them all stay. Returns how many counted until now.
 */
export async function supersedeSale(
  ctx: Ctx,
  input: { invoiceId: string; reason: 'decided_again' | 'moved' | 'gate_released'; at: Date; note?: string },
): Promise<number> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const commissions = await lockCommissionsOfInvoice(ctx, input.invoiceId);
    if (commissions.some(isClaimed)) return 0;
    const { reason, at } = input;
    const params = input.note === undefined ? {} : { note: input.note };
    for (const commission of commissions) {
      await takeBackWhole(ctx, commission, { reason, at, params });
      await markSuperseded(ctx, commission.id);
    }
    return commissions.length;
  });
}

/** Keeps what an invoice earned whatever reaches us later, or takes it back for good; what is claimed stays. */
export async function decideByHand(
  ctx: Ctx,
  input: { invoiceId: string; takeBack: boolean; reason: string },
): Promise<void> {
  requireScope(ctx, 'track:write');
  await inTransaction(ctx, async (ctx) => {
    const commissions = await lockCommissionsOfInvoice(ctx, input.invoiceId);
    await pinCommissions(
      ctx,
      commissions.map(({ id }) => id),
    );
    if (!input.takeBack) return;
    const cause = { reason: 'taken_back', params: { note: input.reason }, at: ctx.clock.now() };
    for (const commission of commissions) await takeBackWhole(ctx, commission, cause);
  });
}
