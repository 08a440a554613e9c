import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { moveOrigin, updateMerged } from '../store/by-external-id.ts';

/** From here on the account stands for another one; accounts merged into it before stand for that one too. */
export async function mergeAccount(ctx: Ctx, id: string, intoId: string): Promise<void> {
  requireScope(ctx, 'customers:write');
  await moveOrigin(ctx, id, intoId);
  await updateMerged(ctx, id, intoId);
}
