import { type RawBuilder, sql } from 'kysely';
import { type Ctx, requireScope } from '../platform/ctx.ts';

export type FindingKind =
  | 'missing_grant'
  | 'missing_milestone'
  | 'missing_lead'
  | 'missing_review'
  | 'missing_commission'
  | 'stuck'
  | 'double';

/** Something referred and not given as promised. `params` fill its sentence in `reasons-rewards:finding`. */
export type Finding = {
  /** The same finding has the same key for as long as it stands. */
  key: string;
  kind: FindingKind;
  account_id: string | null;
  partner_id: string;
  programme_id: string;
  grant_id: string | null;
  params: Record<string, unknown>;
};

/** Sales credited to a partner, from the decisions themselves: whatever made grants or commissions is not asked. */
const SALES = sql`
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

type Limits = { kind: FindingKind; query: ReturnType<typeof sql<Finding>> };

function queries(now: Date): Limits[] {
  return [
    {
      kind: 'missing_grant',
      query: sql<Finding>`
        with sales as (${SALES}), signups as (${SIGNUPS}), promised as (${PROMISED})
        select concat_ws(':', 'missing_grant', m.programme_id, m.trigger, m.account_id, m.reward_key) as key,
          m.account_id, m.partner_id, m.programme_id, null as grant_id, jsonb_build_object('reward', m.reward_key) as params
        from promised m
        where not exists (select 1 from grants g where g.programme_id = m.programme_id and g.account_id = m.account_id
          and g.reward_key = m.reward_key and g.reward->>'on' = m.trigger and g.state <> 'promised')`,
    },
    {
      kind: 'missing_milestone',
      query: sql<Finding>`
        with sales as (${SALES}), converted as (${CONVERTED})
        select concat_ws(':', 'missing_milestone', m.programme_id, m.partner_id, r.reward->>'key') as key,
          null as account_id, m.partner_id, m.programme_id, null as grant_id,
          jsonb_build_object('reward', r.reward->>'key', 'count', m.nth) as params
        from converted m cross join lateral (${termsAt(sql`m.programme_id`, sql`m.at`)}) terms
          cross join lateral jsonb_array_elements(coalesce(terms.terms->'rewards', '[]')) r(reward)
        where r.reward->>'on' = 'milestone' and (r.reward->>'count')::bigint = m.nth
          and not exists (select 1 from grants g where g.programme_id = m.programme_id and g.partner_id = m.partner_id
            and g.reward_key = r.reward->>'key' and g.reward->>'on' = 'milestone')`,
    },
    {
      kind: 'missing_lead',
      query: sql<Finding>`
        with qualified as (${QUALIFIED})
        select concat_ws(':', 'missing_lead', q.referral_id, r.reward->>'key') as key, q.account_id, q.partner_id,
          q.programme_id, null as grant_id,
          jsonb_build_object('reward', r.reward->>'key', 'company', q.company_name) as params
        from qualified q cross join lateral (${termsAt(sql`q.programme_id`, sql`q.at`)}) terms
          cross join lateral jsonb_array_elements(coalesce(terms.terms->'rewards', '[]')) r(reward)
        where r.reward->>'on' = 'qualified_lead'
          and not exists (select 1 from grants g where g.programme_id = q.programme_id and g.referral_id = q.referral_id
            and g.reward_key = r.reward->>'key')`,
    },
    {
      kind: 'missing_review',
      query: sql<Finding>`
        with reviews as (${REVIEWS})
        select concat_ws(':', 'missing_review', v.programme_id, v.partner_id, v.address, r.reward->>'key') as key,
          null as account_id, v.partner_id, v.programme_id, null as grant_id,
          jsonb_build_object('reward', r.reward->>'key', 'url', v.address) as params
        from reviews v cross join lateral (${termsAt(sql`v.programme_id`, sql`v.at`)}) terms
          cross join lateral jsonb_array_elements(coalesce(terms.terms->'rewards', '[]')) r(reward)
        where r.reward->>'on' = 'review'
          and not exists (select 1 from grants g where g.programme_id = v.programme_id and g.partner_id = v.partner_id
            and g.reward_key = r.reward->>'key' and position(to_json('review:' || v.address)::text in g.dedupe_key) > 0)`,
    },
    {
      kind: 'missing_commission',
      query: sql<Finding>`
        with sales as (${SALES})
        select 'missing_commission:' || s.decision_id as key, s.account_id, s.partner_id, s.programme_id, null as grant_id,
          jsonb_build_object('invoice', s.invoice) as params
        from sales s
        where not s.has_commission and s.is_paid and not exists (
          select 1 from programme_terms t where t.programme_id = s.programme_id
            and t.terms->'commission'->>'kind' in ('none', 'per_lead'))`,
    },
    {
      kind: 'stuck',
      query: sql<Finding>`
        select concat_ws(':', 'stuck', g.id, coalesce(g.due_on, g.ready_at::date)) as key, g.account_id, g.partner_id,
          g.programme_id, g.id as grant_id,
          jsonb_build_object('reward', g.reward_key, 'since', coalesce(g.due_on, g.ready_at::date), 'state', g.state) as params
        from grants g join programmes o on o.id = g.programme_id
        where (g.state in ('ready', 'failed') and g.due_on < (${now}::timestamptz at time zone o.zone)::date)
          or (g.state = 'earned' and g.ready_at < ${now}::timestamptz - interval '1 day')`,
    },
    {
      kind: 'double',
      query: sql<Finding>`
        select concat_ws(':', 'double', g.programme_id, g.account_id, g.reward_key) as key, g.account_id,
          max(g.partner_id) as partner_id, g.programme_id, max(g.id) as grant_id,
          jsonb_build_object('reward', g.reward_key, 'count', count(*)) as params
        from grants g where g.account_id is not null and g.state not in ('promised', 'refused', 'revoked', 'expired')
        group by g.programme_id, g.account_id, g.reward_key having count(*) > 1`,
    },
  ];
}

const MOST = 1000;

/** Everything missing, stuck beyond its service target, or given twice; at most a thousand of each kind, by key. */
export async function findUnreconciled(ctx: Ctx): Promise<Finding[]> {
  requireScope(ctx, 'money:read');
  const found: Finding[] = [];
  for (const { kind, query } of queries(ctx.clock.now())) {
    const { rows } = await sql<NamedFinding>`
      select f.*, p.name as partner, a.name as customer from (${query}) f join partners p on p.id = f.partner_id
        left join accounts a on a.id = f.account_id order by f.key limit ${MOST}`.execute(ctx.db);
    found.push(...rows.map((row) => toFinding(kind, row)));
  }
  return found;
}

type NamedFinding = Omit<Finding, 'kind'> & { partner: string; customer: string | null };

function toFinding(kind: FindingKind, { partner, customer, params, ...row }: NamedFinding): Finding {
  return { ...row, kind, params: { ...params, partner, customer: customer ?? '' } };
}

/** One referred customer who paid, beside what was made of it. */
export type Reconciled = {
  account: { id: string; name: string };
  partner: { id: string; name: string };
  programme: { id: string; name: string };
  invoice: string;
  at: Date;
  commissions: { id: string; state: string; net_minor: number; currency: string }[];
  grants: { id: string; reward_key: string; kind: string; receiver: string; state: string }[];
};

export type ReconciledPage = { limit: number; offset: number; accounts?: readonly string[] | undefined };

/** Every referred customer's first payment beside its commission and its grants, newest first. */
export async function listReconciled(ctx: Ctx, page: ReconciledPage): Promise<{ items: Reconciled[]; total: number }> {
  requireScope(ctx, 'money:read');
  const only = page.accounts ? sql`and s.account_id = any(${[...page.accounts]})` : sql``;
  const first = sql`with sales as (${SALES}) select s.* from sales s where s.is_paid and s.is_first ${only}`;
  const counted = await sql<{ total: number }>`select count(*) as total from (${first}) x`.execute(ctx.db);
  const { rows } = await sql<Reconciled>`
    select jsonb_build_object('id', a.id, 'name', a.name) as account, jsonb_build_object('id', p.id, 'name', p.name) as partner,
      jsonb_build_object('id', o.id, 'name', o.name) as programme, s.invoice, s.at,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'state', c.state, 'net_minor', c.gross_minor - c.reversed_minor,
        'currency', c.currency) order by c.id) from commissions c where c.decision_id = s.decision_id), '[]') as commissions,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'reward_key', g.reward_key, 'kind', g.kind, 'receiver',
        g.receiver, 'state', g.state) order by g.id) from grants g where g.account_id = s.account_id
        and g.programme_id = s.programme_id), '[]') as grants
    from (${first} order by s.at desc, s.decision_id limit ${page.limit} offset ${page.offset}) s
      join accounts a on a.id = s.account_id join partners p on p.id = s.partner_id
      join programmes o on o.id = s.programme_id
    order by s.at desc, s.decision_id`.execute(ctx.db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}
