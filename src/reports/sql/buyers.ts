import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { CompanyFacts } from '../company.ts';

/** Days of the mean Gregorian month. */
const MONTH = 30.436875;

/**
 * A relation (account_id, x, tx, T, mean) of every account that paid by day `on` and never had a paid subscription: repeat
 * payments (those of one day are one), months from the first to the last and to `on`, and the mean payment without tax,
 * refunds taken off, in minor units of the reporting currency. Payments without a rate are left out.
 */
export function buyers(company: CompanyFacts, on: IsoDate): RawBuilder<unknown> {
  const day = sql`(coalesce(i.paid_at, i.issued_at) at time zone ${company.zone})::date`;
  const amount = sql`(i.total_minor - i.tax_minor - i.refunded_minor)::float8 * case
    when i.currency = ${company.currency} then 1 else i.total_reporting_minor::float8 / nullif(i.total_minor, 0) end`;
  return sql`(
    select account_id, count(*)::int - 1 as x, (max(day) - min(day)) / ${MONTH}::float8 as tx,
      (${on}::date - min(day)) / ${MONTH}::float8 as "T", avg(amount) as mean
    from (
      select i.account_id, ${day} as day, sum(${amount}) as amount
      from invoices i join accounts a on a.id = i.account_id and a.merged_into_id is null
      where i.status = 'paid' and ${day} <= ${on}::date
        and (i.currency = ${company.currency} or i.total_reporting_minor is not null)
        and not exists (
          select 1 from subscriptions s where s.account_id = i.account_id and not s.is_trial and s.mrr_minor > 0)
      group by 1, 2 having sum(${amount}) > 0
    ) payments group by account_id
  )`;
}
