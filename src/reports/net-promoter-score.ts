import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { DataTime } from './data-time.ts';

export type Nps = { answers: number; promoters: number; passives: number; detractors: number };

/** Would people recommend us? The latest answer (0-10) of each person in the last 180 days. */
export async function netPromoterScore(ctx: Ctx, time: DataTime, accountId?: string): Promise<Nps> {
  const { rows } = await sql<Nps>`
    select count(*) as answers, count(*) filter (where score >= 9) as promoters,
      count(*) filter (where score >= 7 and score < 9) as passives, count(*) filter (where score < 7) as detractors
    from (
      select distinct on (coalesce(r.person_id, r.account_id, r.id)) r.score
      from survey_answers r join surveys s on s.id = r.survey_id
      where s.kind = 'nps' and r.score is not null and coalesce(r.scale_max, 10) = 10
        and r.answered_at < ${time.before} and r.answered_at >= ${time.before}::timestamptz - interval '180 days'
        and ${accountId ? sql`r.account_id = ${accountId}` : sql`true`}
      order by coalesce(r.person_id, r.account_id, r.id), r.answered_at desc, r.id desc
    ) latest`.execute(ctx.db);
  return rows[0] ?? { answers: 0, promoters: 0, passives: 0, detractors: 0 };
}

/** % of 9-10 minus % of 0-6, from −100 to 100. */
export function npsOf(nps: Nps): number | null {
  return nps.answers === 0 ? null : ((nps.promoters - nps.detractors) * 100) / nps.answers;
}
