import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';

/** A text that changes when facts of the past may have: with a day, an import, a merged account, a changed contract. */
export async function stateOfFacts(ctx: Ctx, through: IsoDate): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws('|', ${through}::text,
      (select max(finished_at) from imports),
      (select concat(count(*), '/', max(updated_at), '/', count(merged_into_id)) from accounts),
      (select concat(count(*), '/', max(updated_at)) from subscriptions),
      (select concat(count(*), '/', max(updated_at)) from tickets),
      (select concat(count(*), '/', max(answered_at)) from survey_answers)) as state`.execute(ctx.db);
  return rows[0]?.state ?? '';
}

/**
 * The same of days long over: what is written to a running company speaks of today, and what is not is looked at the day
 * after.
 */
export async function stateOfPast(ctx: Ctx, through: IsoDate): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws('|', ${through}::text, (select max(finished_at) from imports),
      (select count(*) from accounts where merged_into_id is not null)) as state`.execute(ctx.db);
  return rows[0]?.state ?? '';
}
