import { AppError, notFound } from '../../kernel/errors.ts';
import { type Ctx, newId } from '../../platform/ctx.ts';
import type { SavedView } from './model.ts';
import type { SaveView } from './schema.ts';
import * as store from './store.ts';

/** A list's views the signed-in person may use. */
export function listViews(ctx: Ctx, screen: string): Promise<SavedView[]> {
  return store.listViews(ctx, screen, signedInMember(ctx));
}

/** Keeps a list as it is filtered now; the same name again replaces it. */
export function saveView(ctx: Ctx, input: SaveView): Promise<SavedView> {
  const made = { id: newId(ctx, 'view'), user_id: signedInMember(ctx), created_at: ctx.clock.now() };
  return store.upsertView(ctx, { ...made, ...input });
}

/** @throws 404 for a view that is not there or is somebody else's */
export async function removeView(ctx: Ctx, id: string): Promise<void> {
  if (!(await store.deleteView(ctx, id, signedInMember(ctx)))) throw notFound('view', id);
}

/** Views belong to a person of the team; keys and partners have none. */
function signedInMember(ctx: Ctx): string {
  if (ctx.actor.kind === 'user') return ctx.actor.id;
  throw new AppError('forbidden', 'Saved views belong to people who sign in to the console.');
}
