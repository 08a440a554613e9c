import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { CompanyFacts } from '../company.ts';
import { accountSpells, spellOn } from './account-spells.ts';
import { activeOn, pricedSubscriptions } from './priced-subscriptions.ts';

export const ACCOUNT_STATES = ['paying', 'trial', 'churned', 'prospect'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/**
 * A relation (account_id, state, churned_on, mrr) of every account not merged away, at the end of day `on`:
 * paying by the company's churn definition; else in an active trial; else churned, when it paid once (or an outside file
 * marks it so and no subscription is known); else a prospect. `mrr` numeric in minor units of the reporting currency.
 */
export function accountStates(company: CompanyFacts, on: IsoDate): RawBuilder<unknown> {
  return sql`(
    select a.id as account_id, coalesce(sub.mrr, 0) as mrr, spell.churned_on,
      case when spell.is_paying then 'paying' when sub.in_trial then 'trial'
        when spell.account_id is not null or (a.imported_churned and sub.account_id is null) then 'churned'
        else 'prospect' end as state
    from accounts a
    left join (
      select account_id, sum(mrr) filter (where ${activeOn(on)}) as mrr,
        coalesce(bool_or(is_trial) filter (where ${activeOn(on)}), false) as in_trial
      from ${pricedSubscriptions(company.currency)} s group by account_id
    ) sub on sub.account_id = a.id
    left join (
      select account_id, bool_or(${spellOn(on)}) as is_paying,
        case when not bool_or(${spellOn(on)}) then max(churned_on) filter (where churned_on <= ${on}::date) end as churned_on
      from ${accountSpells(company.churnDefinition, company.graceDays, on)} p
      where active_from <= ${on}::date group by account_id
    ) spell on spell.account_id = a.id
    where a.merged_into_id is null
  )`;
}
