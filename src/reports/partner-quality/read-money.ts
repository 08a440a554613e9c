import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { CompanyFacts } from '../company.ts';
import type { DataTime } from '../data-time.ts';
import { inSegment, type Narrowed } from '../segments/narrow.ts';
import { inReporting } from '../sql/in-reporting.ts';
import { pricedSubscriptions } from '../sql/priced-subscriptions.ts';
import { broughtCustomers } from './brought.ts';

/** Of the customers of one partner in one year of their stay (1, 2, 3 and later). Minor units, not rounded. */
export type MoneyRow = {
  partner_id: string;
  year: number;
  grossMinor: number;
  refundedMinor: number;
  commissionMinor: number;
  /** Invoices and commissions in a currency that has no rate. */
  unpriced: number;
};
export type GivenRow = { partner_id: string; rewardsMinor: number; discountsMinor: number; unpriced: number };
type Input = { company: CompanyFacts; time: DataTime; segment: Narrowed | null };

/** What the customers of each partner paid (without tax, before refunds), got back, and earned the partner, by year of stay. Of a segment: what belongs to a customer in it. */
export async function readMoney(ctx: Ctx, { company, time, segment }: Input): Promise<MoneyRow[]> {
  const year = (day: ReturnType<typeof sql>) =>
    sql`least(3, greatest(1, floor((${day} - b.started_on) / 365.25) + 1))::integer`;
  const paidOn = sql`(coalesce(i.paid_at, i.issued_at) at time zone ${company.zone})::date`;
  const earnedOn = sql`(c.earned_at at time zone ${company.zone})::date`;
  const rate = sql`case when i.currency = ${company.currency} then 1
    else i.total_reporting_minor::numeric / nullif(i.total_minor, 0) end`;
  const commission = { minor: sql`c.gross_minor - c.reversed_minor`, currency: sql`c.currency`, day: earnedOn };
  const { rows } = await sql<MoneyRow>`
    with b as materialized (select * from ${broughtCustomers(company, time.on, segment)} brought),
    paid as (
      select b.partner_id, ${year(paidOn)} as year, (i.total_minor - i.tax_minor) * (${rate}) as gross,
        i.refunded_minor * (${rate}) as refunded, 0::numeric as commission,
        i.currency <> ${company.currency} and i.total_reporting_minor is null as is_unpriced
      from b join invoices i on i.account_id = b.account_id
      where i.status = 'paid' and coalesce(i.paid_at, i.issued_at) < ${time.before}
    ),
    earned as (
      select partner_id, year, 0::numeric, 0::numeric, amount, amount is null
      from (
        select coalesce(c.credited_partner_id, c.partner_id) as partner_id,
          case when b.account_id is null then 1 else ${year(earnedOn)} end as year,
          ${inReporting(commission, company.currency)} as amount
        from commissions c left join b on b.account_id = c.account_id
        where c.state <> 'refused' and c.superseded_at is null and c.earned_at < ${time.before}
          and ${inSegment(sql`c.account_id`, segment)}
      ) each
    )
    select partner_id, year, coalesce(sum(gross), 0)::float8 as "grossMinor",
      coalesce(sum(refunded), 0)::float8 as "refundedMinor", coalesce(sum(commission), 0)::float8 as "commissionMinor",
      count(*) filter (where is_unpriced) as unpriced
    from (select * from paid union all select * from earned) both_ways
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}

/**
 * What each partner's referrals were given beside commissions: rewards of whoever received them, and discounts of the
 * customers brought (by a coupon of the partner on invoices, or promised: the larger of the two an account). Months that
 * are free or reduced count by what the account pays; a discount for good counts for twelve months.
 */
export async function readGiven(ctx: Ctx, { company, time, segment }: Input): Promise<GivenRow[]> {
  const amount = sql`case when g.kind = 'company_credit' and g.state = 'delivered' then coalesce(g.used_minor, 0)
    else g.amount_minor end`;
  const granted = { minor: amount, currency: sql`g.currency`, day: sql`g.promised_at::date` };
  const { rows } = await sql<GivenRow>`
    with b as materialized (select * from ${broughtCustomers(company, time.on, segment)} brought),
    pays as materialized (
      select distinct on (account_id) account_id, mrr from ${pricedSubscriptions(company.currency)} p
      where is_paid and started_on <= ${time.on}::date order by account_id, started_on desc
    ),
    given as materialized (
      select g.partner_id, g.account_id, g.kind = 'discount' and g.receiver = 'friend' as is_discount,
        case g.kind when 'free_months' then g.quantity * coalesce(pays.mrr, 0)
          when 'discount' then coalesce(nullif(g.quantity, 0), 12) * coalesce(pays.mrr, 0)
            * trim(trailing '%' from coalesce(g.reward #>> '{give,percent}', '0'))::numeric / 100
          else ${inReporting(granted, company.currency)} end as amount
      from grants g left join pays on pays.account_id = coalesce(g.receiver_account_id, g.account_id)
      where g.state in ('earned', 'held', 'ready', 'sent', 'delivered', 'failed') and g.promised_at < ${time.before}
        and ${inSegment(sql`g.account_id`, segment)}
    ),
    reduced as (
      select b.partner_id, b.account_id, sum(l.discount_minor * (case when i.currency = ${company.currency} then 1
        else i.total_reporting_minor::numeric / nullif(i.total_minor, 0) end)) as amount
      from b join invoices i on i.account_id = b.account_id join invoice_lines l on l.invoice_id = i.id
      where i.status = 'paid' and coalesce(i.paid_at, i.issued_at) < ${time.before} and l.discount_minor > 0
        and exists (select from coupons c where c.partner_id = b.partner_id and c.code = any(i.coupons))
      group by 1, 2
    ),
    discounts as (
      select coalesce(r.partner_id, d.partner_id) as partner_id, greatest(coalesce(r.amount, 0), coalesce(d.amount, 0)) as amount
      from reduced r full join (
        select partner_id, account_id, sum(amount) as amount from given where is_discount group by 1, 2
      ) d on d.account_id = r.account_id and d.partner_id = r.partner_id
    )
    select partner_id, coalesce(sum(reward), 0)::float8 as "rewardsMinor", coalesce(sum(discount), 0)::float8 as "discountsMinor",
      count(*) filter (where reward is null) as unpriced
    from (
      select partner_id, amount as reward, 0 as discount from given where not is_discount
      union all select partner_id, 0, amount from discounts
    ) each group by 1 order by 1`.execute(ctx.db);
  return rows;
}
