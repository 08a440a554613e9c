import { forgetAddresses, remindReceivers } from '../money/rewards/verbs/addresses.ts';
import { assumeDelivered, matureRewards, tellReceivers } from '../money/rewards/verbs/upkeep.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';

/** Everything rewards need done by the hour; each set stands by itself. */
export async function tendRewards(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'rewards:write');
  for (const work of [matureRewards, tellReceivers, assumeDelivered, remindReceivers]) {
    for (let done = await work(ctx); done > 0; ) done = await work(ctx);
  }
  await forgetAddresses(ctx);
}
