import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { ATTRIBUTE, conditionsOf, type Facts, type Rule, type Value } from '../../success/segments/model.ts';
import { fieldOf } from '../../success/segments/rules/catalogue.ts';
import type { CompanyFacts } from '../company.ts';
import type { DataTime } from '../data-time.ts';
import { accountStates } from '../sql/account-states.ts';
import { activeOn, pricedSubscriptions } from '../sql/priced-subscriptions.ts';

export type FactsTime = { company: CompanyFacts; time: DataTime; now: Date };
type Source = (input: FactsTime) => RawBuilder<unknown>;

const CHANGE_DAYS = 90;
const USAGE_DAYS = 28;
const MONTH_DAYS = 30.4375;

/** What each source adds to the accounts aliased `a`; a rule joins only those it asks. */
const SOURCES: Record<string, Source> = {
  states: ({ company, time }) => sql`join ${accountStates(company, time.on)} st on st.account_id = a.id`,
  contract: ({ company, time: { on } }) => sql`left join (
    select account_id, min(started_on) filter (where is_paid) as first_on,
      sum(mrr) filter (where ${activeOn(on)}) as now_mrr,
      sum(mrr) filter (where ${activeOn(sql`(${on}::date - ${CHANGE_DAYS}::integer)`)}) as then_mrr,
      min(ended_on) filter (where is_paid and ${activeOn(on)}) as ends_on
    from ${pricedSubscriptions(company.currency)} s where started_on <= ${on}::date group by account_id
  ) ct on ct.account_id = a.id`,
  late: ({ time: { on, before } }) => sql`left join (
    select account_id, count(*) as overdue from invoices
    where due_on < ${on}::date and issued_at < ${before} and status in ('open', 'uncollectible', 'paid')
      and (status <> 'paid' or paid_at >= ${before})
    group by account_id
  ) late on late.account_id = a.id`,
  usage: ({ time: { on } }) => sql`left join (with used as materialized (
    select account_id, count(distinct on_date) filter (where ${lately(on)}) as days,
      sum(events) filter (where ${lately(on)}) as events,
      count(distinct feature) filter (where ${lately(on)}) as features,
      sum(events) filter (where not ${lately(on)}) as events_before
    from usage_daily
    where on_date > ${on}::date - ${2 * USAGE_DAYS}::integer and on_date <= ${on}::date group by account_id)
    select * from used
  ) us on us.account_id = a.id
  cross join (select exists (select 1 from usage_daily) as is_fed) fed`,
  // The present is known by account; only what was known on a day of the past is asked of all days.
  lastUse: ({ time: { on, isLive } }) =>
    isLive
      ? sql`left join account_signals lu on lu.account_id = a.id`
      : sql`left join (with used as materialized (
          select account_id, max(on_date) as last_on from usage_daily where on_date <= ${on}::date group by account_id)
          select * from used
        ) lu on lu.account_id = a.id`,
  support: ({ time: { before } }) => sql`left join (
    select account_id, count(*) filter (where opened_at >= ${before}::timestamptz - interval '90 days') as recent,
      count(*) filter (where ${openAt(before)}) as open_now,
      count(*) filter (where ${openAt(before)} and (severity = 1 or (severity is null and priority = 'urgent'))) as severe
    from tickets where opened_at < ${before} and account_id is not null group by account_id
  ) tk on tk.account_id = a.id
  cross join (select exists (select 1 from tickets) as is_fed) desk`,
  voice: ({ time: { before } }) => sql`left join (
    select r.account_id, max(r.answered_at)::date as answered_on,
      (array_agg(r.score order by r.answered_at desc, r.id desc) filter (where s.kind = 'nps' and r.score is not null))[1] as nps
    from survey_answers r join surveys s on s.id = r.survey_id
    where r.answered_at < ${before} and r.account_id is not null group by r.account_id
  ) vo on vo.account_id = a.id`,
  people: () => sql`left join (
    select account_id, count(*) as known from people where account_id is not null group by account_id
  ) pe on pe.account_id = a.id`,
  health: ({ now }) => sql`left join health_scores h on h.account_id = a.id and h.superseded_at is null
  left join health_overrides o on o.account_id = a.id and o.ended_at is null and o.expires_at > ${now}`,
  healthBefore: ({ now }) => sql`left join lateral (
    select score from health_scores b where b.account_id = a.id
      and b.scored_at <= ${now}::timestamptz - interval '30 days'
      and (b.superseded_at is null or b.superseded_at > ${now}::timestamptz - interval '30 days')
    order by b.scored_at desc limit 1
  ) hb on true`,
};

function lately(on: string): RawBuilder<unknown> {
  return sql`(on_date > ${on}::date - ${USAGE_DAYS}::integer)`;
}

function openAt(before: Date): RawBuilder<unknown> {
  return sql`(case when closed_at is null then status in ('open', 'pending') else closed_at >= ${before} end)`;
}

const fed = (value: RawBuilder<unknown>) => sql`case when fed.is_fed then coalesce(${value}, 0)::float8 end`;
const heard = (value: RawBuilder<unknown>) => sql`case when desk.is_fed then coalesce(${value}, 0)::float8 end`;

/** Fields that are more than a column of the account: what they need and how they are read. Numbers are float8. */
const DERIVED: Record<string, { needs: string[]; read: (input: FactsTime) => RawBuilder<unknown> }> = {
  signed_up_on: { needs: [], read: ({ company }) => sql`(a.signed_up_at at time zone ${company.zone})::date` },
  churn_notice_on: { needs: [], read: ({ company }) => sql`(a.churn_notice_at at time zone ${company.zone})::date` },
  employees: { needs: [], read: () => sql`a.employees::float8` },
  seats: { needs: [], read: () => sql`a.seats::float8` },
  state: { needs: ['states'], read: () => sql`st.state` },
  mrr: { needs: ['states'], read: () => sql`st.mrr::float8` },
  churned_on: { needs: ['states'], read: () => sql`st.churned_on` },
  mrr_change_90d: {
    needs: ['contract'],
    read: () => sql`case when ct.then_mrr > 0 then (coalesce(ct.now_mrr, 0) / ct.then_mrr - 1)::float8 end`,
  },
  tenure_months: {
    needs: ['contract'],
    read: ({ time }) => sql`floor((${time.on}::date - ct.first_on) / ${MONTH_DAYS}::float8)`,
  },
  first_paid_on: { needs: ['contract'], read: () => sql`ct.first_on` },
  contract_ends_on: { needs: ['contract'], read: () => sql`ct.ends_on` },
  overdue_invoices: { needs: ['late'], read: () => sql`coalesce(late.overdue, 0)::float8` },
  active_days_28d: { needs: ['usage'], read: () => fed(sql`us.days`) },
  events_28d: { needs: ['usage'], read: () => fed(sql`us.events`) },
  features_28d: { needs: ['usage'], read: () => fed(sql`us.features`) },
  usage_change_28d: {
    needs: ['usage'],
    read: () =>
      sql`case when us.events_before > 0 then coalesce(us.events, 0)::float8 / us.events_before::float8 - 1 end`,
  },
  last_active_on: {
    needs: ['lastUse'],
    read: ({ time }) => sql`least(lu.last_on, ${time.on}::date)`,
  },
  tickets_90d: { needs: ['support'], read: () => heard(sql`tk.recent`) },
  open_tickets: { needs: ['support'], read: () => heard(sql`tk.open_now`) },
  open_severity_1: { needs: ['support'], read: () => heard(sql`tk.severe`) },
  nps: { needs: ['voice'], read: () => sql`vo.nps::float8` },
  last_answer_on: { needs: ['voice'], read: () => sql`vo.answered_on` },
  people_known: { needs: ['people'], read: () => sql`coalesce(pe.known, 0)::float8` },
  health_score: { needs: ['health'], read: () => sql`h.score::float8` },
  health_band: { needs: ['health'], read: () => sql`coalesce(o.band, h.band)` },
  health_change_30d: { needs: ['health', 'healthBefore'], read: () => sql`h.score::float8 - hb.score::float8` },
};

/** The relation (id, one column a field asked for, attributes) of every account not merged away. */
export function factsOf(fields: readonly string[], input: FactsTime): RawBuilder<unknown> {
  const asked = [...new Set(fields)].filter((key) => !key.startsWith(ATTRIBUTE));
  const needs = [...new Set(asked.flatMap((key) => DERIVED[key]?.needs ?? []))];
  const columns = asked.map((key) => sql`${DERIVED[key]?.read(input) ?? ownColumn(key)} as ${sql.ref(key)}`);
  const joins = needs.map((need) => SOURCES[need]?.(input) ?? sql``);
  return sql`(
    select ${sql.join([sql`a.id`, sql`a.attributes`, ...columns])}
    from accounts a ${sql.join(joins, sql` `)} where a.merged_into_id is null
  )`;
}

function ownColumn(key: string): RawBuilder<unknown> {
  if (!fieldOf(key)) throw new Error(`There is no field ${key}.`);
  return sql.ref(`a.${key}`);
}

export type AccountFacts = { id: string; facts: Facts };

/** What the rules ask of every account (or of the ones named), read once for all of them. */
export async function readFacts(
  ctx: Ctx,
  rules: readonly Rule[],
  input: FactsTime & { accountIds?: readonly string[] },
): Promise<AccountFacts[]> {
  const fields = [...new Set(rules.flatMap(conditionsOf).map(({ field }) => field))];
  const own = fields.filter((key) => key.startsWith(ATTRIBUTE));
  const columns = fields.map((key) =>
    own.includes(key) ? sql`(f.attributes ->> ${key.slice(ATTRIBUTE.length)}) as ${sql.ref(key)}` : sql.ref(`f.${key}`),
  );
  const named = input.accountIds ? sql`where f.id = any(${[...input.accountIds]}::text[])` : sql``;
  const { rows } = await sql<{ id: string } & Record<string, Value | null>>`
    select ${sql.join([sql`f.id`, ...columns])} from ${factsOf(fields, input)} f ${named} order by f.id`.execute(
    ctx.db,
  );
  return rows.map(({ id, ...facts }) => ({ id, facts }));
}
