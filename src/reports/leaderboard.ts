import { sql } from 'kysely';
import { notFound } from '../kernel/errors.ts';
import { type Ctx, requireScope, signedInPartner } from '../platform/ctx.ts';

export const LEADERBOARD_PERIODS = ['month', 'quarter', 'year', 'ever'] as const;
export type LeaderboardPeriod = (typeof LEADERBOARD_PERIODS)[number];

type Brought = { place: number; customers: number; revenue_minor: number };
export type Standing = Brought & { partner_id: string; partner_name: string };

const SHOWN_AT_MOST = 100;

/**
 * Which partners of a programme brought the most customers who still pay? Then by revenue; equals share a place. The
 * first hundred, and of how many. @throws 404
 */
export async function leaderboard(
  ctx: Ctx,
  programmeId: string,
  period: LeaderboardPeriod,
): Promise<{ currency: string; partners: number; items: Standing[] }> {
  requireScope(ctx, 'programmes:read');
  const programme = await findProgramme(ctx, programmeId);
  const all = await standings(ctx, programme, period);
  const items = all.filter(({ customers, revenue_minor }) => customers > 0 || revenue_minor > 0);
  return { currency: programme.currency, partners: all.length, items: items.slice(0, SHOWN_AT_MOST) };
}

/** Where the signed-in partner stands, and what the next place takes; it learns nobody's name. @throws 404 */
export async function ownPlace(ctx: Ctx, programmeId: string, period: LeaderboardPeriod) {
  requireScope(ctx, 'portal:read');
  const partnerId = signedInPartner(ctx);
  const programme = await findProgramme(ctx, programmeId);
  const all = await standings(ctx, programme, period);
  const own = all.find(({ partner_id }) => partner_id === partnerId);
  if (!own) throw notFound('programme', programmeId);
  const { place, customers, revenue_minor } = own;
  return { currency: programme.currency, partners: all.length, place, customers, revenue_minor, next: ahead(all, own) };
}

/** How many customers the next place has more; with as many, how much more revenue. Null: nobody is ahead. */
function ahead(all: readonly Standing[], own: Standing): { customers: number; revenue_minor: number } | null {
  const next = all.findLast(({ place }) => place < own.place);
  if (!next) return null;
  const customers = next.customers - own.customers;
  return { customers, revenue_minor: customers > 0 ? 0 : next.revenue_minor - own.revenue_minor };
}

type Programme = { id: string; currency: string; zone: string; lapse_days: number };

async function findProgramme(ctx: Ctx, id: string): Promise<Programme> {
  const { rows } = await sql<Programme>`
    select id, currency, zone, (attribution->>'lapse_days')::integer as lapse_days
    from programmes where id = ${id}`.execute(ctx.db);
  if (!rows[0]) throw notFound('programme', id);
  return rows[0];
}

/**
 * Every approved, enrolled partner with its place. A customer belongs to the period of its first payment for the partner,
 * and still pays when a subscription runs; without any known, until `lapse_days` after what it last paid for. Revenue is
 * what was paid in the period in the programme's currency, after refunds.
 */
async function standings(ctx: Ctx, programme: Programme, period: LeaderboardPeriod): Promise<Standing[]> {
  const { id, currency, zone, lapse_days } = programme;
  const now = ctx.clock.now();
  const since =
    period === 'ever'
      ? sql`'-infinity'::timestamptz`
      : sql`date_trunc(${period}::text, ${now}::timestamptz at time zone ${zone}::text) at time zone ${zone}::text`;
  const { rows } = await sql<Standing>`
    with sales as materialized (
      select d.partner_id, d.account_id, i.paid_at, i.currency, i.total_minor - i.credit_applied_minor - i.refunded_minor as paid_minor,
        coalesce((i.attributes->>'period_ends_at')::timestamptz, i.paid_at) as paid_until
      from attribution_decisions d join conversion_events e on e.id = d.conversion_event_id
      join invoices i on i.source = e.source and i.external_id = e.invoice_external_id
      where d.programme_id = ${id} and d.outcome = 'credited' and e.kind = 'invoice' and i.status = 'paid'
        and i.total_minor - i.credit_applied_minor - i.refunded_minor > 0),
    customers as (
      select partner_id, account_id, min(paid_at) as since, max(paid_until) as paid_until,
        coalesce(sum(paid_minor) filter (where currency = ${currency} and paid_at >= ${since}), 0) as revenue_minor
      from sales group by partner_id, account_id),
    judged as (
      select c.*, case when exists (select from subscriptions s where s.account_id = c.account_id)
        then exists (select from subscriptions s where s.account_id = c.account_id
          and s.started_on <= (${now}::timestamptz at time zone ${zone}::text)::date
          and (s.ended_on is null or s.ended_on > (${now}::timestamptz at time zone ${zone}::text)::date))
        else c.paid_until + ${lapse_days} * interval '24 hours' >= ${now} end as still_pays
      from customers c),
    brought as (
      select partner_id, count(*) filter (where still_pays and since >= ${since}) as customers,
        sum(revenue_minor) as revenue_minor
      from judged group by partner_id)
    select rank() over (order by coalesce(b.customers, 0) desc, coalesce(b.revenue_minor, 0) desc) as place,
      p.id as partner_id, p.name as partner_name, coalesce(b.customers, 0) as customers,
      coalesce(b.revenue_minor, 0)::bigint as revenue_minor
    from enrolments n join partners p on p.id = n.partner_id left join brought b on b.partner_id = p.id
    where n.programme_id = ${id} and n.state = 'active' and p.state = 'approved'
    order by place, p.name, p.id`.execute(ctx.db);
  return rows;
}
