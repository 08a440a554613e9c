import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import { type Counted, type Finding, finding } from './finding.ts';

/**
 * Usage outside its subscription's life. Rows whose id had come before were read too, so they are counted: an export is
 * judged as it is, not as it was stored.
 */
export async function usageOutsideSubscription(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ before: number; after: number; of: number; examples: string[] | null }>`
    with kept as materialized (
      select account_id, subscription_external_id as subscription, (occurred_at at time zone 'UTC')::date as on_date,
        count(*) as n, min(id) as example
      from usage_events where subscription_external_id is not null group by 1, 2, 3),
    latest as (
      select distinct on (f.file, f.entity) f.import_id, f.file, f.entity from import_files f
      where f.state = 'done' order by f.file, f.entity, f.finished_at desc, f.import_id desc),
    repeated as (
      select r.repeated->>'account_id' as account_id, r.repeated->>'subscription_external_id' as subscription,
        (r.repeated->>'occurred_at')::timestamptz::date as on_date, 1::bigint as n, null::text as example
      from import_rejects r join latest using (import_id, file, entity)
      where r.entity = 'usage' and r.repeated->>'subscription_external_id' is not null),
    joined as (
      select u.n, u.example, u.on_date < s.started_on as is_before, u.on_date > s.ended_on as is_after
      from (select * from kept union all select * from repeated) u
      left join subscriptions s on s.external_id = u.subscription and s.account_id = u.account_id)
    select coalesce(sum(n) filter (where is_before), 0)::bigint as before,
      coalesce(sum(n) filter (where is_after), 0)::bigint as after, coalesce(sum(n), 0)::bigint as of,
      (array_agg(example) filter (where is_before and example is not null))[1:5] as examples
    from joined`.execute(db);
  const found = rows[0] ?? { before: 0, after: 0, of: 0, examples: [] };
  return [
    ...finding(
      { code: 'usage_before_start', count: found.before, of: found.of, examples: found.examples },
      serious(found),
    ),
    ...finding({ code: 'usage_after_end', count: found.after, of: found.of }),
  ];
}

function serious(found: { before: number; of: number }): { severity: 'serious' | 'notable' } {
  return { severity: found.before * 10 > found.of ? 'serious' : 'notable' };
}

/** Days of use before the account signed up, in the future, and accounts never seen using anything. */
export async function usageDays(db: Db, today: string): Promise<Finding[]> {
  const { rows } = await sql<Counted>`
    with days as materialized (
      select account_id, min(on_date) as first_on, count(*) as days, count(*) filter (where on_date > ${today}::date) as ahead
      from usage_daily group by account_id)
    select 'usage_before_signup' as code, count(*) filter (where d.first_on < (a.signed_up_at at time zone 'UTC')::date) as count,
      count(*) as of, (array_agg(a.name order by a.id) filter (where d.first_on < (a.signed_up_at at time zone 'UTC')::date))[1:5] as examples
    from days d join accounts a on a.id = d.account_id
    union all
    select 'usage_in_future', coalesce(sum(ahead), 0)::bigint, coalesce(sum(days), 0)::bigint, null from days
    union all
    select 'accounts_without_usage', count(*) filter (where d.account_id is null), count(*),
      (array_agg(a.name order by a.id) filter (where d.account_id is null))[1:5]
    from accounts a left join days d on d.account_id = a.id where exists (select from usage_daily)`.execute(db);
  return rows.flatMap((row) => finding(row, { severity: row.code === 'accounts_without_usage' ? 'note' : 'notable' }));
}
