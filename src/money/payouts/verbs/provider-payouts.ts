import { notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { TransferReport } from '../../../platform/transfers.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { Payout } from '../model.ts';
import { failTransfers } from '../rules/transfers.ts';
import { judgeReport } from '../rules.ts';
import { freeItems, lockBatch, updatePayouts } from '../store/batches.ts';
import { suspendedOf } from '../store/candidates.ts';
import { findPayout, lockNextForProvider, lockPayout, markLost } from '../store/provider.ts';
import { type Answered, applyAnswers, closeBatch } from './answer-payouts.ts';

const NOTHING: Answered = { paid: [], failed: [], returned: [] };

/**
 * Takes the next approved payout in hand: from the commit on it is `sending`, whatever happens to this process.
 * Undefined when none is left. Who was suspended since the approval is dropped on the way.
 */
export async function takeNextPayout(ctx: Ctx): Promise<Payout | undefined> {
  requireScope(ctx, 'payouts:write');
  for (;;) {
    const taken = await inTransaction(ctx, async (ctx) => {
      const payout = await lockNextForProvider(ctx);
      if (!payout) return { payout: undefined, isOver: true };
      if ((await suspendedOf(ctx, [payout.partnerId])).size > 0) {
        await dropOne(ctx, payout);
        return { payout: undefined, isOver: false };
      }
      await updatePayouts(ctx, [payout.id], { state: 'sending', asked_at: ctx.clock.now() });
      return { payout, isOver: true };
    });
    if (taken.isOver) return taken.payout;
  }
}

async function dropOne(ctx: Ctx, payout: Payout): Promise<void> {
  await postTransfers(ctx, failTransfers(payout, `drop:${payout.id}`, 'partner_not_approved'));
  await updatePayouts(ctx, [payout.id], { state: 'cancelled', reason: 'partner_not_approved' });
  await freeItems(ctx, [payout.id]);
  const batch = await lockBatch(ctx, payout.batchId);
  if (batch) await closeBatch(ctx, batch);
  const detail = { partner_ids: [payout.partnerId], payout_ids: [payout.id] };
  await writeAudit(ctx, {
    action: 'payout_batch.drop_suspended',
    subjectKind: 'payout_batch',
    subjectId: payout.batchId,
    detail,
  });
}

/** The provider gave no clear answer: only it can say what became of the payout. */
export async function markUnknown(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'payouts:write');
  await inTransaction(ctx, async (ctx) => {
    const payout = await lockPayout(ctx, id);
    if (payout?.state === 'sending') await updatePayouts(ctx, [id], { state: 'unknown', asked_at: ctx.clock.now() });
  });
}

/** An order in hand for longer was in the hands of a process that ended. */
const LOST_AFTER_MS = 600_000;

/** Orders whose process ended before it wrote down the answer are of unknown outcome. Returns how many. */
export async function noticeLost(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, (ctx) => markLost(ctx, new Date(ctx.clock.now().getTime() - LOST_AFTER_MS)));
}

/**
 * Writes down what the provider says of a payout. Saying the same again changes nothing; what contradicts an earlier
 * answer is kept in the audit and changes nothing. Called by `flows/pay-by-provider.ts`, which tells the commissions.
 * @throws 404
 */
export async function recordReport(ctx: Ctx, input: { id: string; report: TransferReport }): Promise<Answered> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const found = await findPayout(ctx, input.id);
    const batch = found && (await lockBatch(ctx, found.batchId));
    const payout = found && batch && (await lockPayout(ctx, input.id));
    if (!payout) throw notFound('payout', input.id);
    const { report } = input;
    const verdict = judgeReport(payout, report);
    if (verdict === 'same') return NOTHING;
    if (verdict === 'refused') return refuse(ctx, payout, report);
    if (report.state === 'pending') {
      await updatePayouts(ctx, [payout.id], { state: 'sent', provider_ref: report.ref });
      return NOTHING;
    }
    const answer = { reason: report.reason, ref: report.ref };
    if (report.state !== 'returned' || payout.state === 'sent' || payout.state === 'paid')
      return applyAnswers(ctx, batch, [{ payout, outcome: report.state, ...answer }]);
    await applyAnswers(ctx, batch, [{ payout, outcome: 'paid', reason: undefined }]);
    const paid: Payout = { ...payout, state: 'paid', paidAt: ctx.clock.now() };
    return applyAnswers(ctx, batch, [{ payout: paid, outcome: 'returned', ...answer }]);
  });
}

async function refuse(ctx: Ctx, payout: Payout, report: TransferReport): Promise<Answered> {
  ctx.log.error({ payout: payout.id, state: payout.state, report }, 'the provider contradicts what is known');
  const detail = { state: payout.state, report };
  await writeAudit(ctx, { action: 'payout.contradiction', subjectKind: 'payout', subjectId: payout.id, detail });
  return NOTHING;
}
