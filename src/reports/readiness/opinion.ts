import { type RawBuilder, sql } from 'kysely';
import type { PersonFacts } from '../../advocacy/advocates/model.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { DataTime } from '../data-time.ts';
import { ofAccount } from './of-account.ts';

export type OpinionRow = {
  account_id: string;
  nps_mean: number | null;
  csat_mean: number | null;
  promoter_at: Date | null;
  promoter_score: number | null;
  promoter_person_id: string | null;
};

/** One row an account with answers in 180 days: the latest NPS of each person, and CSAT with ticket ratings on 0-1. */
export async function opinionRows(ctx: Ctx, data: DataTime, only?: readonly string[]): Promise<OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`
    with latest as (${latestNps(data, only)}),
    promoter as (select distinct on (account_id) * from latest where score >= 9 order by account_id, answered_at desc),
    nps as (select account_id, avg(score)::float8 as nps_mean from latest group by account_id),
    csat as (select account_id, avg(rating)::float8 as csat_mean from (${ratings(data, only)}) r group by account_id)
    select coalesce(n.account_id, c.account_id) as account_id, n.nps_mean, c.csat_mean,
      p.answered_at as promoter_at, p.score::float8 as promoter_score, p.person_id as promoter_person_id
    from nps n full join csat c on c.account_id = n.account_id
      left join promoter p on p.account_id = n.account_id`.execute(ctx.db);
  return rows;
}

type PersonRow = Omit<PersonFacts, 'unsubscribed_at' | 'last_asked_at' | 'nps_at' | 'last_active_at'> & {
  unsubscribed_at: Date | null;
  last_asked_at: Date | null;
  nps_at: Date | null;
  last_active_at: Date | null;
};

/** Everything readiness needs of each person: role, consent, when asked last, own answers, own activity. */
export async function personFacts(ctx: Ctx, data: DataTime, only?: readonly string[]): Promise<PersonFacts[]> {
  const { rows } = await sql<PersonRow>`
    with latest as (${latestNps(data, only)}),
    csat as (select person_id, avg(rating)::float8 as csat from (${ratings(data, only)}) r where person_id is not null group by person_id),
    consent as (select distinct on (person_id) person_id, granted from person_consents
      where purpose = 'advocacy' and at <= ${ctx.clock.now()} order by person_id, at desc),
    asked as (select person_id, max(sent_at) as at from asks where sent_at is not null group by person_id)
    select p.id as person_id, p.account_id, p.role, p.email is not null as has_email, c.granted as consent,
      p.unsubscribed_at, k.at as last_asked_at, n.score::float8 as nps_score, n.answered_at as nps_at, x.csat, p.last_active_at
    from people p
      left join consent c on c.person_id = p.id left join asked k on k.person_id = p.id
      left join latest n on n.person_id = p.id left join csat x on x.person_id = p.id
    where p.account_id is not null ${ofAccount(only, 'p.account_id')} order by p.id`.execute(ctx.db);
  return rows.map(withInstants);
}

function withInstants(row: PersonRow): PersonFacts {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...row,
    unsubscribed_at: iso(row.unsubscribed_at),
    last_asked_at: iso(row.last_asked_at),
    nps_at: iso(row.nps_at),
    last_active_at: iso(row.last_active_at),
  };
}

function latestNps({ before }: DataTime, only?: readonly string[]): RawBuilder<unknown> {
  return sql`select distinct on (a.account_id, coalesce(a.person_id, '')) a.account_id, a.person_id, a.score, a.answered_at
    from survey_answers a join surveys v on v.id = a.survey_id and v.kind = 'nps'
    where a.score is not null and a.account_id is not null ${ofAccount(only, 'a.account_id')}
      and a.answered_at < ${before} and a.answered_at >= ${before}::timestamptz - interval '180 days'
    order by a.account_id, coalesce(a.person_id, ''), a.answered_at desc`;
}

/** CSAT answers and ticket ratings, from 0 (the worst box) to 1 (the best). A scale of 10 starts at 0, the others at 1. */
function ratings({ before }: DataTime, only?: readonly string[]): RawBuilder<unknown> {
  const onScale = (score: RawBuilder<unknown>, scale: RawBuilder<unknown>) =>
    sql`case when ${scale} = 10 then ${score} / 10.0 else greatest(${score} - 1, 0) / (${scale} - 1.0) end`;
  return sql`select a.account_id, a.person_id, ${onScale(sql`a.score`, sql`a.scale_max`)} as rating
      from survey_answers a join surveys v on v.id = a.survey_id and v.kind = 'csat'
      where a.score is not null and a.scale_max is not null and a.account_id is not null ${ofAccount(only, 'a.account_id')}
        and a.answered_at < ${before} and a.answered_at >= ${before}::timestamptz - interval '180 days'
    union all select account_id, null, ${onScale(sql`satisfaction`, sql`satisfaction_scale`)}
      from tickets where satisfaction is not null and satisfaction_scale is not null and account_id is not null ${ofAccount(only)}
        and opened_at < ${before} and opened_at >= ${before}::timestamptz - interval '180 days'`;
}
