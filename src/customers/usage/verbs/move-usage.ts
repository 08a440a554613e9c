import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { moveEvents, takeUsageTurn } from '../store/events.ts';

/** The use of a merged account becomes the other's: an event both had counts once. */
export async function moveUsage(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  requireScope(ctx, 'customers:write');
  await inTransaction(ctx, async ({ db }) => {
    await takeUsageTurn(db);
    await moveEvents(db, fromId, intoId);
  });
}
