import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Transfer } from '../../ledger/model.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { BankAnswer, Batch, Payout } from '../model.ts';
import { confirmTransfers, failTransfers, returnTransfers } from '../rules/transfers.ts';
import { judgeAnswer } from '../rules.ts';
import type { ConfirmBody } from '../schema.ts';
import { freeItems, hasOpenPayouts, listPayoutsOf, lockBatch, updateBatch, updatePayouts } from '../store/batches.ts';

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
    return applyAnswers(ctx, batch, newAnswers(payouts, input.answers));
  });
}

export type FreshAnswer = {
  payout: Payout;
  outcome: BankAnswer['outcome'];
  reason: string | undefined;
  /** What a provider calls the transfer. */
  ref?: string | undefined;
};

function newAnswers(payouts: readonly Payout[], answers: ConfirmBody): FreshAnswer[] {
  if ('all_paid' in answers)
    return payouts
      .filter(({ state }) => state === 'sent')
      .map((payout) => ({ payout, outcome: 'paid', reason: undefined }));
  const byId = new Map(payouts.map((payout) => [payout.id, payout]));
  const fresh = new Map<string, FreshAnswer>();
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

/** Moves the money of new answers, frees what came back, closes the batch. Part of a verb that locked the batch. */
export async function applyAnswers(ctx: Ctx, batch: Batch, fresh: readonly FreshAnswer[]): Promise<Answered> {
  await postTransfers(ctx, fresh.flatMap(answerTransfers));
  for (const { payout, outcome, reason, ref } of fresh) {
    const paid_at = outcome === 'failed' ? null : (payout.paidAt ?? ctx.clock.now());
    const change = {
      state: outcome,
      reason: reason ?? null,
      paid_at,
      ...(ref === undefined ? {} : { provider_ref: ref }),
    };
    await updatePayouts(ctx, [payout.id], change);
  }
  await freeItems(
    ctx,
    fresh.filter(({ outcome }) => outcome !== 'paid').map(({ payout }) => payout.id),
  );
  const detail = groupIds(fresh);
  if (fresh.length === 0) return detail;
  await closeBatch(ctx, batch);
  await writeAudit(ctx, { action: 'payout_batch.answer', subjectKind: 'payout_batch', subjectId: batch.id, detail });
  return detail;
}

function answerTransfers({ payout, outcome, reason }: FreshAnswer): Transfer[] {
  if (outcome === 'paid') return confirmTransfers(payout);
  if (outcome === 'failed') return failTransfers(payout, `fail:${payout.id}`, reason ?? 'failed');
  const arrived = payout.state === 'paid' ? [] : confirmTransfers(payout);
  return [...arrived, ...returnTransfers(payout, reason ?? 'returned')];
}

/** Every payout has its answer: the batch is settled. */
export async function closeBatch(ctx: Ctx, batch: Batch): Promise<void> {
  if (batch.state !== 'sent') return;
  if (!(await hasOpenPayouts(ctx, batch.id)))
    await updateBatch(ctx, batch.id, { state: 'paid', paid_at: ctx.clock.now() });
}

function groupIds(fresh: readonly FreshAnswer[]): Answered {
  const idsOf = (outcome: BankAnswer['outcome']) =>
    fresh.filter((answer) => answer.outcome === outcome).map(({ payout }) => payout.id);
  return { paid: idsOf('paid'), failed: idsOf('failed'), returned: idsOf('returned') };
}
