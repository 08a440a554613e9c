import { type RawBuilder, sql } from 'kysely';
import { minorDigits } from '../../kernel/money.ts';

type Amount = { minor: RawBuilder<unknown>; currency: RawBuilder<unknown>; day: RawBuilder<unknown> };

const UNUSUAL = Intl.supportedValuesOf('currency').filter((code) => minorDigits(code) !== 2);

/**
 * An amount in minor units of the reporting currency, numeric and not rounded: at the latest rate known on or before its
 * day, else at the earliest after it; null when its currency has no rate.
 */
export function inReporting({ minor, currency, day }: Amount, reporting: string): RawBuilder<unknown> {
  const digits = sql`case ${currency} ${sql.join(
    UNUSUAL.map((code) => sql`when ${sql.lit(code)} then ${sql.lit(minorDigits(code))}`),
    sql` `,
  )} else 2 end`;
  return sql`(case when ${currency} = ${reporting} then (${minor})::numeric else (${minor})::numeric * (
    select r.rate from exchange_rates r where r.currency = ${currency} and r.reporting_currency = ${reporting}
    order by (r.on_date <= ${day}) desc, abs(r.on_date - ${day}) limit 1
  ) * power(10::numeric, ${sql.lit(minorDigits(reporting))} - (${digits})) end)`;
}
