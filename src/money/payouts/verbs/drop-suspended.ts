import { writeAudit } from '../../../platform/audit.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { Batch, Payout } from '../model.ts';
import { failTransfers } from '../rules/transfers.ts';
import { freeItems, listPayoutsOf, updateBatch, updatePayouts } from '../store/batches.ts';
import { suspendedOf } from '../store/candidates.ts';

/** The approved payouts of a batch whose partner may not be paid any more. */
export async function findSuspended(ctx: Ctx, batch: Batch): Promise<Payout[]> {
  const claimed = (await listPayoutsOf(ctx, batch.id)).filter(({ state }) => state === 'claimed');
  const suspended = await suspendedOf(
    ctx,
    claimed.map(({ partnerId }) => partnerId),
  );
  return claimed.filter(({ partnerId }) => suspended.has(partnerId));
}

/**
 * Takes those who were suspended after the approval out of a batch that is locked and has not left: their money is
 * theirs again, the rest stays as it was approved. A batch that loses everybody is cancelled. Returns who was dropped.
 */
export async function dropSuspended(ctx: Ctx, batch: Batch): Promise<Payout[]> {
  if (batch.state !== 'approved') return [];
  const dropped = await findSuspended(ctx, batch);
  if (dropped.length === 0) return [];
  const ids = dropped.map(({ id }) => id);
  await postTransfers(
    ctx,
    dropped.flatMap((payout) => failTransfers(payout, `drop:${payout.id}`, 'partner_not_approved')),
  );
  await updatePayouts(ctx, ids, { state: 'cancelled', reason: 'partner_not_approved' });
  await freeItems(ctx, ids);
  const left = (await listPayoutsOf(ctx, batch.id)).filter(({ state }) => state === 'claimed');
  if (left.length === 0) await updateBatch(ctx, batch.id, { state: 'cancelled' });
  const detail = { partner_ids: dropped.map(({ partnerId }) => partnerId), payout_ids: ids };
  await writeAudit(ctx, {
    action: 'payout_batch.drop_suspended',
    subjectKind: 'payout_batch',
    subjectId: batch.id,
    detail,
  });
  return dropped;
}
