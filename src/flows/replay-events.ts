import { lockChosen } from '../customers/events/verbs/quarantine.ts';
import { writeAudit } from '../platform/audit.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { holdConnection } from '../platform/postgres.ts';
import { tryAgain } from './take-events.ts';

export type ReplayChoice = {
  ids?: string[] | undefined;
  reason?: string | undefined;
  event_name?: string | undefined;
};

const AT_ONCE = 2_000;
const AT_MOST = 50_000;

/**
 * Tries kept events again as mappings and names stand now, 50,000 at most. What could be used is counted and leaves the
 * quarantine; the rest stays with its reason.
 */
export async function replayEvents(ctx: Ctx, choice: ReplayChoice): Promise<{ tried: number; used: number }> {
  requireScope(ctx, 'customers:write');
  const total = { tried: 0, used: 0 };
  for (let after = ''; total.tried < AT_MOST; ) {
    const { tried, used, last } = await replaySome(ctx, choice, after);
    total.tried += tried;
    total.used += used;
    after = last;
    if (tried < AT_ONCE) break;
  }
  const detail = { ...choice, ...total };
  await writeAudit(ctx, { action: 'events.replayed', subjectKind: 'events', subjectId: 'quarantine', detail });
  return total;
}

/** A transaction of its own for each few, so that nobody waits long for the accounts concerned. */
function replaySome(ctx: Ctx, choice: ReplayChoice, after: string) {
  return holdConnection(ctx.db, ({ db, client }) =>
    db.transaction().execute(async (db) => {
      const inner: Ctx = { ...ctx, db, scopes: new Set([...ctx.scopes, 'events:write', 'track:write']) };
      const kept = await lockChosen(inner, choice, { after, limit: AT_ONCE });
      const used = await tryAgain(inner, client, kept);
      return { tried: kept.length, used, last: kept.at(-1)?.id ?? after };
    }),
  );
}
