import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import type { Batch, Payout } from '../model.ts';
import { writeBatchCsv } from '../rules/batch-csv.ts';
import { writePain001 } from '../rules/pain-001.ts';
import { listPayoutsOf, lockBatch, updateBatch } from '../store/batches.ts';
import { findCompany, findDebtor } from '../store/destinations.ts';
import { dropSuspended } from './drop-suspended.ts';

export type PayoutFile = { name: string; text: string };

/**
 * The SEPA credit transfer file of an approved batch, without those who were suspended since the approval.
 * @throws 404; 409 when it is not approved, not SEPA, nobody is left in it, or the account to pay from is not set
 */
export async function payoutFileXml(ctx: Ctx, id: string): Promise<PayoutFile> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const batch = await approvedBatch(ctx, id);
    if (batch.rail !== 'sepa')
      throw new AppError('conflict', 'This batch is not paid by SEPA transfer; it has a CSV list and no SEPA file.', {
        rail: batch.rail,
      });
    const debtor = await findDebtor(ctx);
    if (!debtor)
      throw new AppError('conflict', 'The SEPA file needs the account you pay from, and it is not set.', {
        hint: 'Set its holder and IBAN in the payout settings (PUT /v1/payout-settings).',
      });
    const { payouts, dropped } = await giveOut(ctx, batch, 'pain.001.001.09');
    const remittance = await remittanceOf(ctx, debtor.holderName);
    const madeAt = batch.approvedAt ?? batch.createdAt;
    const text = writePain001({ batch, debtor, payouts, remittance, madeAt, version: dropped });
    return { name: `payouts-${id}.xml`, text };
  });
}

/** The same payouts as the list their rail reads. @throws 404; 409 when it is not approved or nobody is left in it */
export async function payoutFileCsv(ctx: Ctx, id: string): Promise<PayoutFile> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const batch = await approvedBatch(ctx, id);
    const { payouts } = await giveOut(ctx, batch, 'csv');
    const remittance = await remittanceOf(ctx, '');
    return { name: `payouts-${id}.csv`, text: writeBatchCsv({ rail: batch.rail, payouts, remittance }) };
  });
}

async function approvedBatch(ctx: Ctx, id: string): Promise<Batch> {
  const batch = await lockBatch(ctx, id);
  if (!batch) throw notFound('payout batch', id);
  if (batch.state === 'draft' || batch.state === 'cancelled') throw notYet(batch);
  return batch;
}

/** What the file names, noted as given out: from now on somebody may pay it. `dropped`: who is not in it any more. */
async function giveOut(ctx: Ctx, batch: Batch, format: string): Promise<{ payouts: Payout[]; dropped: number }> {
  await dropSuspended(ctx, batch);
  const all = await listPayoutsOf(ctx, batch.id);
  const payouts = all.filter(({ state }) => state !== 'cancelled');
  if (payouts.length === 0)
    throw new AppError('conflict', 'Nobody in this batch may be paid now.', { hint: 'Cancel the batch.' });
  if (!batch.filedAt) await updateBatch(ctx, batch.id, { filed_at: ctx.clock.now() });
  await writeAudit(ctx, {
    action: 'payout_batch.download',
    subjectKind: 'payout_batch',
    subjectId: batch.id,
    detail: { format, payouts: payouts.length },
  });
  return { payouts, dropped: all.filter(({ reason }) => reason === 'partner_not_approved').length };
}

/** @returns the refusal of a step that needs an approval */
export function notYet(batch: Batch): AppError {
  return new AppError('conflict', `The batch ${batch.id} is ${batch.state}, not approved.`, {
    hint: 'A second person approves it first.',
    state: batch.state,
  });
}

async function remittanceOf(ctx: Ctx, holderName: string): Promise<string> {
  const company = await findCompany(ctx);
  return say('reasons-money:remittance', { company: company?.name ?? holderName });
}
