import { csvText } from '../../../kernel/csv.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { formatMajor } from '../../../kernel/money.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import type { Batch, Payout } from '../model.ts';
import { writePain001 } from '../rules/pain-001.ts';
import { freeItems, listPayoutsOf, lockBatch, updateBatch, updatePayouts } from '../store/batches.ts';
import { findCompany, findDebtor } from '../store/destinations.ts';
import { withdrawApproval } from './repin-batches.ts';

/** The bank has the file, or somebody paid by hand: from now on only its answers count. Twice: nothing changes. @throws 404; 409 */
export async function sendPayoutBatch(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const batch = await lockKnown(ctx, id);
    if (batch.state === 'sent' || batch.state === 'paid') return;
    if (batch.state !== 'approved') throw notYet(batch);
    const claimed = (await listPayoutsOf(ctx, id)).filter(({ state }) => state === 'claimed');
    await updatePayouts(ctx, idsOf(claimed), { state: 'sent' });
    await updateBatch(ctx, id, { state: 'sent', sent_at: ctx.clock.now() });
    await audit(ctx, 'payout_batch.send', id, { payouts: claimed.length });
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
    await updateBatch(ctx, id, { state: 'cancelled' });
    await audit(ctx, 'payout_batch.cancel', id, {});
  });
}

async function lockKnown(ctx: Ctx, id: string): Promise<Batch> {
  const batch = await lockBatch(ctx, id);
  if (!batch) throw notFound('payout batch', id);
  return batch;
}

function notYet(batch: Batch): AppError {
  return new AppError('conflict', `The batch ${batch.id} is ${batch.state}, not approved.`, {
    hint: 'A second person approves it first.',
    state: batch.state,
  });
}

function idsOf(payouts: readonly Payout[]): string[] {
  return payouts.map(({ id }) => id);
}

function audit(ctx: Ctx, action: string, id: string, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'payout_batch', subjectId: id, detail });
}

export type PayoutFile = { name: string; text: string };

/** The SEPA credit transfer file of an approved batch. @throws 404; 409 when it is not approved, not SEPA, or nobody pays */
export async function payoutFileXml(ctx: Ctx, id: string): Promise<PayoutFile> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const { batch, payouts } = await approvedBatch(ctx, id);
    if (batch.rail !== 'sepa')
      throw new AppError('conflict', 'This batch is paid by hand; it has a CSV list and no SEPA file.', {
        rail: batch.rail,
      });
    const debtor = await findDebtor(ctx);
    if (!debtor)
      throw new AppError('conflict', 'The SEPA file needs the account you pay from, and it is not set.', {
        hint: 'Set its holder and IBAN in the payout settings (PUT /v1/payout-settings).',
      });
    await audit(ctx, 'payout_batch.download', id, { format: 'pain.001.001.09' });
    const remittance = await remittanceOf(ctx, debtor.holderName);
    const madeAt = batch.approvedAt ?? batch.createdAt;
    return { name: `payouts-${id}.xml`, text: writePain001({ batch, debtor, payouts, remittance, madeAt }) };
  });
}

async function approvedBatch(ctx: Ctx, id: string): Promise<{ batch: Batch; payouts: Payout[] }> {
  const batch = await lockKnown(ctx, id);
  if (batch.state === 'draft' || batch.state === 'cancelled') throw notYet(batch);
  const payouts = (await listPayoutsOf(ctx, id)).filter(({ state }) => state !== 'cancelled');
  return { batch, payouts };
}

async function remittanceOf(ctx: Ctx, holderName: string): Promise<string> {
  const company = await findCompany(ctx);
  return say('reasons-money:remittance', { company: company?.name ?? holderName });
}

const COLUMNS = ['payout', 'partner', 'holder', 'account', 'bic', 'amount', 'currency', 'reference', 'text'] as const;

/** The same payouts as a list, for paying by hand or another bank's upload. @throws 404; 409 when it is not approved */
export async function payoutFileCsv(ctx: Ctx, id: string): Promise<PayoutFile> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const { payouts } = await approvedBatch(ctx, id);
    await audit(ctx, 'payout_batch.download', id, { format: 'csv' });
    const text = await remittanceOf(ctx, '');
    return {
      name: `payouts-${id}.csv`,
      text: csvText(
        COLUMNS,
        payouts.map((payout) => toRow(payout, text)),
      ),
    };
  });
}

function toRow(payout: Payout, text: string): (string | null)[] {
  const { destination } = payout;
  return [
    payout.id,
    payout.partnerName,
    destination.holderName,
    destination.iban ?? destination.details,
    destination.bic,
    formatMajor(payout.amountMinor, payout.currency),
    payout.currency,
    payout.endToEndId,
    text,
  ];
}
