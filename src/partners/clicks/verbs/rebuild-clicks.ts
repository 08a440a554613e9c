import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Rebuilt } from '../../../platform/firehose/model.ts';
import { findRetention } from '../../../platform/firehose/retention.ts';
import { holdClicks, printClickDays, rebuildClickDays } from '../store/days.ts';

/** Counts the days of clicks again from the clicks. Days whose clicks are not all there stay as they are. */
export async function rebuildClicks(ctx: Ctx): Promise<Rebuilt> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async ({ db }) => {
    await holdClicks(db);
    const before = await printClickDays(db);
    await rebuildClickDays(db, (await findRetention(db, 'clicks')).whole_from);
    const { days, print } = await printClickDays(db);
    return { days, same: print === before.print };
  });
}
