import { writeAudit } from '../../../platform/audit.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { Batch, Destination, Payout } from '../model.ts';
import { failTransfers } from '../rules/transfers.ts';
import { batchContent, canPay } from '../rules.ts';
import {
  freeItems,
  listPayoutsOf,
  lockUnsentBatchesOf,
  updateBatch,
  updateDestination,
  updatePayouts,
} from '../store/batches.ts';
import { reopenRequests } from '../store/requests.ts';

/**
 * A partner's new destination reaches the batches that have not been sent: an approval given for the old one is
 * withdrawn, and a batch whose rail cannot pay the new one loses the payout. Part of changing the destination.
 */
export async function repinBatches(ctx: Ctx, partnerId: string, destination: Destination): Promise<void> {
  for (const batch of await lockUnsentBatchesOf(ctx, partnerId)) {
    if (batch.state === 'approved') await withdrawApproval(ctx, batch);
    await repin(ctx, batch, partnerId, destination);
  }
}

async function repin(ctx: Ctx, batch: Batch, partnerId: string, destination: Destination): Promise<void> {
  const payout = (await listPayoutsOf(ctx, batch.id)).find((one) => one.partnerId === partnerId);
  if (!payout) return;
  if (canPay(batch.rail, destination.rail)) await updateDestination(ctx, { id: payout.id, destination });
  else {
    await updatePayouts(ctx, [payout.id], { state: 'cancelled', reason: 'destination_changed' });
    await freeItems(ctx, [payout.id]);
    await reopenRequests(ctx, [payout.id]);
  }
  const payouts = await listPayoutsOf(ctx, batch.id);
  await updateBatch(ctx, batch.id, {
    content_hash: sha256(batchContent(batch, payouts)),
    state: payouts.every(({ state }) => state === 'cancelled') ? 'cancelled' : 'draft',
  });
}

/** The claims go back, the batch is a draft again. */
export async function withdrawApproval(ctx: Ctx, batch: Batch): Promise<Payout[]> {
  const claimed = (await listPayoutsOf(ctx, batch.id)).filter(({ state }) => state === 'claimed');
  await postTransfers(
    ctx,
    claimed.flatMap((payout) => failTransfers(payout, `unclaim:${payout.id}:${batch.approvals}`, 'approval_withdrawn')),
  );
  await updatePayouts(
    ctx,
    claimed.map(({ id }) => id),
    { state: 'draft' },
  );
  await updateBatch(ctx, batch.id, { state: 'draft', approved_by: null, approved_at: null, approved_hash: null });
  await writeAudit(ctx, {
    action: 'payout_batch.withdraw_approval',
    subjectKind: 'payout_batch',
    subjectId: batch.id,
    detail: { approved_by: batch.approvedBy },
  });
  return claimed;
}
