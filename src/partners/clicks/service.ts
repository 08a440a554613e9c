import type { Ctx } from '../../platform/ctx.ts';
import type { Click } from './model.ts';
import { insertClick } from './store.ts';

/** Keeps a click and counts it by day. Anybody may click, so nobody is asked for a permission. */
export function recordClick(ctx: Ctx, click: Click): Promise<void> {
  return insertClick(ctx, click);
}
