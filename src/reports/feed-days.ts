import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { DataTime } from './data-time.ts';

/** The newest day each kind of fact is known for; null: never came. `voices`: answers and tickets with a person. */
export type FeedDays = { usage: IsoDate | null; tickets: IsoDate | null; voices: IsoDate | null };

/** How fresh is each kind of fact, up to the data time? A feed that stopped must not look like customers who did. */
export async function feedDays(ctx: Ctx, time: DataTime): Promise<FeedDays> {
  const { rows } = await sql<FeedDays>`
    select (select max(on_date) from usage_daily where on_date <= ${time.on}::date) as usage,
      (select max(opened_at)::date from tickets where opened_at < ${time.before}) as tickets,
      greatest((select max(answered_at)::date from survey_answers where answered_at < ${time.before}),
        (select max(opened_at)::date from tickets where opened_at < ${time.before} and person_external_id is not null)
      ) as voices`.execute(ctx.db);
  return rows[0] ?? { usage: null, tickets: null, voices: null };
}
