import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { CompanyFacts } from '../company.ts';
import { activeOn, pricedSubscriptions } from '../sql/priced-subscriptions.ts';

/** Hits of tries: a rate that can be learned from. */
export type Tried = { hits: number; tries: number };
export type Mean = { n: number; mean: number | null; sd: number | null };

/** What has happened so far at every step from asking to paying. */
export type OwnFacts = {
  paying: number;
  revenueYear: Mean;
  seats: number | null;
  asked: Tried;
  shared: Tried;
  reached: { people: number; partners: number };
  leads: Tried;
  converted: Tried;
  usual: { customers: number; minor: number };
};

const TWELVE_MONTHS = sql`interval '12 months'`;
/** A lead has so long to pay before it counts as one that did not. */
const LEAD_DAYS = sql`interval '60 days'`;

/** Money in minor units of the reporting currency. */
export async function ownFacts(
  ctx: Ctx,
  { company, on, before }: { company: CompanyFacts; on: IsoDate; before: Date },
): Promise<OwnFacts> {
  const now = sql`${before}::timestamptz`;
  const { rows } = await sql<Row>`
    with paying as materialized (
      select account_id, sum(mrr)::float8 * 12 as year from ${pricedSubscriptions(company.currency)} s
      where is_paid and ${activeOn(on)} group by account_id
    ), asked as (
      select count(distinct account_id) as accounts, count(*) filter (where state in ('accepted', 'declined', 'expired')) as answered,
        count(*) filter (where state = 'accepted') as accepted
      from asks where sent_at >= ${now} - ${TWELVE_MONTHS} and sent_at < ${now}
    ), bound as materialized (
      select account_id, min(bound_at) as at, bool_or(click_id is not null) as clicked from bindings
      where bound_at < ${now} group by account_id
    ), reach as (
      select coalesce(sum(s.people), 0) as people, count(distinct l.partner_id) as partners
      from link_signals s join links l on l.id = s.link_id where s.people > 0
    ), rewarded as (
      select count(distinct account_id) as customers, coalesce(sum(gross_minor - reversed_minor), 0)::float8 as minor
      from commissions where account_id is not null and state not in ('refused', 'held') and currency = ${company.currency}
    )
    select (select count(*) from paying) as paying, (select avg(year) from paying) as year,
      (select stddev_samp(year) from paying) as year_sd,
      (select avg(seats)::float8 from subscriptions s where not is_trial and mrr_minor > 0 and ${activeOn(on)}) as seats,
      asked.*, reach.people::float8 as people, reach.partners, rewarded.customers, rewarded.minor,
      (select count(*) from bound where clicked) as leads,
      (select count(*) from bound where at < ${now} - ${LEAD_DAYS}) as old_leads,
      (select count(*) from bound b where at < ${now} - ${LEAD_DAYS} and exists (
        select 1 from subscriptions s where s.account_id = b.account_id and not s.is_trial and s.mrr_minor > 0
          and s.started_on <= ${on}::date)) as converted
    from asked, reach, rewarded`.execute(ctx.db);
  return toFacts(rows[0] as Row);
}

type Row = {
  paying: number;
  year: number | null;
  year_sd: number | null;
  seats: number | null;
  accounts: number;
  answered: number;
  accepted: number;
  people: number;
  partners: number;
  customers: number;
  minor: number;
  leads: number;
  old_leads: number;
  converted: number;
};

function toFacts(row: Row): OwnFacts {
  return {
    paying: row.paying,
    revenueYear: { n: row.paying, mean: row.year, sd: row.year_sd },
    seats: row.seats,
    asked: { hits: Math.min(row.accounts, row.paying), tries: row.paying },
    shared: { hits: row.accepted, tries: row.answered },
    reached: { people: row.people, partners: row.partners },
    leads: { hits: Math.min(row.leads, row.people), tries: row.people },
    converted: { hits: row.converted, tries: row.old_leads },
    usual: { customers: row.customers, minor: row.minor },
  };
}
