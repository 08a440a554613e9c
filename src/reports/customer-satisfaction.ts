import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { DataTime } from './data-time.ts';

export type Csat = { answers: number; mean: number | null; topTwo: number; unanswered: number };

/**
 * How satisfied are people with what they just met? CSAT answers and ticket ratings of the last 180 days, brought to a
 * scale of 5; `topTwo` counts the two best boxes of the scale asked. `unanswered`: tickets closed without a rating.
 */
export async function customerSatisfaction(ctx: Ctx, time: DataTime): Promise<Csat> {
  const since = sql`${time.before}::timestamptz - interval '180 days'`;
  const { rows } = await sql<Csat>`
    with ratings as (
      select satisfaction as score, coalesce(satisfaction_scale, 5) as scale from tickets
      where closed_at < ${time.before} and closed_at >= ${since}
      union all
      select r.score, coalesce(r.scale_max, 5) from survey_answers r join surveys s on s.id = r.survey_id
      where s.kind = 'csat' and r.score is not null and r.answered_at < ${time.before} and r.answered_at >= ${since}
    )
    select count(score) as answers, avg(score * 5 / scale)::float8 as mean,
      count(*) filter (where score >= scale - 1) as "topTwo", count(*) filter (where score is null) as unanswered
    from ratings`.execute(ctx.db);
  return rows[0] ?? { answers: 0, mean: null, topTwo: 0, unanswered: 0 };
}
