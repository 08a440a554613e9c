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

const SORTS: Record<AccountsQuery['sort'], RawBuilder<unknown>> = {
  name: sql`lower(name)`,
  mrr: sql`mrr`,
  health: sql`health_score`,
  readiness: sql`readiness_score`,
  signed_up_at: sql`signed_up_at`,
  last_active: sql`last_active_on`,
};

/**
 * How the paying state of accounts is found: not at all, of all accounts together, or of each account on its own. The
 * last two give the same; together is quicker for many, each for a page.
 */
type StatesJoin = 'none' | 'together' | 'each';

type Listing = { currency: string; relation(states: StatesJoin): RawBuilder<unknown> };

function joinStates(states: RawBuilder<unknown>, how: StatesJoin): RawBuilder<unknown> {
  if (how === 'together') return sql`join ${states} st on st.account_id = a.id`;
  // OFFSET 0 keeps the planner from turning one account at a time back into all together.
  if (how === 'each') return sql`cross join lateral (select * from ${states} s where s.account_id = a.id offset 0) st`;
  return sql`cross join (select null::text as state, null::date as churned_on, null::numeric as mrr) st`;
}

/** Every account with what lists show and filter by. */
async function listing(ctx: Ctx): Promise<Listing> {
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx);
  const relation = (how: StatesJoin) => sql`(
    select a.id, a.external_id, a.name, a.domain, a.industry, a.country, a.plan, a.imported_source, a.owner_name, a.seats,
      a.signed_up_at, st.state, st.churned_on, st.mrr, h.score as health_score, coalesce(o.band, h.band) as health_band,
      o.band is not null as is_overridden, r.score as readiness_score, r.status as readiness_status,
      u.last_on as last_active_on
    from accounts a ${joinStates(accountStates(company, on), how)}
    left join health_scores h on h.account_id = a.id and h.superseded_at is null
    left join health_overrides o on o.account_id = a.id and o.ended_at is null and o.expires_at > ${ctx.clock.now()}
    left join readiness_scores r on r.account_id = a.id and r.person_id is null
    left join account_signals u on u.account_id = a.id
    where a.merged_into_id is null
  )`;
  return { currency: company.currency, relation };
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
  if (filter.segment) conditions.push(isIn(filter.segment));
  if (churned !== undefined) conditions.push(sql`(l.state = 'churned') = ${churned}`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function isIn(segmentId: string): RawBuilder<unknown> {
  return sql`l.id in (select m.account_id from segment_members m where m.segment_id = ${segmentId} and m.left_at is null)`;
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
  const list = await listing(ctx);
  const needsStates = query.sort === 'mrr' || query.state !== undefined || query.churned !== undefined;
  const found = await findIds(ctx, list.relation(needsStates ? 'together' : 'none'), query);
  const items = await showAccounts(ctx, list, found.ids);
  return { items, total: found.total, page: query.page, per_page: query.per_page };
}

/** Which accounts stand on the page, in order, and how many match in all. */
async function findIds(
  ctx: Ctx,
  relation: RawBuilder<unknown>,
  query: AccountsQuery,
): Promise<{ ids: string[]; total: number }> {
  const direction = query.order === 'desc' ? sql`desc` : sql`asc`;
  const { rows } = await sql<{ id: string; total: number }>`
    select l.id, count(*) over () as total from ${relation} l where ${matches(query)}
    order by ${SORTS[query.sort]} ${direction} nulls last, l.id
    limit ${query.per_page} offset ${offsetOf(query)}`.execute(ctx.db);
  const isPastEnd = rows.length === 0 && query.page > 1;
  const total = isPastEnd ? await countAccounts(ctx, relation, query) : (rows[0]?.total ?? 0);
  return { ids: rows.map((row) => row.id), total };
}

async function countAccounts(ctx: Ctx, relation: RawBuilder<unknown>, filter: AccountsFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${relation} l where ${matches(filter)}`.execute(ctx.db);
  return rows[0]?.total ?? 0;
}

const A_PAGE = 200;

async function showAccounts(ctx: Ctx, list: Listing, ids: readonly string[]): Promise<AccountRow[]> {
  const { rows } = await sql<Row>`
    select l.*, l.mrr::text as mrr
    from ${list.relation(ids.length > A_PAGE ? 'together' : 'each')} l
    where l.id = any(${ids}::text[]) order by array_position(${ids}::text[], l.id)`.execute(ctx.db);
  return rows.map((row) => toAccount(row, list.currency));
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
