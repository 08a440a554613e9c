import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { ChurnDefinition } from '../company.ts';

/**
 * A relation (account_id, active_from, churned_on): one row for each time an account was a paying customer; `churned_on`
 * null while it is. An account is active at the end of day d when active_from ≤ d and (churned_on is null or > d).
 * - subscriptions: from the first paid subscription until the last active one ends with none starting in the grace days;
 * - events: until the next churn event of an outside file; a paid subscription that starts later begins a new spell;
 * - flags: an outside file's mark on the account, dated by its last churn event or subscription end; a mark without a
 *   date ends nothing, because nobody can say when.
 * A churn counts once it is known on day `known`: for subscriptions, when the grace days have passed too.
 */
export function accountSpells(definition: ChurnDefinition, graceDays: number, known: IsoDate): RawBuilder<unknown> {
  if (definition === 'events') return eventSpells(known);
  return definition === 'flags' ? flagSpells(known) : subscriptionSpells(graceDays, known);
}

function subscriptionSpells(graceDays: number, known: IsoDate): RawBuilder<unknown> {
  return sql`(
    select account_id, min(started_on) as active_from,
      case when max(ends) + ${graceDays}::integer <= ${known}::date then max(ends) end as churned_on
    from (
      select account_id, started_on, ends,
        sum(is_new) over (partition by account_id order by started_on, ends, id) as spell
      from (
        select account_id, id, started_on, coalesce(ended_on, 'infinity'::date) as ends,
          case when started_on <= max(coalesce(ended_on, 'infinity'::date)) over (
            partition by account_id order by started_on, coalesce(ended_on, 'infinity'::date), id
            rows between unbounded preceding and 1 preceding) + ${graceDays}::integer then 0 else 1 end as is_new
        from subscriptions
        where not is_trial and mrr_minor > 0 and (ended_on is null or ended_on > started_on)
      ) marked
    ) islands
    group by account_id, spell
  )`;
}

function eventSpells(known: IsoDate): RawBuilder<unknown> {
  return sql`(
    select account_id, min(started_on) as active_from, churned_on
    from (
      select s.account_id, s.started_on,
        (select min(c.churned_on) from churn_claims c
         where c.account_id = s.account_id and c.churned_on > s.started_on
           and c.churned_on <= ${known}::date) as churned_on
      from subscriptions s where not s.is_trial and s.mrr_minor > 0
    ) starts
    group by account_id, churned_on
  )`;
}

function flagSpells(known: IsoDate): RawBuilder<unknown> {
  return sql`(
    select account_id, active_from, case when churned_on <= ${known}::date then churned_on end as churned_on
    from (
      select s.account_id, min(s.started_on) as active_from,
        case when bool_or(a.imported_churned) then greatest(
          coalesce((select max(c.churned_on) from churn_claims c where c.account_id = s.account_id), max(s.ended_on)),
          min(s.started_on)) end as churned_on
      from subscriptions s join accounts a on a.id = s.account_id
      where not s.is_trial and s.mrr_minor > 0
      group by s.account_id
    ) flagged
  )`;
}

/** Active at the end of day `on`, of a spell aliased `alias`. */
export function spellOn(on: string | RawBuilder<unknown>, alias = 'p'): RawBuilder<boolean> {
  const day = typeof on === 'string' ? sql`${on}::date` : on;
  const from = sql.ref(`${alias}.active_from`);
  const until = sql.ref(`${alias}.churned_on`);
  return sql<boolean>`(${from} <= ${day} and (${until} is null or ${until} > ${day}))`;
}
