import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { DataTime } from './data-time.ts';
import { ofAccount } from './readiness/of-account.ts';

/** `sentiment` 0..1: the mean of the answers. */
export type Sentiment = { account_id: string; sentiment: number; answers: number; latest_on: IsoDate };

/** How do the people of each account speak? NPS, CSAT and ticket ratings of the last `days`, each brought to 0..1. */
export async function sentiment(ctx: Ctx, time: DataTime, days = 180): Promise<Sentiment[]> {
  const since = sql`${time.before}::timestamptz - ${days}::integer * interval '1 day'`;
  const { rows } = await sql<Sentiment>`
    select account_id, avg(share)::float8 as sentiment, count(*) as answers, max(at)::date as latest_on
    from (
      select account_id, closed_at as at,
        greatest(0, (satisfaction - 1) / (coalesce(satisfaction_scale, 5) - 1)) as share
      from tickets
      where satisfaction is not null and closed_at < ${time.before} and closed_at >= ${since}
      union all
      select r.account_id, r.answered_at, case when s.kind = 'nps' then r.score / coalesce(r.scale_max, 10)
        else greatest(0, (r.score - 1) / (coalesce(r.scale_max, 5) - 1)) end
      from survey_answers r join surveys s on s.id = r.survey_id
      where s.kind in ('nps', 'csat') and r.score is not null
        and r.answered_at < ${time.before} and r.answered_at >= ${since}
    ) said
    where account_id is not null ${ofAccount(time.only)}
    group by account_id`.execute(ctx.db);
  return rows;
}
