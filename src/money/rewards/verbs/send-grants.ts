import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { type Grant, SENT_BY_HAND } from '../model.ts';
import { lockGrants } from '../store/grants.ts';
import { moveGrant } from './move-grant.ts';

/** One thing sent by hand; `tracking`: a parcel's number or address, a receipt; `code`: what a gift card is redeemed by. */
export type Sending = { id: string; tracking?: string | undefined; code?: string | undefined };

export const CODE = 'gift-card-code';

/**
 * Marks gifts, cards and donations as sent, all or none. The receiver is told a little later, so that a slip can be
 * undone before anybody reads of it.
 * @throws 404; 409 naming the one that cannot be; 422 for a card without its code
 */
export async function markSent(ctx: Ctx, sendings: readonly Sending[]): Promise<Grant[]> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const grants = await lockAll(ctx, sendings);
    const sent: Grant[] = [];
    for (const [index, sending] of sendings.entries()) {
      const grant = grants.get(sending.id);
      if (grant) sent.push(await send(ctx, grant, sending, `grants[${index}]`));
    }
    await audit(ctx, 'grant.send', sendings);
    return sent;
  });
}

async function send(ctx: Ctx, grant: Grant, { tracking, code }: Sending, at: string): Promise<Grant> {
  if (!SENT_BY_HAND.includes(grant.kind))
    throw new AppError('conflict', `${grant.id} is applied by billing or the product, not sent.`);
  if (grant.waits_for) throw new AppError('conflict', `${grant.id} still waits for its ${grant.waits_for}.`);
  if (grant.kind === 'gift_card' && !code)
    throw invalidField(`${at}.code`, 'A gift card is sent with its code.', 'Its receiver reads it in their portal.');
  return moveGrant(ctx, grant, {
    to: 'sent',
    reason: tracking ? 'sent_tracked' : 'sent',
    params: tracking ? { tracking } : {},
    change: {
      sent_at: ctx.clock.now(),
      tracking: tracking ?? null,
      ...(code ? { code_sealed: ctx.tokens.seal(CODE, code) } : {}),
    },
  });
}

/** Takes a slip back: ready again, as long as the receiver was not told. @throws 404; 409 */
export async function markUnsent(ctx: Ctx, ids: readonly string[]): Promise<Grant[]> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const unsent: Grant[] = [];
    for (const grant of (
      await lockAll(
        ctx,
        ids.map((id) => ({ id })),
      )
    ).values()) {
      if (grant.state !== 'sent' || grant.told_at)
        throw new AppError('conflict', `${grant.id} is ${grant.told_at ? 'known to its receiver' : grant.state}.`);
      const change = { sent_at: null, tracking: null, code_sealed: null };
      unsent.push(await moveGrant(ctx, grant, { to: 'ready', reason: 'unsent', change }));
    }
    await audit(
      ctx,
      'grant.unsend',
      ids.map((id) => ({ id })),
    );
    return unsent;
  });
}

/** What was sent has arrived. @throws 404; 409 */
export async function markDelivered(ctx: Ctx, ids: readonly string[]): Promise<Grant[]> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const delivered: Grant[] = [];
    for (const grant of (
      await lockAll(
        ctx,
        ids.map((id) => ({ id })),
      )
    ).values()) {
      if (grant.state !== 'sent')
        throw new AppError('conflict', `${grant.id} is ${grant.state}; only what was sent arrives.`);
      const change = { delivered_at: ctx.clock.now() };
      delivered.push(await moveGrant(ctx, grant, { to: 'delivered', reason: 'delivered', change }));
    }
    await audit(
      ctx,
      'grant.deliver',
      ids.map((id) => ({ id })),
    );
    return delivered;
  });
}

async function lockAll(ctx: Ctx, sendings: readonly { id: string }[]): Promise<Map<string, Grant>> {
  const grants = await lockGrants(
    ctx,
    sendings.map(({ id }) => id),
  );
  const found = new Map(grants.map((grant) => [grant.id, grant]));
  const missing = sendings.find(({ id }) => !found.has(id));
  if (missing) throw notFound('reward', missing.id);
  return found;
}

/** Codes stay out of the audit. */
async function audit(ctx: Ctx, action: string, sendings: readonly Sending[]): Promise<void> {
  const detail = { grants: sendings.map(({ id, tracking }) => ({ id, ...(tracking ? { tracking } : {}) })) };
  await writeAudit(ctx, { action, subjectKind: 'grant', subjectId: sendings[0]?.id ?? '', detail });
}
