import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Stays } from '../../success/lifetime/model.ts';
import type { CompanyFacts } from '../company.ts';
import { yearBefore } from '../revenue-retention.ts';
import { inSegment, type Narrowed } from '../segments/narrow.ts';
import { stays } from '../sql/stays.ts';
import { broughtCustomers } from './brought.ts';

/** Who a partner is, and how the customers it brought stand. Months and minutes of the last twelve months. */
export type StandingRow = {
  partner_id: string;
  partner: string;
  state: string;
  programme_id: string;
  programme: string;
  /** Months from the first invoice in which a sale earns by the terms in force; null: as long as it pays. */
  terms_months: number | null;
  customers: number;
  here: number;
  mrrMinor: number;
  scored: number;
  healthy: number;
  in_funnel: number;
  tickets: number;
  minutes: number;
  customer_months: number;
  /** Months since the first of them began to pay. */
  watched: number;
};
/** Customers alike in contract term, months watched and month of leaving, with what they pay (the sum and its squares). */
export type StaysRow = Stays & {
  partner_id: string;
  programme_id: string;
  paying: number;
  mrr: number;
  squares: number;
};

type Input = { company: CompanyFacts; on: IsoDate; segment: Narrowed | null };

/** The customers of each partner, by how long they stay. */
export async function readPartnerStays(ctx: Ctx, { company, on, segment }: Input): Promise<StaysRow[]> {
  const { rows } = await sql<StaysRow>`
    select partner_id, programme_id, term, watched, lost, count(*) as stays, count(*) filter (where pays > 0) as paying,
      coalesce(sum(pays), 0)::float8 as mrr, coalesce(sum(pays * pays), 0)::float8 as squares
    from ${broughtCustomers(company, on, segment)} b
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(ctx.db);
  return rows;
}

/** All customers, of the company or of the segment, by how long they stay: whom partners' customers are compared with. */
export async function readAllStays(ctx: Ctx, { company, on, segment }: Input): Promise<Stays[]> {
  const { rows } = await sql<Stays>`
    select s.term, s.watched, s.lost, count(*) as stays from ${stays(company, on)} s
    where ${inSegment(sql`s.account_id`, segment)} group by 1, 2, 3 order by 1, 2, 3`.execute(ctx.db);
  return rows;
}

/** How each partner's customers stand today; the programme is the one through which most of them came. */
export async function readStanding(ctx: Ctx, { company, on, segment }: Input): Promise<StandingRow[]> {
  const since = yearBefore(on);
  const { rows } = await sql<StandingRow>`
    with b as materialized (select * from ${broughtCustomers(company, on, segment)} brought),
    talked as materialized (
      select t.account_id, count(*) as tickets, coalesce(sum(t.resolution_minutes), 0) as minutes
      from b join tickets t on t.account_id = b.account_id
      where t.opened_at >= ${since}::date + 1 and t.opened_at < ${on}::date + 1 group by 1
    ),
    known as materialized (
      select distinct account_id from attribution_decisions where 'already_in_funnel' = any(flags)
    ),
    grouped as materialized (
      select b.partner_id, mode() within group (order by b.programme_id) as programme_id, count(*) as customers,
        count(*) filter (where b.churned_on is null or b.churned_on > ${on}::date) as here,
        coalesce(sum(b.pays) filter (where b.churned_on is null or b.churned_on > ${on}::date), 0)::float8 as "mrrMinor",
        count(h.account_id) as scored, count(*) filter (where h.band = 'green') as healthy,
        count(k.account_id) as in_funnel, coalesce(sum(w.tickets), 0)::integer as tickets,
        coalesce(sum(w.minutes), 0)::float8 as minutes,
        sum(greatest(0, least(coalesce(b.churned_on, ${on}::date), ${on}::date)
          - greatest(b.started_on, ${since}::date)) / 30.4375)::float8 as customer_months,
        max(b.watched) as watched
      from b
      left join health_scores h on h.account_id = b.account_id and h.superseded_at is null and h.band <> 'unknown'
      left join talked w on w.account_id = b.account_id
      left join known k on k.account_id = b.account_id
      group by b.partner_id
    )
    select d.*, p.name as partner, p.state, g.name as programme, (
      select (t.terms #>> '{commission,months}')::integer from programme_terms t
      where t.programme_id = g.id and t.effective_at < ${on}::date + 1
      order by t.effective_at desc, t.version desc limit 1) as terms_months
    from grouped d join partners p on p.id = d.partner_id join programmes g on g.id = d.programme_id
    order by d.partner_id`.execute(ctx.db);
  return rows;
}
