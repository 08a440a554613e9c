import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Batch, Payout } from '../model.ts';
import { freeItems, listPayoutsOf, lockBatch, updateBatch, updatePayouts } from '../store/batches.ts';
import { reopenRequests } from '../store/requests.ts';
import { dropSuspended, findSuspended } from './drop-suspended.ts';
import { notYet } from './payout-files.ts';
import { withdrawApproval } from './repin-batches.ts';

/**
 * The bank has the file, or somebody paid by hand: from now on only its answers count. With a provider: it may begin.
 * Who was suspended since the approval is not paid. Twice: nothing changes.
 * @throws 404; 409 when it is not approved, or its file may name somebody who was suspended
 */
export async function sendPayoutBatch(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const batch = await lockKnown(ctx, id);
    if (batch.state === 'sent' || batch.state === 'paid') return;
    if (batch.state !== 'approved') throw notYet(batch);
    if (batch.filedAt && batch.rail !== 'provider') await refuseSuspended(ctx, batch);
    else await dropSuspended(ctx, batch);
    const claimed = (await listPayoutsOf(ctx, id)).filter(({ state }) => state === 'claimed');
    if (claimed.length === 0) return;
    if (batch.rail !== 'provider') await updatePayouts(ctx, idsOf(claimed), { state: 'sent' });
    await updateBatch(ctx, id, { state: 'sent', sent_at: ctx.clock.now() });
    await audit(ctx, 'payout_batch.send', id, { payouts: claimed.length });
  });
}

/** The file that was given out may name them, so nobody can say that it was not paid. */
async function refuseSuspended(ctx: Ctx, batch: Batch): Promise<void> {
  const suspended = await findSuspended(ctx, batch);
  if (suspended.length === 0) return;
  const names = suspended.map(({ partnerName }) => partnerName).join(', ');
  throw new AppError('conflict', `Suspended since the file was downloaded: ${names}.`, {
    hint: 'Download the file again: it leaves them out. Give that one to the bank, then mark the batch as sent.',
    partner_ids: suspended.map(({ partnerId }) => partnerId),
  });
}

/** Gives a batch up before it is sent: everything in it is payable again. Twice: nothing changes. @throws 404; 409 */
export async function cancelPayoutBatch(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const batch = await lockKnown(ctx, id);
    if (batch.state === 'cancelled') return;
    if (batch.state === 'sent' || batch.state === 'paid')
      throw new AppError('conflict', `The batch ${id} has been sent; it cannot be cancelled.`, {
        hint: 'Tell what the bank answered instead: paid, failed or returned.',
        state: batch.state,
      });
    if (batch.state === 'approved') await withdrawApproval(ctx, batch);
    const ids = idsOf(await listPayoutsOf(ctx, id));
    await updatePayouts(ctx, ids, { state: 'cancelled' });
    await freeItems(ctx, ids);
    await reopenRequests(ctx, ids);
    await updateBatch(ctx, id, { state: 'cancelled' });
    await audit(ctx, 'payout_batch.cancel', id, {});
  });
}

async function lockKnown(ctx: Ctx, id: string): Promise<Batch> {
  const batch = await lockBatch(ctx, id);
  if (!batch) throw notFound('payout batch', id);
  return batch;
}

function idsOf(payouts: readonly Payout[]): string[] {
  return payouts.map(({ id }) => id);
}

function audit(ctx: Ctx, action: string, id: string, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'payout_batch', subjectId: id, detail });
}
