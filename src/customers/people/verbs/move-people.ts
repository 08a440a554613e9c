import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { updateAccountOfPeople } from '../store.ts';

/** People of a merged account belong to the one it was merged into. */
export async function movePeople(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  await updateAccountOfPeople(ctx.db, fromId, intoId);
}
