import { type Ctx, inTransaction } from '../../platform/ctx.ts';
import { inSavepoint } from '../../platform/savepoint.ts';
import type { Click } from './model.ts';
import { insertClicks, insertNewClicks, SomeAreThere } from './store.ts';

/** Keeps a click and counts it by day. Anybody may click, so nobody is asked for a permission. */
export function recordClick(ctx: Ctx, click: Click): Promise<void> {
  return inTransaction(ctx, ({ db }) => insertClicks(db, JSON.stringify([click])));
}

/** Keeps clicks, each the JSON of a `Click`, and counts them by day; one that is there already stays one. */
export function recordClicks(ctx: Ctx, clicks: readonly string[]): Promise<void> {
  const all = `[${clicks.join(',')}]`;
  return inTransaction(ctx, async (ctx) => {
    const areNew = await inSavepoint(ctx, () => insertNewClicks(ctx.db, all, clicks.length)).then(() => true, forgiven);
    if (!areNew) await insertClicks(ctx.db, all);
  });
}

function forgiven(error: unknown): false {
  if (error instanceof SomeAreThere) return false;
  throw error;
}
