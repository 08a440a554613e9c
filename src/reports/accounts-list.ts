import { type RawBuilder, sql } from 'kysely';
import { offsetOf, type Page } from '../kernel/page.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { AccountsFilter, AccountsQuery } from './accounts-schema.ts';
import { companyFacts } from './company.ts';
import { dataTime } from './data-time.ts';
import { readMinor } from './metric.ts';
import { type AccountState, accountStates } from './sql/account-states.ts';

export type AccountRow = {
  id: string;
  external_id: string;
  name: string;
  domain: string | null;
  industry: string | null;
  country: string | null;
  plan: string | null;
  imported_source: string | null;
  owner_name: string | null;
  seats: number | null;
  signed_up_at: string | null;
  state: AccountState;
  churned_on: string | null;
  mrr_minor: number;
  currency: string;
  health_score: number | null;
  health_band: string | null;
  is_overridden: boolean;
  readiness_score: number | null;
  readiness_status: string | null;
  last_active_on: string | null;
};

type Row = Omit<AccountRow, 'mrr_minor' | 'currency' | 'signed_up_at' | 'health_score' | 'readiness_score'> & {
  mrr: string;
  signed_up_at: Date | null;
  health_score: string | null;
  readiness_score: string | null;
};

const LAST_ACTIVE = sql`(select max(u.on_date) from usage_daily u where u.account_id = l.id)`;

const SORTS: Record<AccountsQuery['sort'], RawBuilder<unknown>> = {
  name: sql`lower(name)`,
  mrr: sql`mrr`,
  health: sql`health_score`,
  readiness: sql`readiness_score`,
  signed_up_at: sql`signed_up_at`,
  last_active: LAST_ACTIVE,
};

/** Every account with what lists show and filter by. `last_active_on` is read only for the rows shown. */
async function listed(ctx: Ctx): Promise<{ relation: RawBuilder<unknown>; currency: string }> {
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx);
  const relation = sql`(
    select a.id, a.external_id, a.name, a.domain, a.industry, a.country, a.plan, a.imported_source, a.owner_name, a.seats,
      a.signed_up_at, st.state, st.churned_on, st.mrr, h.score as health_score, coalesce(o.band, h.band) as health_band,
      o.band is not null as is_overridden, r.score as readiness_score, r.status as readiness_status
    from accounts a join ${accountStates(company, on)} st on st.account_id = a.id
    left join health_scores h on h.account_id = a.id and h.superseded_at is null
    left join health_overrides o on o.account_id = a.id and o.ended_at is null and o.expires_at > ${ctx.clock.now()}
    left join readiness_scores r on r.account_id = a.id and r.person_id is null
  )`;
  return { relation, currency: company.currency };
}

/** Each filter that is set narrows the list; text is matched inside name, domain and the outside id. */
function matches(filter: AccountsFilter): RawBuilder<unknown> {
  const { q, churned } = filter;
  const like = q && `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const equal = Object.entries({
    plan: filter.plan,
    imported_source: filter.source,
    health_band: filter.band,
    country: filter.country,
    industry: filter.industry,
    readiness_status: filter.readiness,
    state: filter.state,
  }).filter(([, value]) => value !== undefined);
  const conditions = equal.map(([column, value]) => sql`${sql.ref(`l.${column}`)} = ${value}`);
  if (like) conditions.push(sql`(l.name ilike ${like} or l.domain ilike ${like} or l.external_id ilike ${like})`);
  if (churned !== undefined) conditions.push(sql`(l.state = 'churned') = ${churned}`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function toAccount({ mrr, ...row }: Row, currency: string): AccountRow {
  return {
    ...row,
    currency,
    mrr_minor: readMinor(mrr),
    signed_up_at: row.signed_up_at?.toISOString() ?? null,
    health_score: row.health_score === null ? null : Number(row.health_score),
    readiness_score: row.readiness_score === null ? null : Number(row.readiness_score),
  };
}

/** One page of the accounts that match, sorted; what is not known sorts last. */
export async function listAccounts(ctx: Ctx, query: AccountsQuery): Promise<Page<AccountRow>> {
  requireScope(ctx, 'customers:read');
  const { relation, currency } = await listed(ctx);
  const direction = query.order === 'desc' ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row & { total: number }>`
    select l.*, l.mrr::text as mrr, ${LAST_ACTIVE} as last_active_on from (
      select l.*, count(*) over () as total, row_number() over (order by ${SORTS[query.sort]} ${direction} nulls last, id) as place
      from ${relation} l where ${matches(query)}
      order by place limit ${query.per_page} offset ${offsetOf(query)}
    ) l order by place`.execute(ctx.db);
  const total = rows[0]?.total ?? (query.page === 1 ? 0 : await countAccounts(ctx, relation, query));
  const items = rows.map(({ total: _, ...row }) => toAccount(row, currency));
  return { items, total, page: query.page, per_page: query.per_page };
}

async function countAccounts(ctx: Ctx, relation: RawBuilder<unknown>, filter: AccountsFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${relation} l where ${matches(filter)}`.execute(ctx.db);
  return rows[0]?.total ?? 0;
}

export type AccountFacets = Record<'plans' | 'sources' | 'countries' | 'industries', string[]>;

/** The values that lists can be filtered by, in order. */
export async function accountFacets(ctx: Ctx): Promise<AccountFacets> {
  requireScope(ctx, 'customers:read');
  const distinct = (column: string) => sql`(
    select coalesce(array_agg(value order by value), '{}') from (
      select distinct ${sql.ref(column)} as value from accounts where ${sql.ref(column)} is not null and merged_into_id is null
      limit 500
    ) d)`;
  const { rows } = await sql<AccountFacets>`
    select ${distinct('plan')} as plans, ${distinct('imported_source')} as sources, ${distinct('country')} as countries,
      ${distinct('industry')} as industries`.execute(ctx.db);
  return rows[0] ?? { plans: [], sources: [], countries: [], industries: [] };
}
