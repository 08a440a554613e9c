import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import { ofAccount } from '../readiness/of-account.ts';
import { activeOn } from './priced-subscriptions.ts';

/**
 * A relation (account_id, plan, seats) of the accounts with an active subscription at the end of day `on`, trials too;
 * a company whose export has no subscriptions at all counts every account not marked as churned.
 * `seats`: of the active subscriptions, else of the account, null when neither says. `plan`: of the largest of them, as it
 * was that day, else of the account. Of the accounts named alone, where some are.
 */
export function activeAccounts(on: IsoDate, only?: readonly string[]): RawBuilder<unknown> {
  return sql`(
    select a.id as account_id, coalesce(sub.plan, a.plan) as plan,
      coalesce(nullif(sub.seats, 0), nullif(a.seats, 0)) as seats
    from accounts a
    left join (
      select account_id, sum(seats) as seats,
        (array_agg(plan order by mrr_minor desc, id) filter (where plan is not null))[1] as plan
      from subscriptions s where ${activeOn(on)} ${ofAccount(only)} group by account_id
    ) sub on sub.account_id = a.id
    where a.merged_into_id is null ${ofAccount(only, 'a.id')} and (
      sub.account_id is not null
      or (a.imported_churned is not true and not exists (select 1 from subscriptions))
    )
  )`;
}
