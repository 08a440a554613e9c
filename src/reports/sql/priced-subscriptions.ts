import { type RawBuilder, sql } from 'kysely';

/**
 * A relation (account_id, started_on, ended_on, is_paid, is_priced, mrr) of every subscription, `mrr` numeric in minor
 * units of the reporting currency: 0 in a trial, and 0 with `is_priced` false where its currency has no rate.
 */
export function pricedSubscriptions(currency: string): RawBuilder<unknown> {
  return sql`(
    select s.account_id, s.started_on, s.ended_on, s.seats, s.is_trial,
      not s.is_trial and s.mrr_minor > 0 as is_paid,
      s.is_trial or s.mrr_reporting_minor is not null or s.currency = ${currency} as is_priced,
      case when s.is_trial then 0
        else coalesce(s.mrr_reporting_minor, case when s.currency = ${currency} then s.mrr_minor else 0 end)
      end::numeric as mrr
    from subscriptions s
  )`;
}

/** Active at the end of day `on`: start ≤ on and (no end or end > on). */
export function activeOn(on: string | RawBuilder<unknown>, alias = 's'): RawBuilder<boolean> {
  const day = typeof on === 'string' ? sql`${on}::date` : on;
  const started = sql.ref(`${alias}.started_on`);
  const ended = sql.ref(`${alias}.ended_on`);
  return sql<boolean>`(${started} <= ${day} and (${ended} is null or ${ended} > ${day}))`;
}
