import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Rebuilt } from '../../../platform/firehose/model.ts';
import { findRetention } from '../../../platform/firehose/retention.ts';
import { printUsageDays, rebuildUsageDays } from '../store/days.ts';
import { takeUsageTurn } from '../store/events.ts';

/** Counts the days of use again from their events. Days whose events are not all there stay as they are. */
export async function rebuildUsage(ctx: Ctx): Promise<Rebuilt> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async ({ db }) => {
    await takeUsageTurn(db);
    const before = await printUsageDays(db);
    const { whole_from } = await findRetention(db, 'usage');
    await rebuildUsageDays(db, whole_from);
    const { days, print } = await printUsageDays(db);
    return { days, same: print === before.print };
  });
}
