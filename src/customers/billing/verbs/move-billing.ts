import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { updateAccountOfBilling } from '../store/one-invoice.ts';

/** Invoices and subscriptions of a merged account belong to the one it was merged into. */
export async function moveBilling(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  await updateAccountOfBilling(ctx, fromId, intoId);
}
