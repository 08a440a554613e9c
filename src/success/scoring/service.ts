import type { IsoDate } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import * as store from './store.ts';

/** The accounts written to since they were scored, which are then no longer noted. */
export async function takeChanged(ctx: Ctx): Promise<string[]> {
  requireScope(ctx, 'success:write');
  return store.takeQueued(ctx.db);
}

/** Forgets what was written so far: everybody is about to be read. */
export async function forgetChanged(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'success:write');
  await store.clearQueue(ctx.db);
}

/** Up to which day everybody was scored last, and when; undefined before the first scoring. */
export async function lastScoring(ctx: Ctx): Promise<store.ScoringRun | undefined> {
  requireScope(ctx, 'success:read');
  return store.findRun(ctx.db);
}

export async function noteScoring(ctx: Ctx, on: IsoDate): Promise<void> {
  requireScope(ctx, 'success:write');
  await store.upsertRun(ctx.db, { on_date: on, scored_at: ctx.clock.now() });
}
