import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';

/** Are these customers well? False: red, by score or by hand. Who was never scored is not in the answer. */
export async function healthOfAccounts(ctx: Ctx, accountIds: readonly string[]): Promise<Map<string, boolean>> {
  const { rows } = await sql<{ id: string; band: string }>`
    select a.id, coalesce(
      (select o.band from health_overrides o where o.account_id = a.id and o.ended_at is null
        and o.expires_at > ${ctx.clock.now()} order by o.set_at desc limit 1),
      (select h.band from health_scores h where h.account_id = a.id and h.superseded_at is null
        order by h.scored_at desc limit 1)) as band
    from accounts a where a.id = any(${[...accountIds]})`.execute(ctx.db);
  return new Map(
    rows.filter(({ band }) => band !== null && band !== 'unknown').map(({ id, band }) => [id, band !== 'red']),
  );
}
