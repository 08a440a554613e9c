import { sql } from 'kysely';
import { addMonthsToDate, type IsoDate, monthEnd } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { type HeadlineFacts, headlineFacts } from './headline-facts.ts';
import { retentionMetrics, sizeMetrics } from './headline-revenue.ts';
import type { Metric } from './metric.ts';
import { saidMetrics } from './operation-metrics.ts';
import { type ProgrammeMoney, programmeMoney } from './programme-money.ts';

export type HealthCounts = { green: number; amber: number; red: number; unknown: number };

export type Overview = {
  at: IsoDate;
  is_live: boolean;
  compared_with: IsoDate;
  currency: string;
  simulated: boolean;
  headline: { metric: Metric; previous: Metric }[];
  trend: { month: string; mrr_minor: number; paying_accounts: number }[];
  health: HealthCounts;
  nominations: { ready: number; almost: number };
  programmes: ProgrammeMoney;
};

const HEADLINE = ['mrr', 'paying_accounts', 'nrr', 'logo_churn_rate', 'revenue_churn_rate', 'nps', 'csat_mean'];
const TREND_MONTHS = 24;

/** How is the company doing, in one answer: the numbers and those of a month before, the trend, health, advocates, money. */
export async function overview(ctx: Ctx): Promise<Overview> {
  requireScope(ctx, 'customers:read');
  const facts = await headlineFacts(ctx);
  const comparedWith = monthBefore(facts.time.on);
  const before = await headlineFacts(ctx, comparedWith, facts);
  const present = await headlineOf(ctx, facts);
  const previous = await headlineOf(ctx, before);
  return {
    at: facts.time.on,
    is_live: facts.time.isLive,
    compared_with: comparedWith,
    currency: facts.company.currency,
    simulated: facts.company.simulated,
    headline: present.map((metric, index) => ({ metric, previous: previous[index] ?? metric })),
    trend: facts.months.slice(-TREND_MONTHS).map((one) => ({
      month: one.month,
      mrr_minor: one.endMinor,
      paying_accounts: one.payingAccounts,
    })),
    health: await healthCounts(ctx),
    nominations: await nominationCounts(ctx),
    programmes: await programmeMoney(ctx),
  };
}

/** A month earlier; from a month's last day to a month's last day. */
function monthBefore(on: IsoDate): IsoDate {
  const own = on.slice(0, 7);
  return on === monthEnd(own) ? monthEnd(addMonthsToDate(`${own}-01`, -1).slice(0, 7)) : addMonthsToDate(on, -1);
}

async function headlineOf(ctx: Ctx, facts: HeadlineFacts): Promise<Metric[]> {
  const all = [...sizeMetrics(facts), ...retentionMetrics(facts), ...(await saidMetrics(ctx, facts.time))];
  return HEADLINE.flatMap((key) => all.filter((one) => one.key === key));
}

async function healthCounts(ctx: Ctx): Promise<HealthCounts> {
  const { rows } = await sql<HealthCounts>`
    select count(*) filter (where band = 'green') as green, count(*) filter (where band = 'amber') as amber,
      count(*) filter (where band = 'red') as red, count(*) filter (where band = 'unknown') as unknown
    from (
      select coalesce(o.band, h.band) as band from health_scores h
      left join health_overrides o on o.account_id = h.account_id and o.ended_at is null
        and o.expires_at > ${ctx.clock.now()}
      where h.superseded_at is null
    ) present`.execute(ctx.db);
  return rows[0] ?? { green: 0, amber: 0, red: 0, unknown: 0 };
}

async function nominationCounts(ctx: Ctx): Promise<{ ready: number; almost: number }> {
  const { rows } = await sql<{ ready: number; almost: number }>`
    select count(*) filter (where status = 'ready') as ready, count(*) filter (where status = 'almost') as almost
    from readiness_scores where person_id is null`.execute(ctx.db);
  return rows[0] ?? { ready: 0, almost: 0 };
}
