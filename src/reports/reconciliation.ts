import { type RawBuilder, sql } from 'kysely';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { MISSING_GRANTS, MISSING_LEADS, MISSING_MILESTONES, MISSING_REVIEWS, SALES } from './missing-rewards.ts';

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

type Limits = { kind: FindingKind; query: RawBuilder<unknown> };

function queries(now: Date): Limits[] {
  return [
    { kind: 'missing_grant', query: MISSING_GRANTS },
    { kind: 'missing_milestone', query: MISSING_MILESTONES },
    { kind: 'missing_lead', query: MISSING_LEADS },
    { kind: 'missing_review', query: MISSING_REVIEWS },
    {
      kind: 'missing_commission',
      query: sql`
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
      query: sql`
        select concat_ws(':', 'stuck', g.id, coalesce(g.due_on, g.ready_at::date)) as key, g.account_id, g.partner_id,
          g.programme_id, g.id as grant_id,
          jsonb_build_object('reward', g.reward_key, 'since', coalesce(g.due_on, g.ready_at::date), 'state', g.state) as params
        from grants g join programmes o on o.id = g.programme_id
        where (g.state in ('ready', 'failed') and g.due_on < (${now}::timestamptz at time zone o.zone)::date)
          or (g.state = 'earned' and g.ready_at < ${now}::timestamptz - interval '1 day')`,
    },
    {
      kind: 'double',
      query: sql`
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
