import { matureAllCommissions } from '../flows/mature-commissions.ts';
import { confirmPayoutBatch } from '../flows/run-payout.ts';
import { addDays, addMonths } from '../kernel/time.ts';
import { approvePayoutBatch } from '../money/payouts/verbs/approve-batch.ts';
import { savePayoutSettings } from '../money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../money/payouts/verbs/draft-batch.ts';
import { sendPayoutBatch } from '../money/payouts/verbs/send-batch.ts';
import type { Ctx } from '../platform/ctx.ts';
import { CURRENCY } from './billing.ts';
import { COMPANY_IBAN } from './cast.ts';
import type { Scene } from './referrals.ts';
import type { Stage } from './stage.ts';

/** Commissions become payable as their hold ends; one batch was paid five weeks ago, one waits for a second person now. */
export function payoutScenes({ now }: Stage, start: Date): Scene[] {
  const scenes: Scene[] = [{ at: start.getTime() + 1, play: (ctx) => savePayoutSettings(ctx, COMPANY) }];
  for (let month = 1; addMonths(start, month, 'UTC') < now; month++)
    scenes.push({ at: addMonths(start, month, 'UTC').getTime(), play: matureAllCommissions });
  const paidAt = addDays(now, -36).getTime();
  return [...scenes, { at: paidAt, play: payEverybody }, { at: now.getTime() - 1, play: draftNext }];
}

const COMPANY = { holder_name: 'Fieldnote', iban: COMPANY_IBAN };

async function payEverybody(ctx: Ctx): Promise<void> {
  await matureAllCommissions(ctx);
  const batch = await draftPayoutBatch(ctx, { currency: CURRENCY });
  const second: Ctx = { ...ctx, actor: { kind: 'system', id: 'simulated second person' } };
  await approvePayoutBatch(second, { id: batch.id, content_hash: batch.content_hash });
  await sendPayoutBatch(ctx, batch.id);
  await confirmPayoutBatch(ctx, { id: batch.id, answers: { all_paid: true } });
}

async function draftNext(ctx: Ctx): Promise<void> {
  await matureAllCommissions(ctx);
  await draftPayoutBatch(ctx, { currency: CURRENCY });
}
