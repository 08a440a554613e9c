import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { Batch, Payout } from '../model.ts';
import { claimTransfers } from '../rules/transfers.ts';
import { batchContent, findStale } from '../rules.ts';
import { listPayoutsOf, lockBatch, updateBatch, updatePayouts } from '../store/batches.ts';
import { availableOf, lockOpenOfBatch } from '../store/candidates.ts';

/**
 * A second person approves exactly what they read: the money of each payout leaves the partner's available balance.
 * The same person again: nothing changes.
 * @throws 403 for whoever made the batch, and for keys; 404; 409 when it changed since it was read, or is not a draft
 */
export async function approvePayoutBatch(ctx: Ctx, input: { id: string; content_hash: string }): Promise<void> {
  requireScope(ctx, 'payouts:approve');
  return inTransaction(ctx, async (ctx) => {
    const batch = await lockBatch(ctx, input.id);
    if (!batch) throw notFound('payout batch', input.id);
    checkApprover(ctx, batch);
    if (batch.contentHash !== input.content_hash) throw changedSince(batch);
    if (batch.state !== 'draft' && batch.approvedBy === ctx.actor.id) return;
    if (batch.state !== 'draft')
      throw new AppError('conflict', `The batch ${batch.id} is ${batch.state}.`, { state: batch.state });
    const payouts = (await listPayoutsOf(ctx, batch.id)).filter((payout) => payout.state === 'draft');
    if (sha256(batchContent(batch, payouts)) !== input.content_hash) throw changedSince(batch);
    await checkFresh(ctx, batch, payouts);
    await claim(ctx, batch, payouts);
  });
}

function checkApprover(ctx: Ctx, batch: Batch): void {
  if (batch.createdBy === ctx.actor.id)
    throw new AppError('forbidden', 'Whoever made a batch cannot approve it.', {
      hint: 'Ask a second person with the permission payouts:approve.',
    });
  if (ctx.actor.kind === 'key')
    throw new AppError('forbidden', 'A person approves a batch, not an API key.', { hint: 'Sign in to approve it.' });
}

function changedSince(batch: Batch): AppError {
  return new AppError('conflict', `The batch ${batch.id} is not the one you read: its content changed.`, {
    field: 'content_hash',
    hint: 'Read the batch again and approve what it says now.',
  });
}

async function checkFresh(ctx: Ctx, batch: Batch, payouts: readonly Payout[]): Promise<void> {
  const open = await lockOpenOfBatch(ctx, batch.id);
  const partners = payouts.map((payout) => payout.partnerId);
  const stale = findStale(payouts, { open, balances: await availableOf(ctx, partners, batch.currency) });
  if (stale.length === 0) return;
  const names = stale.map((payout) => payout.partnerName).join(', ');
  throw new AppError(
    'conflict',
    `Since the batch was made, a refund, a hold or a state changed what is due to: ${names}.`,
    {
      hint: 'Cancel this batch and make a new one.',
      partner_ids: stale.map((payout) => payout.partnerId),
    },
  );
}

async function claim(ctx: Ctx, batch: Batch, payouts: readonly Payout[]): Promise<void> {
  const approvals = batch.approvals + 1;
  await postTransfers(
    ctx,
    payouts.flatMap((payout) => claimTransfers(payout, approvals)),
  );
  const ids = payouts.map(({ id }) => id);
  await updateBatch(ctx, batch.id, {
    state: 'approved',
    approvals,
    approved_by: ctx.actor.id,
    approved_at: ctx.clock.now(),
    approved_hash: batch.contentHash,
  });
  await updatePayouts(ctx, ids, { state: 'claimed' });
  const detail = { content_hash: batch.contentHash, payouts: ids.length };
  await writeAudit(ctx, { action: 'payout_batch.approve', subjectKind: 'payout_batch', subjectId: batch.id, detail });
}
