import { sql } from 'kysely';
import type { AccountFacts } from '../../advocacy/advocates/model.ts';
import type { IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { DataTime } from '../data-time.ts';
import { ofAccount } from './of-account.ts';

export type UsageRow = Pick<AccountFacts, 'account_id' | 'events_90d' | 'events_prior_90d' | 'features_90d'>;
export type TicketRow = Pick<
  AccountFacts,
  'account_id' | 'open_severity_1' | 'solved_12m' | 'median_first_response_minutes' | 'median_resolution_minutes'
> & { minutes_12m: number; solved_well_at: Date | null };

/** One row an account that used the product in the last 180 days. */
export async function usageRows(ctx: Ctx, { on, isSummed }: DataTime, only?: readonly string[]): Promise<UsageRow[]> {
  if (isSummed) return summedRows(ctx, on, only);
  const { rows } = await sql<UsageRow>`
    select account_id,
      coalesce(sum(events) filter (where on_date > ${on}::date - 90), 0)::bigint as events_90d,
      coalesce(sum(events) filter (where on_date <= ${on}::date - 90), 0)::bigint as events_prior_90d,
      count(distinct feature) filter (where on_date > ${on}::date - 90) as features_90d
    from usage_daily where on_date > ${on}::date - 180 and on_date <= ${on}::date ${ofAccount(only)}
    group by account_id`.execute(ctx.db);
  return rows;
}

async function summedRows(ctx: Ctx, on: IsoDate, only: readonly string[] | undefined): Promise<UsageRow[]> {
  const { rows } = await sql<UsageRow>`
    select account_id, events_90d, events_prior_90d, features_90d from usage_sums
    where on_date = ${on}::date ${ofAccount(only)}`.execute(ctx.db);
  return rows;
}

/** One row an account with tickets in twelve months. An open urgent one is severe where severities are not recorded. */
export async function ticketRows(ctx: Ctx, { before }: DataTime, only?: readonly string[]): Promise<TicketRow[]> {
  const { rows } = await sql<TicketRow>`
    select account_id, count(*) filter (where is_severe) as open_severity_1,
      coalesce(sum(resolution_minutes), 0)::bigint as minutes_12m,
      count(*) filter (where status in ('solved', 'closed')) as solved_12m,
      percentile_cont(0.5) within group (order by first_response_minutes) as median_first_response_minutes,
      percentile_cont(0.5) within group (order by resolution_minutes) as median_resolution_minutes,
      max(closed_at) filter (where satisfaction / satisfaction_scale >= 0.8 and closed_at < ${before}) as solved_well_at
    from (select *, status in ('open', 'pending') and (severity = 1 or (severity is null and priority = 'urgent')) as is_severe
      from tickets where account_id is not null ${ofAccount(only)} and opened_at < ${before}
        and (opened_at >= ${before}::timestamptz - interval '365 days' or status in ('open', 'pending'))) t
    group by account_id`.execute(ctx.db);
  return rows;
}

export type BillRow = { account_id: string; paid: number | null; overdue: number; disputed: number };

/** What each account paid so far in the reporting currency, and what is overdue or disputed. */
export async function billRows(
  ctx: Ctx,
  currency: string,
  { on }: DataTime,
  only?: readonly string[],
): Promise<BillRow[]> {
  const { rows } = await sql<BillRow>`
    select account_id,
      sum(coalesce(total_reporting_minor, case when currency = ${currency} then total_minor end) - refunded_minor)
        filter (where status = 'paid')::float8 as paid,
      count(*) filter (where status = 'open' and due_on < ${on}::date) as overdue,
      count(*) filter (where attributes @> '{"disputed": true}' and status <> 'void') as disputed
    from invoices where true ${ofAccount(only)} group by account_id`.execute(ctx.db);
  return rows;
}
