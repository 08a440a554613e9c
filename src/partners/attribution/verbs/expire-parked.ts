import { addDays } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { PARKED_DAYS } from '../model.ts';
import * as store from '../store/events.ts';

/** Lists as unattributed what has waited 90 days for its account or invoice. Returns how many. */
export async function expireParked(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const ids = await store.expireParked(ctx, addDays(ctx.clock.now(), -PARKED_DAYS));
    if (ids.length === 0) return 0;
    const detail = { event_ids: ids };
    await writeAudit(ctx, { action: 'conversion.expire', subjectKind: 'conversion', subjectId: ids[0] ?? '', detail });
    return ids.length;
  });
}
