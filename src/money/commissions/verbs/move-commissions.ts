import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { updateAccountOfCommissions } from '../store/commissions.ts';

/** Commissions for a merged account are for the one it was merged into. */
export async function moveCommissions(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  await updateAccountOfCommissions(ctx, fromId, intoId);
}
