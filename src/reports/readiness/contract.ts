import { type RawBuilder, sql } from 'kysely';
import type { AccountFacts } from '../../advocacy/advocates/model.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { CompanyFacts } from '../company.ts';
import type { DataTime } from '../data-time.ts';
import { activeOn, pricedSubscriptions } from '../sql/priced-subscriptions.ts';
import { ofAccount } from './of-account.ts';

type Described = Pick<
  AccountFacts,
  'account_id' | 'industry' | 'use_case' | 'channel' | 'channel_evidence' | 'employees' | 'health_score' | 'health_band'
>;
type Contracted = Pick<
  AccountFacts,
  | 'is_paying'
  | 'has_paid'
  | 'mrr_minor'
  | 'mrr_before_minor'
  | 'seats'
  | 'seats_before'
  | 'plan_headroom'
  | 'tenure_days'
>;
export type ContractRow = Described &
  Contracted & {
    mrr_days: number | null;
    churn_notice_at: Date | null;
    upgraded_at: Date | null;
    purchased_at: Date | null;
    turned_green_at: Date | null;
  };

/** One row an account (or of the one named): what it is, what it pays now and paid before, and its present health. */
export async function contractRows(
  ctx: Ctx,
  company: CompanyFacts,
  data: DataTime,
  only?: readonly string[],
): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`
    with subs as materialized (select * from ${pricedSubscriptions(company.currency)} p where true ${ofAccount(only)}),
    contract as (${contractNow(data)}),
    earlier as (${contractBefore(data)}),
    plans as (select plan, percent_rank() over (order by average desc) as headroom, count(*) over () as n from (
      select a.plan, avg(c.mrr_now) as average from accounts a join contract c on c.account_id = a.id and c.is_paying
      where a.plan is not null group by a.plan) each_plan)
    select a.id as account_id, a.industry, a.use_case, a.employees, a.churn_notice_at,
      coalesce(a.first_touch_channel, a.last_touch_channel, a.imported_source, a.self_reported_source) as channel,
      case when a.first_touch_channel is not null then 'first_touch' when a.last_touch_channel is not null then 'last_touch'
        when a.imported_source is not null then 'imported' when a.self_reported_source is not null then 'self_reported'
      end as channel_evidence,
      coalesce(c.is_paying, false) as is_paying, c.first_paid_on is not null as has_paid,
      coalesce(c.mrr_now, 0)::bigint as mrr_minor, e.mrr_before::bigint as mrr_before_minor,
      coalesce(a.seats, c.seats_now::integer) as seats,
      case when a.seats is null or a.seats = c.seats_now then e.seats_before::integer end as seats_before,
      case when p.n > 1 then p.headroom end as plan_headroom, c.mrr_days::float8 as mrr_days,
      ${data.on}::date - coalesce(c.first_paid_on, a.signed_up_at::date) as tenure_days,
      case when c.last_started_on > ${data.on}::date - 60 and c.mrr_now > e.mrr_60_before
        then c.last_started_on::timestamptz end as upgraded_at,
      c.first_paid_on::timestamptz as purchased_at, ${health(ctx)}
    where a.merged_into_id is null ${ofAccount(only, 'a.id')} order by a.id`.execute(ctx.db);
  return rows;
}

function contractNow({ on }: DataTime): RawBuilder<unknown> {
  const active = activeOn(on, 'subs');
  return sql`select account_id, coalesce(sum(mrr) filter (where ${active}), 0) as mrr_now,
      coalesce(bool_or(is_paid and ${active}), false) as is_paying,
      min(started_on) filter (where is_paid) as first_paid_on,
      max(started_on) filter (where is_paid and ${active}) as last_started_on,
      sum(seats) filter (where is_paid and ${active}) as seats_now,
      sum(mrr * (least(coalesce(ended_on, ${on}::date), ${on}::date) - started_on)) as mrr_days
    from subs where started_on <= ${on}::date group by account_id`;
}

/** A year ago, or on the first paid day of a younger customer; nothing for those younger than 90 days. */
function contractBefore({ on }: DataTime): RawBuilder<unknown> {
  return sql`select c.account_id,
      sum(s.mrr) filter (where ${activeOn(sql`greatest(${on}::date - 365, c.first_paid_on)`)}) as mrr_before,
      sum(s.seats) filter (where ${activeOn(sql`c.first_paid_on`)}) as seats_before,
      sum(s.mrr) filter (where ${activeOn(sql`${on}::date - 60`)}) as mrr_60_before
    from contract c join subs s on s.account_id = c.account_id and s.is_paid
    where c.first_paid_on <= ${on}::date - 90 group by c.account_id`;
}

function health(ctx: Ctx): RawBuilder<unknown> {
  return sql`h.score::float8 as health_score, coalesce(o.band, h.band) as health_band,
      case when h.band = 'green' and (select y.band from health_scores y where y.account_id = a.id
        and y.superseded_at is not null order by y.scored_at desc limit 1) <> 'green' then h.scored_at end as turned_green_at
    from accounts a
      left join contract c on c.account_id = a.id left join earlier e on e.account_id = a.id
      left join plans p on p.plan = a.plan
      left join health_scores h on h.account_id = a.id and h.superseded_at is null
      left join lateral (select band from health_overrides where account_id = a.id and ended_at is null
        and expires_at > ${ctx.clock.now()} order by set_at desc limit 1) o on true`;
}
