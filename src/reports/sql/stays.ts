import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { CompanyFacts } from '../company.ts';
import { accountSpells, spellOn } from './account-spells.ts';
import { activeOn, pricedSubscriptions } from './priced-subscriptions.ts';

/**
 * A relation (account_id, plan, term, watched, lost, mrr, started_on, churned_on) of every time an account was a customer
 * by day `on`: the plan and the contract term (months) it began with, whole months from then to `on`, the month it left in
 * (null: still here), and what it pays a month at the end of `on` (numeric minor units of the reporting currency, null when
 * it left).
 */
export function stays(company: CompanyFacts, on: IsoDate): RawBuilder<unknown> {
  const months = (until: RawBuilder<unknown>) => sql`age(${until}::timestamp, p.active_from::timestamp)`;
  const whole = (span: RawBuilder<unknown>) =>
    sql`(extract(year from ${span}) * 12 + extract(month from ${span}))::integer`;
  const stayed = months(sql`p.churned_on`);
  return sql`(
    select p.account_id, coalesce(f.plan, a.plan) as plan, coalesce(f.term, 1) as term,
      ${whole(months(sql`${on}::date`))} as watched,
      case when p.churned_on is not null then
        ${whole(stayed)} + case when extract(day from ${stayed}) > 0 then 1 else 0 end end as lost,
      case when ${spellOn(on)} then m.mrr end as mrr, p.active_from as started_on, p.churned_on
    from ${accountSpells(company.churnDefinition, company.graceDays, on)} p
    join accounts a on a.id = p.account_id and a.merged_into_id is null
    left join (
      select distinct on (account_id, started_on) account_id, started_on, plan,
        greatest(1, interval_count * case billing_interval
          when 'year' then 12 when 'half_year' then 6 when 'quarter' then 3 when 'month' then 1 else 0 end) as term
      from subscriptions where not is_trial and mrr_minor > 0 order by account_id, started_on, id
    ) f on f.account_id = p.account_id and f.started_on = p.active_from
    left join (
      select account_id, sum(mrr) as mrr from ${pricedSubscriptions(company.currency)} s
      where ${activeOn(on)} group by account_id
    ) m on m.account_id = p.account_id
    where p.active_from <= ${on}::date
  )`;
}
