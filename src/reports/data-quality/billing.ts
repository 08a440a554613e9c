import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import { type Counted, type Finding, finding } from './finding.ts';

/** What subscriptions say that sums must know: trials, missing ends, several at once, starts to come. */
export async function subscriptionGaps(db: Db, today: string): Promise<Finding[]> {
  const { rows } = await sql<Counted>`
    with facts as (
      select s.external_id, s.is_trial, s.imported_churned and s.ended_on is null as no_end,
        s.started_on > ${today}::date as ahead, s.is_trial and s.mrr_minor > 0 as paid_trial,
        not s.is_trial and s.mrr_minor = 0 as free,
        (s.started_on < (a.signed_up_at at time zone 'UTC')::date) as early
      from subscriptions s join accounts a on a.id = s.account_id),
    said as (
      select code, coalesce(is_so, false) as is_so, external_id from facts, lateral (values
        ('trials', is_trial), ('churned_without_end', no_end), ('subscriptions_in_future', ahead),
        ('paid_trials', paid_trial), ('free_subscriptions', free), ('subscription_before_signup', early)) v(code, is_so))
    select code, count(*) filter (where is_so) as count, count(*) as of,
      (array_agg(external_id order by external_id) filter (where is_so))[1:5] as examples
    from said group by code order by code`.execute(db);
  return rows.flatMap((row) => finding(row, { severity: row.code === 'trials' ? 'note' : 'notable' }));
}

/** Accounts with several open paid subscriptions: either they buy several things, or old ones were never ended. */
export async function severalOpen(db: Db, today: string): Promise<Finding[]> {
  const { rows } = await sql<Counted & { subscriptions: number }>`
    with open as (
      select account_id, count(*) as n from subscriptions
      where not is_trial and started_on <= ${today}::date and (ended_on is null or ended_on > ${today}::date) group by 1)
    select 'several_open' as code, count(*) filter (where n > 1) as count, count(*) as of,
      coalesce(sum(n) filter (where n > 1), 0)::bigint as subscriptions,
      (select array_agg(a.name || ': ' || o.n order by o.n desc, a.id) from
        (select * from open where n > 1 order by n desc, account_id limit 5) o join accounts a on a.id = o.account_id) as examples
    from open`.execute(db);
  return rows.flatMap((row) => finding(row, { params: { subscriptions: row.subscriptions.toLocaleString('en') } }));
}

/** Amounts in a currency that no rate leads from: sums in the reporting currency leave them out. */
export async function currenciesWithoutRate(db: Db): Promise<Finding[]> {
  const { rows } = await sql<Counted & { currencies: string | null }>`
    with amounts as (
      select currency, mrr_reporting_minor is null as unknown, external_id from subscriptions
      union all select currency, total_reporting_minor is null, external_id from invoices)
    select 'no_exchange_rate' as code, count(*) filter (where unknown) as count, count(*) as of,
      string_agg(distinct currency, ', ') filter (where unknown) as currencies,
      (array_agg(external_id order by external_id) filter (where unknown))[1:5] as examples
    from amounts`.execute(db);
  return rows.flatMap((row) => finding(row, { severity: 'serious', params: { currencies: row.currencies ?? '' } }));
}
