import { sql } from 'kysely';
import type { ForecastMonth, ScenarioInput, Spread } from '../../advocacy/scenarios/model.ts';
import { netContribution } from '../../kernel/net-contribution.ts';
import { addMonths } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { companyFacts } from '../company.ts';

/** Months that have to be over before a forecast is judged. */
const JUDGED_FROM = 3;

export type ActualMonth = { customers: number; spend: number; net: number };
export type ForecastRow = {
  month: number;
  from: string;
  until: string;
  forecast: Omit<ForecastMonth, 'month'>;
  actual: ActualMonth;
};
export type ForecastReport =
  | { outcome: 'no_forecast'; answer: string }
  | ({ outcome: 'too_early' | 'compared'; answer: string; rows: ForecastRow[] } & Promised);
type Promised = { version: number; scenario_name: string; effective_at: string; currency: string };

type Kept = {
  programme_id: string;
  scenario_name: string;
  input: ScenarioInput;
  forecast: ForecastMonth[];
  effective_at: Date;
  version: number;
  zone: string;
  currency: string;
};

/**
 * Has a programme brought what its scenario promised? Month by month since the terms began, of the customers who came
 * since. What nobody can see (who would have come anyway, what a referral cost to win, what care costs) is taken as the
 * scenario assumed it, on both sides.
 */
export async function forecastReport(ctx: Ctx, programmeId: string): Promise<ForecastReport> {
  requireScope(ctx, 'programmes:read');
  const kept = await findForecast(ctx, programmeId);
  if (!kept) return { outcome: 'no_forecast', answer: say('screens-scenarios:actual.none') };
  const promise = {
    version: kept.version,
    scenario_name: kept.scenario_name,
    effective_at: kept.effective_at.toISOString(),
    currency: kept.currency,
  };
  const now = ctx.clock.now();
  const spans = kept.forecast
    .map((row) => ({
      row,
      from: addMonths(kept.effective_at, row.month - 1, kept.zone),
      until: addMonths(kept.effective_at, row.month, kept.zone),
    }))
    .filter(({ until }) => until <= now);
  const first = addMonths(kept.effective_at, 1, kept.zone);
  if (spans.length === 0) {
    const answer = say('screens-scenarios:actual.too_early', { day: first.toISOString().slice(0, 10) });
    return { outcome: 'too_early', answer, rows: [], ...promise };
  }
  const seen = await actualMonths(ctx, kept, spans);
  const rows = spans.map(({ row: { month, ...forecast }, from, until }, index) => ({
    month,
    from: from.toISOString(),
    until: until.toISOString(),
    forecast,
    actual: seen[index] as ActualMonth,
  }));
  const outcome = rows.length < JUDGED_FROM ? 'too_early' : 'compared';
  return { outcome, answer: answerOf(rows, outcome), rows, ...promise };
}

async function findForecast(ctx: Ctx, programmeId: string): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`
    select d.programme_id, d.scenario_name, d.input, d.forecast, t.effective_at, t.version, p.zone, p.currency
    from terms_drafts d join programme_terms t on t.id = d.terms_id join programmes p on p.id = d.programme_id
    where d.programme_id = ${programmeId} and d.state = 'published' and t.effective_at <= ${ctx.clock.now()}
    order by t.effective_at desc, t.version desc limit 1`.execute(ctx.db);
  return rows[0];
}

type Span = { from: Date; until: Date };
type Sums = { customers: number; staying: number; revenue: number; commissions: number; rewards: number };

async function actualMonths(ctx: Ctx, kept: Kept, spans: Span[]): Promise<ActualMonth[]> {
  const company = await companyFacts(ctx);
  const reporting = company.currency === kept.currency;
  const { rows } = await sql<Sums>`
    with spans as (
      select * from unnest(${spans.map(({ from }) => from)}::timestamptz[], ${spans.map(({ until }) => until)}::timestamptz[])
        with ordinality as s(starts, ends, month)
    ), brought as materialized (
      select account_id from bindings where programme_id = ${kept.programme_id}
      union select account_id from commissions
        where programme_id = ${kept.programme_id} and account_id is not null and state <> 'refused'
    ), paid as materialized (
      select account_id, coalesce(paid_at, issued_at) as at, currency, total_minor - tax_minor - refunded_minor as net,
        total_minor, total_reporting_minor
      from invoices where status = 'paid' and total_minor > 0 and account_id in (select account_id from brought)
    ), came as materialized (
      select account_id, min(at) as at from (
        select account_id, at from paid
        union all select account_id, started_on::timestamptz from subscriptions
          where not is_trial and mrr_minor > 0 and account_id in (select account_id from brought)
      ) starts group by account_id having min(at) >= date_trunc('day', ${kept.effective_at}::timestamptz)
    )
    select (select count(*) from came where at >= starts and at < ends) as customers,
      (select count(*) from came where at < ends and (
        exists (select 1 from subscriptions s where s.account_id = came.account_id and not s.is_trial
          and s.mrr_minor > 0 and s.started_on < ends and (s.ended_on is null or s.ended_on >= starts))
        or exists (select 1 from paid where paid.account_id = came.account_id and paid.at >= starts and paid.at < ends)
      )) as staying,
      (select coalesce(sum(case when i.currency = ${kept.currency} then i.net
          when ${reporting}::boolean then i.net::numeric * i.total_reporting_minor / i.total_minor end), 0)::float8
        from paid i join came using (account_id) where i.at >= starts and i.at < ends) as revenue,
      (select coalesce(sum(c.gross_minor - c.reversed_minor), 0)::float8 from commissions c
        where c.programme_id = ${kept.programme_id} and c.currency = ${kept.currency} and c.superseded_at is null
          and (c.account_id is null or c.account_id in (select account_id from came))
          and c.earned_at >= starts and c.earned_at < ends) as commissions,
      (select coalesce(sum(g.amount_minor), 0)::float8 from grants g
        where g.programme_id = ${kept.programme_id} and g.currency = ${kept.currency}
          and g.state not in ('promised', 'refused', 'revoked', 'expired')
          and (g.account_id is null or g.account_id in (select account_id from came))
          and g.earned_at >= starts and g.earned_at < ends) as rewards
    from spans order by month`.execute(ctx.db);
  return rows.map((sums) => monthOf(sums, kept.input));
}

function monthOf(sums: Sums, { assumptions, fixed_cost_minor }: ScenarioInput): ActualMonth {
  const real = 1 - assumptions.cannibalised.value;
  const won = sums.customers * real * assumptions.cac.value * assumptions.cac_share.value;
  const fixed = fixed_cost_minor / 12;
  const spend = sums.commissions + sums.rewards + won + fixed;
  const net = netContribution({
    margin: sums.revenue * assumptions.margin.value * real,
    commission: sums.commissions,
    rewards: sums.rewards + won + fixed,
    discounts: 0,
    retention: (sums.staying * real * assumptions.care.value) / 12,
  });
  return { customers: sums.customers, spend: Math.round(spend), net };
}

function answerOf(rows: readonly ForecastRow[], outcome: 'too_early' | 'compared'): string {
  const customers = within(rows.map(({ forecast, actual }) => [forecast.customers, actual.customers]));
  const net = within(rows.map(({ forecast, actual }) => [forecast.net, actual.net]));
  const params = {
    count: rows.length,
    customers: customers.inside,
    net: net.inside,
    below: net.below,
    above: net.above,
  };
  return say(`screens-scenarios:actual.${outcome === 'compared' ? 'compared' : 'first_months'}`, params);
}

/** In how many months what came lies where the forecast saw it in four runs of five. */
function within(pairs: [Spread, number][]): { inside: number; below: number; above: number } {
  const below = pairs.filter(([{ p10 }, seen]) => seen < p10).length;
  const above = pairs.filter(([{ p90 }, seen]) => seen > p90).length;
  return { inside: pairs.length - below - above, below, above };
}
