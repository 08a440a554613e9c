import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import { readOnce, type Scoring } from './data-time.ts';
import { ofAccount, ofAccounts } from './readiness/of-account.ts';
import { activeAccounts } from './sql/active-accounts.ts';

export type UsageStanding = {
  account_id: string;
  active_days: number;
  events: number;
  features: number;
  events_per_seat: number | null;
  features_per_seat: number | null;
  /** 0..1 among active accounts of the same plan (of all plans when fewer than 5 share it); null without peers. */
  percentile: number | null;
};

const MIN_PEERS = 5;
const SUMMED_DAYS = 28;

/**
 * How much does each active account use the product, and how does it stand among accounts of its plan? Active days,
 * events and distinct features per seat in the `days` up to `on`; the percentile is the rank of the mean of the ranks.
 */
export async function usageStanding(
  ctx: Ctx,
  on: IsoDate,
  days = SUMMED_DAYS,
  scoring: Scoring = {},
): Promise<UsageStanding[]> {
  return readOnce(scoring, `usage ${on} ${days} ${scoring.isUnranked ?? false}`, () =>
    readStanding(ctx, on, days, scoring),
  );
}

const MEAN_RANK = sql`(percent_rank() over (partition by peers order by active_days)
  + percent_rank() over (partition by peers order by coalesce(events_per_seat, events))
  + percent_rank() over (partition by peers order by coalesce(features_per_seat, features))) / 3`;
const PERCENTILE = sql`case when count(*) over (partition by peers) > 1
  then percent_rank() over (partition by peers order by mean_rank) end`;

async function readStanding(ctx: Ctx, on: IsoDate, days: number, scoring: Scoring): Promise<UsageStanding[]> {
  const isSummed = scoring.isSummed && days === SUMMED_DAYS;
  const among = scoring.isUnranked ? scoring.only : undefined;
  const { rows } = await sql<UsageStanding>`
    with used as materialized (${isSummed ? sql`select account_id, active_days, events, features from usage_sums where on_date = ${on}::date ${ofAccount(among)}` : sumsOf(on, days)}),
    facts as (
      select a.account_id, a.plan, coalesce(u.active_days, 0) as active_days, coalesce(u.events, 0) as events,
        coalesce(u.features, 0) as features, coalesce(u.events, 0)::float8 / a.seats as events_per_seat,
        coalesce(u.features, 0)::float8 / a.seats as features_per_seat,
        ${scoring.isUnranked ? sql`null` : sql`case when count(*) over (partition by a.plan) >= ${MIN_PEERS}::integer then a.plan end`} as peers
      from ${activeAccounts(on, among)} a left join used u on u.account_id = a.account_id
    ), ranked as (
      select *, ${scoring.isUnranked ? sql`null::float8` : MEAN_RANK} as mean_rank
      from facts
    )
    select * from (select account_id, active_days, events, features, events_per_seat, features_per_seat,
      ${scoring.isUnranked ? sql`null::float8` : PERCENTILE} as percentile
    from ranked) standing ${ofAccounts(scoring.only)}`.execute(ctx.db);
  return rows;
}

function sumsOf(on: IsoDate, days: number): RawBuilder<unknown> {
  return sql`
    select account_id, count(distinct on_date) as active_days, sum(events)::bigint as events,
      count(distinct feature) as features
    from usage_daily
    where on_date > ${on}::date - ${days}::integer and on_date <= ${on}::date
    group by account_id`;
}
