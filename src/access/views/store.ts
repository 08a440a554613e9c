import type { Ctx } from '../../platform/ctx.ts';
import type { SavedView } from './model.ts';

/** Saves, or replaces the person's view of the same name. */
export function upsertView(ctx: Ctx, view: SavedView): Promise<SavedView> {
  return ctx.db
    .insertInto('saved_views')
    .values(view)
    .onConflict((oc) =>
      oc.columns(['user_id', 'screen', 'name']).doUpdateSet((eb) => ({
        search: eb.ref('excluded.search'),
        shared: eb.ref('excluded.shared'),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The person's own views of a list, and those shared with all, by name. */
export function listViews(ctx: Ctx, screen: string, userId: string): Promise<SavedView[]> {
  return ctx.db
    .selectFrom('saved_views')
    .selectAll()
    .where('screen', '=', screen)
    .where((eb) => eb.or([eb('user_id', '=', userId), eb('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** False when the person has no such view. */
export async function deleteView(ctx: Ctx, id: string, userId: string): Promise<boolean> {
  const gone = await ctx.db
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
