import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Scoring } from './data-time.ts';
import { ofAccount } from './readiness/of-account.ts';

export type UsageTrend = { account_id: string; slope: number };

const SUMMED_WEEKS = 8;

/**
 * Is usage rising or falling? The least-squares slope of ln(1 + events) over the `weeks` weeks up to `on`, per week, of
 * each account with any usage in them; a week without usage counts as 0.
 */
export async function usageTrend(
  ctx: Ctx,
  on: IsoDate,
  weeks = SUMMED_WEEKS,
  scoring: Scoring = {},
): Promise<UsageTrend[]> {
  if (scoring.isSummed && weeks === SUMMED_WEEKS) return summedTrend(ctx, on, scoring.only);
  const { rows } = await sql<UsageTrend>`
    with weekly as materialized (
      select account_id, ${weeks}::integer - 1 - (${on}::date - on_date) / 7 as week, sum(events) as events
      from usage_daily
      where on_date > ${on}::date - 7 * ${weeks}::integer and on_date <= ${on}::date ${ofAccount(scoring.only)}
      group by 1, 2
    ), users as (select distinct account_id from weekly)
    select u.account_id, regr_slope(ln(1 + coalesce(w.events, 0)::float8), n.week)::float8 as slope
    from users u cross join generate_series(0, ${weeks}::integer - 1) as n(week)
    left join weekly w on w.account_id = u.account_id and w.week = n.week
    group by u.account_id`.execute(ctx.db);
  return rows;
}

async function summedTrend(ctx: Ctx, on: IsoDate, only: readonly string[] | undefined): Promise<UsageTrend[]> {
  const { rows } = await sql<UsageTrend>`
    select account_id, slope from usage_sums where on_date = ${on}::date and slope is not null ${ofAccount(only)}`.execute(
    ctx.db,
  );
  return rows;
}
