import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { DataTime } from '../data-time.ts';

export type UsageDay = { on: string; events: number; features: number };
export type UsageFeature = { feature: string; events: number; active_days: number; last_on: string };
export type AccountUsage = { from: string; to: string; days: UsageDay[]; features: UsageFeature[] };

const DAYS = 90;

/** What did they use in the 90 days up to the data time, day by day (days without use included) and by feature? */
export async function accountUsage(ctx: Ctx, time: DataTime, accountId: string): Promise<AccountUsage> {
  const used = sql`(
    select on_date, feature, events from usage_daily
    where account_id = ${accountId} and on_date > ${time.on}::date - ${DAYS}::integer and on_date <= ${time.on}::date
  )`;
  const days = await sql<UsageDay>`
    select d.day::date as on, coalesce(sum(u.events), 0)::bigint as events, count(u.feature) as features
    from generate_series(${time.on}::date - ${DAYS}::integer + 1, ${time.on}::timestamp, interval '1 day') as d(day)
    left join ${used} u on u.on_date = d.day::date
    group by d.day order by d.day`.execute(ctx.db);
  const features = await sql<UsageFeature>`
    select feature, sum(events)::bigint as events, count(*) as active_days, max(on_date) as last_on
    from ${used} u group by feature order by events desc, feature`.execute(ctx.db);
  return { from: days.rows[0]?.on ?? time.on, to: time.on, days: days.rows, features: features.rows };
}
