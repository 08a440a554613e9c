import { type RawBuilder, sql } from 'kysely';

/** Sales credited to a partner, from the decisions themselves: whatever made grants or commissions is not asked. */
export const SALES = sql`
  select d.id as decision_id, d.account_id, d.partner_id, d.programme_id, e.occurred_at as at, i.external_id as invoice,
    i.total_minor > i.credit_applied_minor as is_paid,
    not exists (select 1 from invoices b where b.account_id = d.account_id and b.status = 'paid' and b.paid_at < i.paid_at
      and b.total_minor > b.credit_applied_minor) as is_first,
    i.refunded_minor >= i.total_minor - i.credit_applied_minor as is_refunded,
    exists (select 1 from commissions c where c.decision_id = d.id) as has_commission,
    exists (select 1 from commissions c where c.decision_id = d.id and c.state = 'refused'
      and c.reason in ('gate_closed', 'base_zero')) as earns_nothing
  from attribution_decisions d join conversion_events e on e.id = d.conversion_event_id and e.kind = 'invoice'
    join invoices i on i.source = e.source and i.external_id = e.invoice_external_id
  where d.outcome = 'credited'`;

const SIGNUPS = sql`
  select d.account_id, d.partner_id, d.programme_id, e.occurred_at as at
  from attribution_decisions d join conversion_events e on e.id = d.conversion_event_id and e.kind = 'signup'
  where d.outcome = 'credited'`;

/** What the terms in force promised for each, one row a reward. */
const PROMISED = sql`
  select x.trigger, x.account_id, x.partner_id, x.programme_id, x.at, r.reward->>'key' as reward_key
  from (
    select 'first_payment' as trigger, account_id, partner_id, programme_id, at from sales
      where is_paid and is_first and not earns_nothing
    union all select 'signup', account_id, partner_id, programme_id, at from signups) x
  cross join lateral (
    select t.terms from programme_terms t where t.programme_id = x.programme_id
    order by t.effective_at <= x.at desc, case when t.effective_at <= x.at then t.effective_at end desc nulls last,
      case when t.effective_at <= x.at then -t.version else t.version end
    limit 1) terms
  cross join lateral jsonb_array_elements(coalesce(terms.terms->'rewards', '[]')) r(reward)
  where r.reward->>'on' = x.trigger`;

/** The terms of a programme in force at an instant, else the first ones: as they are asked when something happens. */
const termsAt = (programme: RawBuilder<unknown>, at: RawBuilder<unknown>) => sql`
    select t.terms from programme_terms t where t.programme_id = ${programme}
    order by t.effective_at <= ${at} desc, case when t.effective_at <= ${at} then t.effective_at end desc nulls last,
      case when t.effective_at <= ${at} then -t.version else t.version end
    limit 1`;

/** The customers a partner brought who paid and kept it, counted in the order they paid: a milestone's own evidence. */
const CONVERTED = sql`
  select s.partner_id, s.programme_id, s.at,
    row_number() over (partition by s.programme_id, s.partner_id order by s.at, s.decision_id) as nth
  from sales s cross join lateral (${termsAt(sql`s.programme_id`, sql`s.at`)}) terms
  where s.is_paid and s.is_first and not s.earns_nothing and not s.is_refunded
    and jsonb_array_length(coalesce(terms.terms->'rewards', '[]')) > 0`;

/** Referrals that sales called good, when they first did. */
const QUALIFIED = sql`
  select r.id as referral_id, r.partner_id, r.programme_id, r.account_id, r.company_name, min(s.at) as at
  from referrals r join referral_steps s on s.referral_id = r.id and s.stage in ('qualified', 'meeting', 'won')
  group by r.id`;

/** Reviews as they were noted; the first partner to whom an address was noted earned it. */
const REVIEWS = sql`
  select distinct on (e.detail->>'programme_id', a.address) e.subject_id as partner_id,
    e.detail->>'programme_id' as programme_id, a.address, e.at
  from audit_entries e cross join lateral (
    select left(rtrim(split_part(e.detail->>'url', '#', 1), '/'), 500) as address) a
  where e.action = 'review.note' and e.subject_kind = 'partner'
  order by e.detail->>'programme_id', a.address, e.at, e.id`;

/** What the terms promised for a sign-up or a first payment, and nothing was granted. */
export const MISSING_GRANTS = sql`
  with sales as (${SALES}), signups as (${SIGNUPS}), promised as (${PROMISED})
  select concat_ws(':', 'missing_grant', m.programme_id, m.trigger, m.account_id, m.reward_key) as key,
    m.account_id, m.partner_id, m.programme_id, null as grant_id, jsonb_build_object('reward', m.reward_key) as params
  from promised m
  where not exists (select 1 from grants g where g.programme_id = m.programme_id and g.account_id = m.account_id
    and g.reward_key = m.reward_key and g.reward->>'on' = m.trigger and g.state <> 'promised')`;

/** Milestones reached, and nothing was granted. */
export const MISSING_MILESTONES = sql`
  with sales as (${SALES}), converted as (${CONVERTED})
  select concat_ws(':', 'missing_milestone', m.programme_id, m.partner_id, r.reward->>'key') as key,
    null as account_id, m.partner_id, m.programme_id, null as grant_id,
    jsonb_build_object('reward', r.reward->>'key', 'count', m.nth) as params
  from converted m cross join lateral (${termsAt(sql`m.programme_id`, sql`m.at`)}) terms
    cross join lateral jsonb_array_elements(coalesce(terms.terms->'rewards', '[]')) r(reward)
  where r.reward->>'on' = 'milestone' and (r.reward->>'count')::bigint = m.nth
    and not exists (select 1 from grants g where g.programme_id = m.programme_id and g.partner_id = m.partner_id
      and g.reward_key = r.reward->>'key' and g.reward->>'on' = 'milestone')`;

/** Referrals that turned good, and nothing was granted. */
export const MISSING_LEADS = sql`
  with qualified as (${QUALIFIED})
  select concat_ws(':', 'missing_lead', q.referral_id, r.reward->>'key') as key, q.account_id, q.partner_id,
    q.programme_id, null as grant_id,
    jsonb_build_object('reward', r.reward->>'key', 'company', q.company_name) as params
  from qualified q cross join lateral (${termsAt(sql`q.programme_id`, sql`q.at`)}) terms
    cross join lateral jsonb_array_elements(coalesce(terms.terms->'rewards', '[]')) r(reward)
  where r.reward->>'on' = 'qualified_lead'
    and not exists (select 1 from grants g where g.programme_id = q.programme_id and g.referral_id = q.referral_id
      and g.reward_key = r.reward->>'key')`;

/** Reviews that were noted, and nothing was granted. */
export const MISSING_REVIEWS = sql`
  with reviews as (${REVIEWS})
  select concat_ws(':', 'missing_review', v.programme_id, v.partner_id, v.address, r.reward->>'key') as key,
    null as account_id, v.partner_id, v.programme_id, null as grant_id,
    jsonb_build_object('reward', r.reward->>'key', 'url', v.address) as params
  from reviews v cross join lateral (${termsAt(sql`v.programme_id`, sql`v.at`)}) terms
    cross join lateral jsonb_array_elements(coalesce(terms.terms->'rewards', '[]')) r(reward)
  where r.reward->>'on' = 'review'
    and not exists (select 1 from grants g where g.programme_id = v.programme_id and g.partner_id = v.partner_id
      and g.reward_key = r.reward->>'key' and position(to_json('review:' || v.address)::text in g.dedupe_key) > 0)`;
