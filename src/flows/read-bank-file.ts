import type { AnswerFileBody, AnswerFileView } from '../money/payouts/schema.ts';
import {
  findReadBefore,
  keepBankFile,
  type MatchedFile,
  matchBankFile,
} from '../money/payouts/verbs/read-bank-file.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { confirmPayoutBatch } from './run-payout.ts';

/**
 * What a bank's file says reaches the payouts, the ledger and the commissions, all of it or nothing; lines that belong
 * to no payout, or contradict what is known, are listed and change nothing. The same file again: the first answer,
 * unless a line that came too early then can be used now.
 * @throws 422 when it is no bank's answer
 */
export async function readBankFile(ctx: Ctx, body: AnswerFileBody): Promise<AnswerFileView> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    const before = await findReadBefore(ctx, body.content);
    if (before?.unmatched.every(({ reason_code }) => reason_code !== 'contradiction')) return before;
    const file = await matchBankFile(ctx, body);
    if (before && file.fresh.length === 0) return before;
    // What arrived comes first: one statement may show a payment and its return.
    const steps = [file.fresh.filter(isArrival), file.fresh.filter((match) => !isArrival(match))];
    for (const [id, matches] of steps.flatMap((step) => [...Map.groupBy(step, ({ payout }) => payout.batchId)])) {
      const payouts = matches.map(({ line, payout }) => ({
        payout_id: payout.id,
        outcome: line.outcome,
        ...(line.reason === undefined ? {} : { reason: line.reason }),
      }));
      await confirmPayoutBatch(ctx, { id, answers: { payouts } });
    }
    return keepBankFile(ctx, { name: body.name, file, before });
  });
}

function isArrival({ line }: MatchedFile['fresh'][number]): boolean {
  return line.outcome !== 'returned';
}
