import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../platform/ctx.ts';
import { DEFAULT_HOLD_BPS } from './model.ts';
import { armOf } from './rules/arm.ts';
import * as store from './store.ts';

/** The share of accounts ready to be asked that is kept back, in basis points. */
export async function getHoldShare(ctx: Ctx): Promise<{ hold_bps: number }> {
  requireScope(ctx, 'advocates:read');
  return { hold_bps: (await store.findHoldBps(ctx.db)) ?? DEFAULT_HOLD_BPS };
}

/** For accounts that become ready from now on; those dealt already stay where they are. */
export async function setHoldShare(ctx: Ctx, input: { hold_bps: number }): Promise<{ hold_bps: number }> {
  requireScope(ctx, 'advocates:write');
  return inTransaction(ctx, async (ctx) => {
    const was = await getHoldShare(ctx);
    await store.saveHoldBps(ctx.db, { ...input, updated_by: ctx.actor.id, updated_at: ctx.clock.now() });
    const detail = { hold_bps: input.hold_bps, was: was.hold_bps };
    await writeAudit(ctx, { action: 'ask.hold_share', subjectKind: 'ask_settings', subjectId: 'asks', detail });
    return input;
  });
}

/** Deals accounts that are ready to be asked for the first time into those to ask and those kept back. */
export async function noteReady(ctx: Ctx, ready: readonly { account_id: string; score: number }[]): Promise<void> {
  requireScope(ctx, 'advocates:write');
  if (ready.length === 0) return;
  const hold_bps = (await store.findHoldBps(ctx.db)) ?? DEFAULT_HOLD_BPS;
  const ready_at = ctx.clock.now();
  await store.insertExposures(
    ctx.db,
    ready.map((one) => ({
      ...one,
      arm: armOf(ctx.tokens.keyedHash('ask-arm', one.account_id), hold_bps),
      hold_bps,
      ready_at,
    })),
  );
}
