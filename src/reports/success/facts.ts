import { type RawBuilder, sql } from 'kysely';
import { addDaysToDate, type IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { OutcomeFacts, OutcomeRule } from '../../success/outcome/model.ts';
import type { CompanyFacts } from '../company.ts';
import { readingsBefore } from './readings.ts';

const USAGE_DAYS = 28;
const NPS_DAYS = 180;

export type FactsInput = { company: CompanyFacts; rule: OutcomeRule; through: IsoDate };

/**
 * What the rule asks of every account that ever started, as known at the end of its start + day: nothing recorded for a
 * later day is looked at, and use and answers only when asked for. Accounts without a start (nobody knows when they came) are left out. Those too young have no facts yet.
 */
export async function outcomeFacts(ctx: Ctx, { company, rule, through }: FactsInput): Promise<OutcomeFacts[]> {
  const asks = (...keys: string[]) => sql.lit(rule.conditions.some(({ condition }) => keys.includes(condition)));
  const { rows } = await sql<Omit<OutcomeFacts, 'health' | 'usage'>>`
    with lives as materialized (
      select account_id, started_on, started_on + ${rule.day}::integer as day
      from ${startsOf(company, rule)} s where started_on <= ${through}::date
    ), ripe as materialized (
      select * from lives where day <= ${through}::date
    ), began as materialized (
      select min(on_date) as first_on from usage_daily
    ), used as materialized (
      select r.account_id, count(distinct u.on_date) as active_days, count(distinct u.feature) as features
      from ripe r join usage_daily u on u.account_id = r.account_id
        and u.on_date > r.day - ${USAGE_DAYS}::integer and u.on_date <= r.day
      where ${asks('active_days', 'features')}
      group by r.account_id
    ), answers as materialized (
      select distinct on (r.account_id, coalesce(a.person_id, a.id)) r.account_id,
        a.score * 10 / coalesce(a.scale_max, 10) as score
      from ripe r join survey_answers a on a.account_id = r.account_id
      join surveys v on v.id = a.survey_id and v.kind = 'nps'
      where ${asks('nps')} and a.score is not null and a.answered_at < (r.day + 1)::timestamp at time zone 'UTC'
        and a.answered_at >= (r.day - ${NPS_DAYS}::integer)::timestamp at time zone 'UTC'
      order by r.account_id, coalesce(a.person_id, a.id), a.answered_at desc, a.id
    )
    select l.account_id, l.started_on,
      case when r.day is not null then ${hasPaid(company)} end as paid,
      case when r.day is not null then ${isRetained(company)} end as retained,
      case when f.first_on <= r.day - ${USAGE_DAYS}::integer then coalesce(u.active_days, 0) end::integer as active_days,
      case when f.first_on <= r.day - ${USAGE_DAYS}::integer then coalesce(u.features, 0) end::integer as features,
      (select nullif(sum(s.seats), 0) from subscriptions s where s.account_id = r.account_id
        and s.started_on <= r.day and (s.ended_on is null or s.ended_on > r.day))::float8 as seats,
      n.nps
    from lives l left join ripe r on r.account_id = l.account_id
    left join used u on u.account_id = r.account_id
    left join (select account_id, avg(score)::float8 as nps from answers group by account_id) n on n.account_id = r.account_id
    cross join began f
    order by l.account_id`.execute(ctx.db);
  const isAsked = rule.conditions.some(({ condition }) => condition === 'health' || condition === 'usage');
  const read = isAsked ? await readingsBefore(ctx, { company, rule, through, rows }) : () => undefined;
  return rows.map((row) => {
    const reading = read(row.account_id, addDaysToDate(row.started_on, rule.day));
    return { ...row, health: reading?.health ?? null, usage: reading?.usage ?? null };
  });
}

/** A relation (account_id, started_on): the day of sign-up or of the first contract or payment, whichever is known first. */
function startsOf({ zone }: CompanyFacts, { start }: OutcomeRule): RawBuilder<unknown> {
  const signedUp = start === 'signed_up' ? sql`(a.signed_up_at at time zone ${zone})::date` : sql`null::date`;
  const contract = start === 'signed_up' ? sql`true` : sql`not s.is_trial and s.mrr_minor > 0`;
  return sql`(
    select * from (
      select a.id as account_id, least(${signedUp},
        s.started_on, i.paid_on) as started_on
      from accounts a
      left join (select account_id, min(started_on) as started_on from subscriptions s where ${contract} group by 1) s
        on s.account_id = a.id
      left join (select account_id, min((coalesce(paid_at, issued_at) at time zone ${zone})::date) as paid_on from invoices
        where status = 'paid' and total_minor > 0 group by 1) i on i.account_id = a.id
      where a.merged_into_id is null
    ) known where started_on is not null
  )`;
}

const PAID = sql`s.account_id = r.account_id and not s.is_trial and s.mrr_minor > 0 and s.started_on <= r.day`;

function hasPaid({ zone }: CompanyFacts): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from subscriptions s where ${PAID}) or exists (
    select from invoices i where i.account_id = r.account_id and i.status = 'paid' and i.total_minor > 0
      and (coalesce(i.paid_at, i.issued_at) at time zone ${zone})::date <= r.day))`;
}

/** By the company's definition of churn, as far as it was known that day; null for who only ever paid single invoices. */
function isRetained(company: CompanyFacts): RawBuilder<boolean> {
  const stays = {
    subscriptions: sql`s.ended_on is null or s.ended_on + ${company.graceDays}::integer > r.day`,
    events: sql`not exists (select from churn_claims c where c.account_id = r.account_id
      and c.churned_on > s.started_on and c.churned_on <= r.day)`,
    flags: sql`not exists (select from accounts a where a.id = r.account_id and a.imported_churned
      and coalesce((select max(c.churned_on) from churn_claims c where c.account_id = a.id and c.churned_on <= r.day),
        (select max(e.ended_on) from subscriptions e where e.account_id = a.id
          and not exists (select from churn_claims c where c.account_id = a.id))) <= r.day)`,
  }[company.churnDefinition];
  return sql<boolean>`case when exists (select from subscriptions s where ${PAID} and (${stays})) then true
    when exists (select from subscriptions s where ${PAID}) or not ${hasPaid(company)} then false end`;
}
