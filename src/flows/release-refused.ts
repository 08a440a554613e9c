import { AppError, notFound } from '../kernel/errors.ts';
import { releaseLead } from '../money/commissions/verbs/accrue-lead.ts';
import { findRefused } from '../money/commissions/verbs/find-refused.ts';
import { supersedeSale } from '../money/commissions/verbs/supersede.ts';
import { findDecisionById } from '../partners/attribution/verbs/attribute.ts';
import { findEvent, takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { writeAudit } from '../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { creditSale } from './credit-sale.ts';
import { settleRewards } from './reward-sale.ts';
import { takeBackAgain } from './take-back.ts';

/**
 * Pays after all what was refused because a gate was closed: the sale is credited as if it had been open, and stays so.
 * Only an owner may. @throws 403, 404; 409 when it was refused for another reason
 */
export async function releaseRefused(ctx: Ctx, input: { id: string; reason: string }): Promise<void> {
  requireScope(ctx, 'money:write');
  if (ctx.actor.kind === 'user' && ctx.actor.role !== 'owner')
    throw new AppError('forbidden', 'Only an owner may release a commission behind a closed gate.');
  await inTransaction(ctx, async (ctx) => {
    const tracking: Ctx = { ...ctx, scopes: new Set([...ctx.scopes, 'track:write']) };
    const refused = await findRefused(ctx, input.id);
    const { invoiceId, decisionId } = refused;
    if (invoiceId && decisionId) await creditAfterAll(tracking, { invoiceId, decisionId, note: input.reason });
    else await releaseLead(tracking, refused, input.reason);
    const detail = { reason: input.reason, gate: refused.reasonParams.gate };
    await writeAudit(ctx, { action: 'commission.release', subjectKind: 'commission', subjectId: input.id, detail });
  });
}

type Sale = { invoiceId: string; decisionId: string; note: string };

async function creditAfterAll(ctx: Ctx, { invoiceId, decisionId, note }: Sale): Promise<void> {
  const stored = await findDecisionById(ctx, decisionId);
  if (!stored) throw notFound('decision', decisionId);
  const event = await findEvent(ctx, stored.conversion_event_id);
  if (event.account_external_id) await takeTurns(ctx, 'account', event.account_external_id);
  await supersedeSale(ctx, { invoiceId, reason: 'gate_released', at: ctx.clock.now(), note });
  const decision = { ...stored, flags: stored.considered.flags };
  const sale = { event, accountId: stored.account_id, invoiceId, decision, decisionId, byHand: true };
  const credited = await creditSale(ctx, sale);
  await settleRewards(ctx, sale);
  for (const id of credited) await takeBackAgain(ctx, id);
}
