import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import { yearBefore } from './revenue-retention.ts';

/** How many accounts paid for the first time in the twelve months up to day `on`? */
export async function customersWon(ctx: Ctx, on: IsoDate): Promise<number> {
  const { rows } = await sql<{ won: number }>`
    select count(*) as won from (
      select account_id, min(started_on) as first_on from subscriptions
      where not is_trial and mrr_minor > 0 group by account_id
    ) firsts where first_on > ${yearBefore(on)}::date and first_on <= ${on}::date`.execute(ctx.db);
  return rows[0]?.won ?? 0;
}
