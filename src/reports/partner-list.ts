import { type RawBuilder, sql } from 'kysely';
import { csvText } from '../kernel/csv.ts';
import { formatMajor } from '../kernel/money.ts';
import { offsetOf, type Page } from '../kernel/page.ts';
import { type Partner, toPartnerView } from '../partners/partners/model.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { PARTNER_SORTS, PartnersQuery } from './partner-schema.ts';

export type Balance = {
  currency: string;
  earned_minor: number;
  pending_minor: number;
  held_minor: number;
  available_minor: number;
  paid_minor: number;
};

type Row = Partner & {
  programmes: { id: string; name: string }[];
  clicks: number;
  signups: number;
  customers: number;
  balances: Balance[];
};

const EXPORT_ROWS = 50_000;

/** Partners with what they brought and earned, filtered, sorted, a page at a time. */
export async function listPartners(ctx: Ctx, query: PartnersQuery): Promise<Page<ReturnType<typeof toRow>>> {
  requireScope(ctx, 'partners:read');
  const where = conditions(query);
  const rows = await readPartners(ctx, where, query, { limit: query.per_page, offset: offsetOf(query) });
  const counted = await sql<{ total: number }>`select count(*) as total from partners p where ${where}`.execute(ctx.db);
  return { items: rows.map(toRow), total: counted.rows[0]?.total ?? 0, page: query.page, per_page: query.per_page };
}

/** One partner as the list shows it; undefined when there is none. */
export async function findPartnerRow(ctx: Ctx, id: string): Promise<ReturnType<typeof toRow> | undefined> {
  const order = { sort: 'name', order: 'asc' } as const;
  const [row] = await readPartners(ctx, sql`p.id = ${id}`, order, { limit: 1, offset: 0 });
  return row && toRow(row);
}

/** The partners that match as CSV; cells that a spreadsheet would run as a formula are quoted off. */
export async function partnersCsv(ctx: Ctx, query: Omit<PartnersQuery, 'page' | 'per_page'>): Promise<string> {
  requireScope(ctx, 'partners:read');
  const rows = await readPartners(ctx, conditions(query), query, { limit: EXPORT_ROWS, offset: 0 });
  const header = [
    'id',
    'name',
    'email',
    'kind',
    'state',
    'created_at',
    'clicks',
    'signups',
    'customers',
    'currency',
    'earned',
    'pending',
    'held',
    'available',
    'paid',
  ];
  return csvText(header, rows.flatMap(csvRows));
}

function csvRows(row: Row): (string | number)[][] {
  const who = [row.id, row.name, row.email, row.kind, row.state, row.created_at.toISOString()];
  const brought = [row.clicks, row.signups, row.customers];
  if (row.balances.length === 0) return [[...who, ...brought, '', '', '', '', '', '']];
  return row.balances.map((one) => {
    const amounts = [one.earned_minor, one.pending_minor, one.held_minor, one.available_minor, one.paid_minor];
    return [...who, ...brought, one.currency, ...amounts.map((minor) => formatMajor(minor, one.currency))];
  });
}

function toRow({ programmes, clicks, signups, customers, balances, ...partner }: Row) {
  return { ...toPartnerView(partner), programmes, clicks, signups, customers, balances };
}

async function readPartners(
  ctx: Ctx,
  where: RawBuilder<unknown>,
  order: Pick<PartnersQuery, 'sort' | 'order'>,
  page: { limit: number; offset: number },
): Promise<Row[]> {
  const direction = sql.raw(order.order);
  const { rows } = await sql<Row>`
    with people_clicks as materialized (
      select l.partner_id, sum(s.people)::bigint as n from link_signals s join links l on l.id = s.link_id
      group by l.partner_id),
    brought as materialized (
      select d.partner_id,
        count(distinct d.account_id) filter (where e.kind = 'signup') as signups,
        count(distinct d.account_id) filter (where d.accrued) as customers
      from attribution_decisions d join conversion_events e on e.id = d.conversion_event_id
      where d.outcome = 'credited' group by d.partner_id),
    money as materialized (
      select partner_id, currency, sum(gross_minor - reversed_minor)::bigint as earned
      from commissions where state <> 'refused' group by partner_id, currency),
    paid as materialized (
      select partner_id, currency, sum(amount_minor)::bigint as paid from payouts where state = 'paid' group by partner_id, currency),
    standing as materialized (
      select owner_id as partner_id, currency,
        sum(balance_minor) filter (where kind = 'partner.pending') as pending,
        sum(balance_minor) filter (where kind = 'partner.held') as held,
        sum(balance_minor) filter (where kind = 'partner.available') as available
      from ledger_accounts where kind like 'partner.%' group by owner_id, currency),
    balances as materialized (
      select m.partner_id, sum(m.earned)::bigint as earned, sum(coalesce(s.pending, 0))::bigint as pending,
        sum(coalesce(s.available, 0))::bigint as available,
        jsonb_agg(jsonb_build_object('currency', m.currency, 'earned_minor', m.earned,
          'pending_minor', coalesce(s.pending, 0), 'held_minor', coalesce(s.held, 0),
          'available_minor', coalesce(s.available, 0), 'paid_minor', coalesce(paid.paid, 0)) order by m.currency) as each
      from money m left join standing s on s.partner_id = m.partner_id and s.currency = m.currency
      left join paid on paid.partner_id = m.partner_id and paid.currency = m.currency
      group by m.partner_id)
    select p.*, coalesce(c.n, 0) as clicks, coalesce(b.signups, 0) as signups, coalesce(b.customers, 0) as customers,
      coalesce(balances.each, '[]') as balances,
      coalesce((select jsonb_agg(jsonb_build_object('id', pr.id, 'name', pr.name) order by pr.name)
        from enrolments en join programmes pr on pr.id = en.programme_id
        where en.partner_id = p.id and en.state = 'active'), '[]') as programmes
    from partners p left join people_clicks c on c.partner_id = p.id left join brought b on b.partner_id = p.id
    left join balances on balances.partner_id = p.id
    where ${where}
    order by ${SORTS[order.sort]} ${direction} nulls last, p.id ${direction}
    limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  return rows;
}

const SORTS: Record<(typeof PARTNER_SORTS)[number], RawBuilder<unknown>> = {
  name: sql`lower(p.name)`,
  created_at: sql`p.created_at`,
  clicks: sql`coalesce(c.n, 0)`,
  signups: sql`coalesce(b.signups, 0)`,
  customers: sql`coalesce(b.customers, 0)`,
  earned: sql`coalesce(balances.earned, 0)`,
  pending: sql`coalesce(balances.pending, 0)`,
  available: sql`coalesce(balances.available, 0)`,
};

function conditions(query: Pick<PartnersQuery, 'q' | 'state' | 'kind' | 'programme_id'>): RawBuilder<unknown> {
  const all = [sql`true`];
  if (query.state) all.push(sql`p.state = ${query.state}`);
  if (query.kind) all.push(sql`p.kind = ${query.kind}`);
  if (query.programme_id)
    all.push(sql`exists (select from enrolments en
      where en.partner_id = p.id and en.programme_id = ${query.programme_id} and en.state = 'active')`);
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    all.push(sql`(p.name ilike ${like} or p.email ilike ${like})`);
  }
  return sql.join(all, sql` and `);
}
