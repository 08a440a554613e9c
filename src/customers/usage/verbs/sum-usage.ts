import type { IsoDate } from '../../../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { deleteSums, insertSums, listChangedUsage } from '../store/sums.ts';

/**
 * Sums the days of half a year up to `on` by account, for whatever is scored from them in this transaction: of everybody,
 * or again of the accounts named.
 */
export async function sumUsage(ctx: Ctx, span: { on: IsoDate; accountIds?: readonly string[] }): Promise<void> {
  requireScope(ctx, 'success:write');
  await inTransaction(ctx, async ({ db }) => {
    await deleteSums(db, span.accountIds);
    await insertSums(db, { on: span.on, accountIds: span.accountIds });
  });
}

/** The accounts that something came in for since their use was summed as of `on`. */
export async function changedUsage(ctx: Ctx, on: IsoDate): Promise<string[]> {
  requireScope(ctx, 'success:write');
  return listChangedUsage(ctx.db, on);
}
