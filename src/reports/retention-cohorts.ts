import { sql } from 'kysely';
import { monthEnd } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { companyFacts } from './company.ts';
import { type DataTime, dataTime } from './data-time.ts';
import { ratio, readMinor } from './metric.ts';
import { inSegment, type Narrowed, narrowedTo } from './segments/narrow.ts';
import { accountSpells, spellOn } from './sql/account-spells.ts';
import { activeOn, pricedSubscriptions } from './sql/priced-subscriptions.ts';

export type CohortCell = {
  months: number;
  active: number;
  logo_retention: number | null;
  mrr_minor: number;
  revenue_retention: number | null;
};
export type Cohort = { month: string; accounts: number; cells: CohortCell[] };
export type RetentionCohorts = { currency: string; through: string; segment: Narrowed | null; cohorts: Cohort[] };

const COHORTS = 24;

type Row = { cohort: string; months: number; active: number; mrr: string; accounts: number };

/**
 * Do newer customers stay better? Accounts by the month they first paid; m months later, at that month's end, how many
 * are still active by the company's churn definition and what they pay against the end of their first month.
 * Only whole months; the newest 24 cohorts. Of all accounts, or of those in a segment today. @throws 422 without that segment.
 */
export async function retentionCohorts(ctx: Ctx, query: { segment?: string } = {}): Promise<RetentionCohorts> {
  requireScope(ctx, 'customers:read');
  const segment = await narrowedTo(ctx, query.segment);
  const company = await companyFacts(ctx);
  const time = await dataTime(ctx, company);
  const last = lastEndedMonth(time);
  const { rows } = await sql<Row>`
    with spells as materialized (
      select * from ${accountSpells(company.churnDefinition, company.graceDays, time.on)} p
      where ${inSegment(sql`p.account_id`, segment)}
    ), members as (
      select account_id, date_trunc('month', min(active_from))::date as cohort from spells group by account_id
    ), sizes as (
      select cohort, count(*) as accounts from members
      where cohort <= ${last}::date group by cohort order by cohort desc limit ${COHORTS}
    ), ends as (
      select cohort, accounts, (m.first_on + interval '1 month' - interval '1 day')::date as on_date,
        (extract(year from age(m.first_on, cohort)) * 12 + extract(month from age(m.first_on, cohort)))::integer as months
      from sizes cross join lateral generate_series(cohort::timestamp, ${last}::timestamp, interval '1 month') as m(first_on)
    ), staying as (
      select e.cohort, e.months, count(distinct p.account_id) as active
      from ends e join members m on m.cohort = e.cohort join spells p on p.account_id = m.account_id
      where ${spellOn(sql`e.on_date`)} group by 1, 2
    ), paying as (
      select e.cohort, e.months, sum(s.mrr) as mrr
      from ends e join members m on m.cohort = e.cohort
      join ${pricedSubscriptions(company.currency)} s on s.account_id = m.account_id
      where ${activeOn(sql`e.on_date`)} group by 1, 2
    )
    select to_char(e.cohort, 'YYYY-MM') as cohort, e.months, e.accounts, coalesce(s.active, 0) as active,
      coalesce(p.mrr, 0)::text as mrr
    from ends e left join staying s using (cohort, months) left join paying p using (cohort, months)
    order by e.cohort, e.months`.execute(ctx.db);
  const cohorts = [...Map.groupBy(rows, (row) => row.cohort)].map(([month, cells]) => toCohort(month, cells));
  return { currency: company.currency, through: time.on, segment, cohorts };
}

/** The first day of the last month that has ended by the data time. */
function lastEndedMonth({ on }: DataTime): string {
  const own = on.slice(0, 7);
  const first = Temporal.PlainDate.from(`${own}-01`);
  return (on === monthEnd(own) ? first : first.subtract({ months: 1 })).toString();
}

function toCohort(month: string, rows: readonly Row[]): Cohort {
  const accounts = rows[0]?.accounts ?? 0;
  const startMinor = readMinor(rows[0]?.mrr ?? null);
  const cells = rows.map((row) => ({
    months: row.months,
    active: row.active,
    logo_retention: ratio(row.active, accounts),
    mrr_minor: readMinor(row.mrr),
    revenue_retention: ratio(readMinor(row.mrr), startMinor),
  }));
  return { month, accounts, cells };
}
