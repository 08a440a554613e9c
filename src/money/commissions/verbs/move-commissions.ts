import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { pinEarned, updateAccountOfCommissions } from '../store/commissions.ts';

/** Commissions for a merged account are for the one it was merged into. */
export async function moveCommissions(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  await updateAccountOfCommissions(ctx, fromId, intoId);
}

/** What the account's sales earned until now stays with who earned it, whatever reaches us later. */
export async function keepEarned(ctx: Ctx, accountId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  await pinEarned(ctx, accountId);
}
