import type { Ctx } from '../../platform/ctx.ts';
import type { Click } from './model.ts';
import { insertClicks } from './store.ts';

/** Keeps a click and counts it by day. Anybody may click, so nobody is asked for a permission. */
export function recordClick(ctx: Ctx, click: Click): Promise<void> {
  return recordClicks(ctx, [JSON.stringify(click)]);
}

/** Keeps clicks, each the JSON of a `Click`, and counts them by day; one that is there already stays one. */
export function recordClicks(ctx: Ctx, clicks: readonly string[]): Promise<void> {
  return insertClicks(ctx, `[${clicks.join(',')}]`, clicks.length);
}
