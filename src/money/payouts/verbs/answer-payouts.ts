import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { COMPANY, type Transfer } from '../../ledger/model.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { BankAnswer, Batch, Payout } from '../model.ts';
import { judgeAnswer } from '../rules.ts';
import type { ConfirmBody } from '../schema.ts';
import { freeItems, listPayoutsOf, lockBatch, updateBatch, updatePayouts } from '../store/batches.ts';

/** The payouts that got a new answer now, by answer. */
export type Answered = Record<BankAnswer['outcome'], string[]>;

/**
 * Writes what the bank said: paid money becomes cash out, failed and returned money is the partner's again. An answer
 * given before is passed over. Called by `flows/run-payout.ts`, which tells the commissions.
 * @throws 404; 409 when the batch was not sent, or a payout already has another answer; 422 naming an unknown payout
 */
export async function answerPayouts(ctx: Ctx, input: { id: string; answers: ConfirmBody }): Promise<Answered> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const batch = await lockBatch(ctx, input.id);
    if (!batch) throw notFound('payout batch', input.id);
    if (batch.state !== 'sent' && batch.state !== 'paid')
      throw new AppError('conflict', `The batch ${batch.id} is ${batch.state}; a bank can only answer what was sent.`, {
        hint: 'Approve it, download its file, and mark it as sent.',
        state: batch.state,
      });
    const payouts = await listPayoutsOf(ctx, batch.id);
    const fresh = newAnswers(payouts, input.answers);
    await apply(ctx, batch, fresh);
    return groupIds(fresh);
  });
}

type Fresh = { payout: Payout; outcome: BankAnswer['outcome']; reason: string | undefined };

function newAnswers(payouts: readonly Payout[], answers: ConfirmBody): Fresh[] {
  if ('all_paid' in answers)
    return payouts
      .filter(({ state }) => state === 'sent')
      .map((payout) => ({ payout, outcome: 'paid', reason: undefined }));
  const byId = new Map(payouts.map((payout) => [payout.id, payout]));
  const fresh = new Map<string, Fresh>();
  answers.payouts.forEach(({ payout_id, outcome, reason }, index) => {
    const payout = byId.get(payout_id);
    if (!payout) throw invalidField(`payouts.${index}.payout_id`, `The batch has no payout ${payout_id}.`);
    if (fresh.has(payout_id)) throw invalidField(`payouts.${index}.payout_id`, `${payout_id} is named twice.`);
    const verdict = judgeAnswer(payout.state, outcome);
    if (verdict === 'refused') throw answeredBefore(payout, outcome);
    if (verdict === 'new') fresh.set(payout_id, { payout, outcome, reason });
  });
  return [...fresh.values()];
}

function answeredBefore(payout: Payout, outcome: string): AppError {
  return new AppError('conflict', `The payout ${payout.id} is ${payout.state}; it cannot become ${outcome}.`, {
    state: payout.state,
    hint: 'Nothing was changed. Money that came back after it was paid is "returned".',
  });
}

async function apply(ctx: Ctx, batch: Batch, fresh: readonly Fresh[]): Promise<void> {
  await postTransfers(ctx, fresh.flatMap(answerTransfers));
  for (const { payout, outcome, reason } of fresh) {
    const paid_at = outcome === 'failed' ? null : (payout.paidAt ?? ctx.clock.now());
    await updatePayouts(ctx, [payout.id], { state: outcome, reason: reason ?? null, paid_at });
  }
  await freeItems(
    ctx,
    fresh.filter(({ outcome }) => outcome !== 'paid').map(({ payout }) => payout.id),
  );
  await closeBatch(ctx, batch);
  if (fresh.length === 0) return;
  const detail = groupIds(fresh);
  await writeAudit(ctx, { action: 'payout_batch.answer', subjectKind: 'payout_batch', subjectId: batch.id, detail });
}

function answerTransfers({ payout, outcome, reason }: Fresh): Transfer[] {
  const confirm = payoutTransfer(payout, {
    idempotency_key: `confirm:${payout.id}`,
    event: 'payout_confirmed',
    debit: { kind: 'payout.in_transit', owner_id: payout.id },
    credit: { kind: 'cash', owner_id: COMPANY },
  });
  if (outcome === 'paid') return [confirm];
  if (outcome === 'failed') return [failTransfer(payout, `fail:${payout.id}`, reason ?? 'failed')];
  const giveBack = payoutTransfer(payout, {
    idempotency_key: `return:${payout.id}`,
    event: 'payout_returned',
    debit: { kind: 'cash', owner_id: COMPANY },
    credit: { kind: 'partner.available', owner_id: payout.partnerId },
  });
  return payout.state === 'sent' ? [confirm, giveBack] : [giveBack];
}

function payoutTransfer(
  payout: Payout,
  parts: Pick<Transfer, 'idempotency_key' | 'event' | 'debit' | 'credit'>,
): Transfer {
  return {
    ...parts,
    currency: payout.currency,
    amount_minor: payout.amountMinor,
    ref_kind: 'payout',
    ref_id: payout.id,
  };
}

/** What was claimed for a payout becomes the partner's available money again. */
export function failTransfer(payout: Payout, key: string, reason: string): Transfer {
  const transfer = payoutTransfer(payout, {
    idempotency_key: key,
    event: 'payout_failed',
    debit: { kind: 'payout.in_transit', owner_id: payout.id },
    credit: { kind: 'partner.available', owner_id: payout.partnerId },
  });
  return { ...transfer, reason };
}

async function closeBatch(ctx: Ctx, batch: Batch): Promise<void> {
  if (batch.state !== 'sent') return;
  const isOpen = (await listPayoutsOf(ctx, batch.id)).some(({ state }) => state === 'sent');
  if (!isOpen) await updateBatch(ctx, batch.id, { state: 'paid', paid_at: ctx.clock.now() });
}

function groupIds(fresh: readonly Fresh[]): Answered {
  const idsOf = (outcome: BankAnswer['outcome']) =>
    fresh.filter((answer) => answer.outcome === outcome).map(({ payout }) => payout.id);
  return { paid: idsOf('paid'), failed: idsOf('failed'), returned: idsOf('returned') };
}
