import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { CompanyFacts } from '../company.ts';
import { inSegment, type Narrowed } from '../segments/narrow.ts';
import { pricedSubscriptions } from '../sql/priced-subscriptions.ts';
import { stays } from '../sql/stays.ts';

/** A commission may come with the first invoice, weeks after the subscription began; a binding comes before it. */
const DAYS = { binding: 1, commission: 31 };

/**
 * A relation of every customer a partner brought by day `on`, one row an account: (account_id, partner_id, programme_id,
 * started_on, churned_on, term, watched, lost, pays): the stay that began with it, and what the account pays a month, or
 * paid when it left (numeric, minor units of the reporting currency). Brought: the first who was bound to the account or
 * earned by it, when that was before the stay began. Customers who were there before are not. Of all customers, or of those
 * who are in `segment` today.
 */
export function broughtCustomers(
  company: CompanyFacts,
  on: IsoDate,
  segment: Narrowed | null = null,
): RawBuilder<unknown> {
  return sql`(
    select distinct on (s.account_id) s.account_id, b.partner_id, b.programme_id, s.started_on, s.churned_on, s.term,
      s.watched, s.lost, coalesce(s.mrr, last.mrr, 0) as pays
    from (
      select distinct on (account_id) account_id, partner_id, programme_id, at, slack
      from (
        select account_id, partner_id, programme_id, effective_at as at, ${DAYS.binding}::integer as slack from bindings
        union all
        select account_id, coalesce(credited_partner_id, partner_id), programme_id, earned_at, ${DAYS.commission}::integer
        from commissions
        where account_id is not null and rule = 'sale' and state <> 'refused' and superseded_at is null
      ) evidence
      order by account_id, at, slack, partner_id
    ) b
    join ${stays(company, on)} s on s.account_id = b.account_id
      and (b.at at time zone ${company.zone})::date <= s.started_on + b.slack
    left join (
      select distinct on (account_id) account_id, mrr from ${pricedSubscriptions(company.currency)} p
      where is_paid and started_on <= ${on}::date order by account_id, started_on desc
    ) last on last.account_id = s.account_id
    where ${inSegment(sql`s.account_id`, segment)}
    order by s.account_id, s.started_on
  )`;
}
