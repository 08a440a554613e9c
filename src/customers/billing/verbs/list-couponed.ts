import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { listAccountsWithCoupons } from '../store/couponed.ts';

/** The accounts, by their id in the product, with an invoice of the source that carries any of these codes. */
export async function listCouponed(ctx: Ctx, source: string, codes: readonly string[]): Promise<string[]> {
  requireScope(ctx, 'track:write');
  return listAccountsWithCoupons(ctx, source, codes);
}
