import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import { type Counted, type Finding, finding } from './finding.ts';

const LEGAL_FORM = '\\m(inc|ltd|llc|gmbh|bv|sa|sas|srl|oy|ab|as|kft|zrt|plc|corp|co|limited|corporation)\\M';

/** Accounts that are probably one company: the same domain, or the same name but for its legal form. */
export async function duplicateAccounts(db: Db): Promise<Finding[]> {
  const { rows } = await sql<Counted>`
    with named as (
      select id, name, domain,
        regexp_replace(regexp_replace(lower(name), ${LEGAL_FORM}, '', 'g'), '[^[:alnum:]]+', '', 'g') as plain
      from accounts where merged_into_id is null),
    by_domain as (
      select domain, count(*) as n, min(name) as example from named where domain is not null group by 1 having count(*) > 1),
    by_name as (
      select plain, count(*) as n, min(name) as example from named where plain <> '' group by 1 having count(*) > 1)
    select 'same_domain' as code, coalesce(sum(n - 1), 0)::bigint as count, (select count(*) from named) as of,
      (array_agg(domain || ': ' || n || ' accounts' order by n desc))[1:5] as examples from by_domain
    union all
    select 'same_name', coalesce(sum(n - 1), 0)::bigint, (select count(*) from named),
      (array_agg(example || ': ' || n || ' accounts' order by n desc))[1:5] from by_name`.execute(db);
  return rows.flatMap((row) => finding(row));
}

/** What accounts lack, and which numbers do without them for it. */
export async function accountGaps(db: Db, now: Date): Promise<Finding[]> {
  const { rows } = await sql<Counted>`
    with facts as (
      select a.name, a.id, a.signed_up_at is null as no_signup, coalesce(a.imported_source, a.self_reported_source,
          a.first_touch_channel, a.last_touch_channel) is null as no_source,
        a.signed_up_at > ${now} as ahead,
        not exists (select from subscriptions s where s.account_id = a.id) as no_subscription,
        not exists (select from people p where p.account_id = a.id) as no_person
      from accounts a where a.merged_into_id is null),
    said as (
      select code, is_so, name, id from facts, lateral (values
        ('no_signup', no_signup), ('no_source', no_source), ('signup_in_future', coalesce(ahead, false)),
        ('no_subscription', no_subscription and exists (select from subscriptions)),
        ('no_person', no_person and exists (select from people))) v(code, is_so))
    select code, count(*) filter (where is_so) as count, count(*) as of,
      (array_agg(name order by id) filter (where is_so))[1:5] as examples
    from said group by code order by code`.execute(db);
  return rows.flatMap((row) => finding(row, { severity: row.code === 'signup_in_future' ? 'notable' : 'note' }));
}

/** Tickets opened before their account signed up, in the future, without an account, or without a satisfaction score. */
export async function ticketGaps(db: Db, now: Date): Promise<Finding[]> {
  const { rows } = await sql<Counted>`
    with facts as (
      select t.external_id, (t.opened_at at time zone 'UTC')::date < (a.signed_up_at at time zone 'UTC')::date as early,
        t.opened_at > ${now} as ahead, t.account_id is null as alone, t.satisfaction is null as unrated,
        t.closed_at is null and t.status in ('closed', 'solved') as no_end
      from tickets t left join accounts a on a.id = t.account_id),
    said as (
      select code, coalesce(is_so, false) as is_so, external_id from facts, lateral (values
        ('tickets_before_signup', early), ('tickets_in_future', ahead), ('tickets_without_account', alone),
        ('satisfaction_missing', unrated), ('tickets_closed_without_time', no_end)) v(code, is_so))
    select code, count(*) filter (where is_so) as count, count(*) as of,
      (array_agg(external_id order by external_id) filter (where is_so))[1:5] as examples
    from said group by code order by code`.execute(db);
  return rows.flatMap((row) => finding(row));
}
