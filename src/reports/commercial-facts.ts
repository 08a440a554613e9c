import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import type { DataTime } from './data-time.ts';
import { ofAccount, ofAccounts } from './readiness/of-account.ts';
import { activeOn, pricedSubscriptions } from './sql/priced-subscriptions.ts';

export type CommercialFacts = {
  account_id: string;
  /** Since the first subscription, else the sign-up (a month is 30.4375 days); null when neither is known. */
  tenure_months: number | null;
  /** MRR now ÷ MRR `days` earlier − 1; null when it paid nothing then. */
  mrr_change: number | null;
  /** Invoices past their due day and not paid by then. */
  overdue: number;
};

/** How does each account stand commercially: since when, growing or shrinking, paying on time? */
export async function commercialFacts(
  ctx: Ctx,
  input: { company: CompanyFacts; time: DataTime; days: number },
): Promise<CommercialFacts[]> {
  const { on, before, only } = input.time;
  const then = sql`(${on}::date - ${input.days}::integer)`;
  const { rows } = await sql<CommercialFacts>`
    with paying as materialized (
      select account_id, min(started_on) as first_on, sum(mrr) filter (where ${activeOn(on)}) as now_mrr,
        sum(mrr) filter (where ${activeOn(then)}) as then_mrr
      from ${pricedSubscriptions(input.company.currency)} s where started_on <= ${on}::date ${ofAccount(only)} group by account_id
    ), late as materialized (
      select account_id, count(*) as overdue from invoices
      where due_on < ${on}::date and issued_at < ${before} and status in ('open', 'uncollectible', 'paid')
        and (status <> 'paid' or paid_at >= ${before}) ${ofAccount(only)}
      group by account_id
    )
    select a.id as account_id,
      (case when coalesce(p.first_on, a.signed_up_at::date) <= ${on}::date
        then ${on}::date - coalesce(p.first_on, a.signed_up_at::date) end)::float8 / 30.4375 as tenure_months,
      case when p.then_mrr > 0 then (coalesce(p.now_mrr, 0) / p.then_mrr - 1)::float8 end as mrr_change,
      coalesce(l.overdue, 0) as overdue
    from accounts a left join paying p on p.account_id = a.id left join late l on l.account_id = a.id
    ${ofAccounts(only, 'a.id')}`.execute(ctx.db);
  return rows;
}
