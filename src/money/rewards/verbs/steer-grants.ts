import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Grant } from '../model.ts';
import { lockGrants } from '../store/grants.ts';
import { makeReady } from './make-ready.ts';
import { type Move, moveGrant } from './move-grant.ts';

type Noted = { id: string; reason: string };

/** Stops a reward from being given until it is released; its receiver reads the reason. @throws 404; 409 */
export async function holdGrant(ctx: Ctx, input: Noted): Promise<Grant> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, (ctx) =>
    change(ctx, input, 'hold', { to: 'held', reason: 'held_by_hand', params: { note: input.reason } }),
  );
}

/** Lets a held reward go on: ready when its waiting time is over, else waiting as before. @throws 404; 409 */
export async function releaseGrant(ctx: Ctx, input: Noted): Promise<Grant> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const grant = await lockGrant(ctx, input.id);
    if (grant.state !== 'held')
      throw new AppError('conflict', `The reward is ${grant.state}; only a held one is released.`);
    await audit(ctx, 'release', input);
    const isDue = (grant.ready_at ?? ctx.clock.now()) <= ctx.clock.now();
    return isDue ? makeReady(ctx, grant) : moveGrant(ctx, grant, { to: 'earned', reason: 'waiting' });
  });
}

/** Ends a reward for good, with a reason its receiver reads. @throws 404; 409 when it has ended already */
export async function revokeGrant(ctx: Ctx, input: Noted): Promise<Grant> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, (ctx) =>
    change(ctx, input, 'revoke', { to: 'revoked', reason: 'revoked_by_hand', params: { note: input.reason } }),
  );
}

/** Giving it did not work: it stays owed, past its service target, until it is tried again. @throws 404; 409 */
export async function failGrant(ctx: Ctx, input: Noted): Promise<Grant> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, (ctx) =>
    change(ctx, input, 'fail', { to: 'failed', reason: 'failed', params: { note: input.reason } }),
  );
}

/** Tries again what failed or ran out of time: ready, with a new service target. @throws 404; 409 */
export async function retryGrant(ctx: Ctx, input: Noted): Promise<Grant> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const grant = await lockGrant(ctx, input.id);
    if (grant.state !== 'failed' && grant.state !== 'expired')
      throw new AppError('conflict', `The reward is ${grant.state}; only a failed or expired one is tried again.`);
    await audit(ctx, 'retry', input);
    const shelf = grant.state === 'expired' ? { ...grant, gift_id: null } : grant;
    return makeReady(ctx, { ...shelf, sent_at: null }, 'tried_again');
  });
}

async function change(ctx: Ctx, input: Noted, action: string, move: Move): Promise<Grant> {
  const moved = await moveGrant(ctx, await lockGrant(ctx, input.id), move);
  await audit(ctx, action, input);
  return moved;
}

async function lockGrant(ctx: Ctx, id: string): Promise<Grant> {
  const [grant] = await lockGrants(ctx, [id]);
  if (!grant) throw notFound('reward', id);
  return grant;
}

function audit(ctx: Ctx, action: string, { id, reason }: Noted): Promise<void> {
  return writeAudit(ctx, { action: `grant.${action}`, subjectKind: 'grant', subjectId: id, detail: { reason } });
}
