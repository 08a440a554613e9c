import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { DataTime } from './data-time.ts';
import { ofAccount, ofAccounts } from './readiness/of-account.ts';

export type HeardFrom = { account_id: string; people: number; heard: number };

/** How many of the people we know at each account answered a survey or wrote a ticket in the last `days`? */
export async function heardFrom(ctx: Ctx, time: DataTime, days = 180): Promise<HeardFrom[]> {
  const since = sql`${time.before}::timestamptz - ${days}::integer * interval '1 day'`;
  const { rows } = await sql<HeardFrom>`
    with voices as materialized (
      select account_id, count(distinct person) as heard
      from (
        select account_id, person_id as person from survey_answers
        where person_id is not null and answered_at < ${time.before} and answered_at >= ${since}
        union all
        select t.account_id, p.id from tickets t
        join people p on p.source = t.source and p.external_id = t.person_external_id
        where t.opened_at < ${time.before} and t.opened_at >= ${since}
      ) spoke ${ofAccounts(time.only)}
      group by account_id
    )
    select p.account_id, count(*) as people, coalesce(max(v.heard), 0) as heard
    from people p left join voices v on v.account_id = p.account_id
    where p.account_id is not null ${ofAccount(time.only, 'p.account_id')}
    group by p.account_id`.execute(ctx.db);
  return rows;
}
