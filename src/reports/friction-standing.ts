import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import { type DataTime, readOnce } from './data-time.ts';
import { ofAccount, ofAccounts } from './readiness/of-account.ts';
import { activeAccounts } from './sql/active-accounts.ts';

export type FrictionStanding = {
  account_id: string;
  seats: number | null;
  tickets: number;
  tickets_per_seat_month: number | null;
  open_severity_1: number;
  reopened: number;
  mean_hours_to_resolve: number | null;
  /** 0..1 among active accounts, 1 the most friction; null without peers. */
  percentile: number | null;
};

/**
 * How hard is it for each active account to get on with us? Tickets per seat and month (30 days), still open of severity
 * 1 (or marked urgent), reopened, hours to resolve, in the `days` before the data time. The percentile ranks tickets per
 * seat-month, then open severity-1, reopened and hours. Only what was known then: later closings are not seen.
 */
export async function frictionStanding(ctx: Ctx, time: DataTime, days = 90): Promise<FrictionStanding[]> {
  return readOnce(time, `friction ${time.on} ${days} ${time.isUnranked ?? false}`, () => readStanding(ctx, time, days));
}

const PERCENTILE = sql`case when count(*) over () > 1 then percent_rank() over (
  order by coalesce(tickets_per_seat_month, tickets), open_severity_1, reopened, coalesce(mean_hours_to_resolve, 0)) end`;

async function readStanding(ctx: Ctx, time: DataTime, days: number): Promise<FrictionStanding[]> {
  const among = time.isUnranked ? time.only : undefined;
  const since = sql`${time.before}::timestamptz - ${days}::integer * interval '1 day'`;
  const { rows } = await sql<FrictionStanding>`
    with raised as materialized (
      select account_id, count(*) filter (where opened_at >= ${since}) as tickets,
        count(*) filter (where (severity = 1 or (severity is null and priority = 'urgent'))
          and (case when closed_at is null then status in ('open', 'pending') else closed_at >= ${time.before} end)) as open_1,
        coalesce(sum(reopened_count) filter (where opened_at >= ${since}), 0)::integer as reopened,
        avg(resolution_minutes) filter (where opened_at >= ${since} and closed_at < ${time.before})::float8 / 60 as hours
      from tickets
      where opened_at < ${time.before} and (opened_at >= ${since} or closed_at is null or closed_at >= ${time.before})
        and account_id is not null ${ofAccount(among)}
      group by account_id
    ), facts as (
      select a.account_id, a.seats, coalesce(r.tickets, 0) as tickets,
        coalesce(r.tickets, 0)::float8 * 30 / ${days}::integer / a.seats as tickets_per_seat_month,
        coalesce(r.open_1, 0) as open_severity_1, coalesce(r.reopened, 0) as reopened, r.hours as mean_hours_to_resolve
      from ${activeAccounts(time.on, among)} a left join raised r on r.account_id = a.account_id
    )
    select * from (select *, ${time.isUnranked ? sql`null::float8` : PERCENTILE} as percentile
    from facts) standing ${ofAccounts(time.only)}`.execute(ctx.db);
  return rows;
}
