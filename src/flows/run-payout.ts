import { settleCommissions, unsettleCommissions } from '../money/commissions/service.ts';
import type { ConfirmBody } from '../money/payouts/schema.ts';
import { answerPayouts } from '../money/payouts/verbs/answer-payouts.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';

/**
 * The end of a payout: what the bank said reaches the payouts, the ledger and the commissions, all or nothing. Saying
 * the same again changes nothing.
 * @throws 404; 409 when the batch was not sent, or a payout already has another answer; 422 naming an unknown payout
 */
export async function confirmPayoutBatch(ctx: Ctx, input: { id: string; answers: ConfirmBody }): Promise<void> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const answered = await answerPayouts(ctx, input);
    await settleCommissions(ctx, answered.paid);
    await unsettleCommissions(ctx, { payoutIds: answered.failed, reason: 'payout_failed' });
    await unsettleCommissions(ctx, { payoutIds: answered.returned, reason: 'payout_returned' });
  });
}
