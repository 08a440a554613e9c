import { AppError, notFound } from '../../../kernel/errors.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Referral, Stage } from '../model.ts';
import { stagesPassed } from '../rules.ts';
import type { MoveReferral } from '../schema.ts';
import * as store from '../store.ts';
import { noteStep } from './submit-referral.ts';

/** A move and the stages it passed. */
export type Moved = { referral: Referral; passed: Stage[] };

/**
 * Moves a referral along, or ends it with a reason. @throws 404; 409 when it cannot go there, or when it is accepted
 * again while another referral of the prospect is live; 422 when a loss has no reason
 */
export async function moveReferral(ctx: Ctx, id: string, input: MoveReferral): Promise<Moved> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const before = await store.lockReferral(ctx, id);
    if (!before) throw notFound('referral', id);
    if (before.stage === 'lost' && (await store.findLiveTwin(ctx, before)))
      throw new AppError('conflict', `Another referral of ${before.company_name} is live.`, { field: 'stage' });
    return move(ctx, before, input);
  });
}

async function move(ctx: Ctx, before: Referral, { stage, reason, note = '' }: MoveReferral): Promise<Moved> {
  const passed = stagesPassed(before, { stage, reason });
  const lost_reason = stage === 'lost' ? (reason ?? null) : null;
  const change = { stage, lost_reason, moved_at: ctx.clock.now() };
  await store.updateReferral(ctx, before.id, change);
  const referral = { ...before, ...change };
  await noteStep(ctx, referral, note);
  return { referral, passed };
}

/** The account a live referral named has paid: it is won. Undefined when nobody referred it, or it was won before. */
export async function winReferral(ctx: Ctx, accountId: string): Promise<Moved | undefined> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const found = await matchAccount(ctx, accountId);
    const referral = found && (await store.lockReferral(ctx, found.id));
    if (!referral || referral.stage === 'won' || referral.stage === 'lost') return undefined;
    return move(ctx, referral, { stage: 'won' });
  });
}

/** The live referral that named an account becomes that account; undefined when nobody referred it. */
export async function matchAccount(ctx: Ctx, accountId: string): Promise<Referral | undefined> {
  requireScope(ctx, 'track:write');
  const referral = await store.findForAccount(ctx, accountId);
  if (referral && referral.account_id === null) await store.updateReferral(ctx, referral.id, { account_id: accountId });
  return referral;
}
