import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { Cell, FeatureColumn, KnownFeature } from '../success/churn/model.ts';
import { commercialFacts } from './commercial-facts.ts';
import type { CompanyFacts } from './company.ts';
import { type DataTime, type Scoring, throughDay } from './data-time.ts';
import { feedDays } from './feed-days.ts';
import { frictionStanding } from './friction-standing.ts';
import { heardFrom } from './heard-from.ts';
import { ofAccount } from './readiness/of-account.ts';
import { sentiment } from './sentiment.ts';
import { activeOn, pricedSubscriptions } from './sql/priced-subscriptions.ts';
import { usageStanding } from './usage-standing.ts';
import { usageTrend } from './usage-trend.ts';

/** What was known of each active account at the end of a day: one value an account in every column. */
export type Snapshot = { accountIds: string[]; groups: string[]; columns: FeatureColumn[]; mrr: (number | null)[] };

type Facts = Partial<Record<KnownFeature, Cell>>;

/**
 * The facts a churn model may learn from, each from rollups and records of `on` or before. A kind of fact that was not yet
 * kept then is not known, rather than 0.
 */
export async function churnSnapshot(
  ctx: Ctx,
  company: CompanyFacts,
  on: IsoDate,
  scoring: Scoring = {},
): Promise<Snapshot> {
  requireScope(ctx, 'customers:read');
  const time = { ...throughDay(on), ...scoring, isUnranked: true };
  const contracts = await contractsOn(ctx, company, time);
  const usage = await usageFacts(ctx, time);
  const voices = await voiceFacts(ctx, time);
  const money = byAccount(await commercialFacts(ctx, { company, time, days: 90 }));
  const facts = contracts.map((one) => {
    const paid = money.get(one.account_id);
    return {
      ...usage.get(one.account_id),
      ...voices.get(one.account_id),
      mrr: one.mrr,
      mrr_change: paid?.mrr_change ?? null,
      overdue_invoices: paid?.overdue ?? 0,
      tenure_months: paid?.tenure_months ?? null,
      seats: one.seats,
      plan: one.plan,
      billing_interval: one.billing_interval,
      industry: one.industry,
      country: one.country,
      size_band: one.size_band,
      employees: one.employees,
      source: one.source,
    };
  });
  return toSnapshot(contracts, facts);
}

function toSnapshot(accounts: readonly Contract[], facts: readonly Facts[]): Snapshot {
  const keys = [...new Set(facts.flatMap((one) => Object.keys(one)))] as KnownFeature[];
  return {
    accountIds: accounts.map(({ account_id }) => account_id),
    groups: accounts.map(({ account_id, domain }) => domain ?? account_id),
    columns: keys.map((key) => ({ key, values: facts.map((one) => one[key] ?? null) })),
    mrr: accounts.map(({ mrr }) => mrr),
  };
}

function byAccount<T extends { account_id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.account_id, row]));
}

type Contract = {
  account_id: string;
  domain: string | null;
  plan: string | null;
  billing_interval: string | null;
  seats: number | null;
  /** Minor units of the reporting currency; null where a subscription has no rate. */
  mrr: number | null;
  industry: string | null;
  country: string | null;
  size_band: string | null;
  employees: number | null;
  source: string | null;
};

/** What each account had signed by then: the plan and interval of its largest active subscription. */
async function contractsOn(ctx: Ctx, company: CompanyFacts, { on, only }: DataTime): Promise<Contract[]> {
  const { rows } = await sql<Contract>`
    with active as materialized (
      select distinct on (s.account_id) s.account_id, s.plan, s.billing_interval
      from subscriptions s where ${activeOn(on)} ${ofAccount(only)} order by s.account_id, s.is_trial, s.mrr_minor desc, s.id
    ), sums as materialized (
      select account_id, nullif(sum(seats), 0)::float8 as seats,
        case when bool_and(is_priced) then sum(mrr)::float8 end as mrr
      from ${pricedSubscriptions(company.currency)} s where ${activeOn(on)} ${ofAccount(only)} group by account_id
    )
    select a.id as account_id, lower(a.domain) as domain, coalesce(c.plan, a.plan) as plan, c.billing_interval,
      m.seats, m.mrr, a.industry, a.country, a.size_band, a.employees, a.imported_source as source
    from active c join sums m on m.account_id = c.account_id join accounts a on a.id = c.account_id
    where a.merged_into_id is null order by a.id`.execute(ctx.db);
  return rows;
}

async function usageFacts(ctx: Ctx, time: DataTime): Promise<Map<string, Facts>> {
  const feeds = await feedDays(ctx, time);
  if (!feeds.usage) return new Map();
  const trend = byAccount(await usageTrend(ctx, time.on, 8, time));
  const idle = byAccount(await daysSinceUse(ctx, time));
  const standing = await usageStanding(ctx, time.on, 28, time);
  return new Map(
    standing.map((one) => [
      one.account_id,
      {
        active_days: one.active_days,
        events_per_seat: one.events_per_seat,
        features_used: one.features,
        usage_trend: trend.get(one.account_id)?.slope ?? null,
        days_since_use: idle.get(one.account_id)?.days ?? null,
      },
    ]),
  );
}

/** Looks back half a year: who was never seen in it has no day. */
async function daysSinceUse(
  ctx: Ctx,
  { on, isSummed, only }: DataTime,
): Promise<{ account_id: string; days: number }[]> {
  const { rows } = await sql<{ account_id: string; days: number }>`${
    isSummed
      ? sql`select account_id, ${on}::date - last_on as days from usage_sums where on_date = ${on}::date ${ofAccount(only)}`
      : lastDays(on)
  }`.execute(ctx.db);
  return rows;
}

function lastDays(on: IsoDate): RawBuilder<unknown> {
  return sql`
    select account_id, ${on}::date - max(on_date) as days from usage_daily
    where on_date <= ${on}::date and on_date > ${on}::date - 180 group by account_id`;
}

async function voiceFacts(ctx: Ctx, time: DataTime): Promise<Map<string, Facts>> {
  const feeds = await feedDays(ctx, time);
  const said = byAccount(await sentiment(ctx, time));
  const heard = byAccount(await heardFrom(ctx, time));
  const friction = feeds.tickets ? await frictionStanding(ctx, time) : [];
  const facts = new Map<string, Facts>();
  for (const one of friction) {
    facts.set(one.account_id, {
      tickets: one.tickets,
      open_severity_1: one.open_severity_1,
      reopened: one.reopened,
      hours_to_resolve: one.mean_hours_to_resolve,
    });
  }
  if (!feeds.voices) return facts;
  for (const id of new Set([...facts.keys(), ...said.keys(), ...heard.keys()])) {
    const own = { sentiment: said.get(id)?.sentiment ?? null, people_heard: heard.get(id)?.heard ?? null };
    facts.set(id, { ...facts.get(id), ...own });
  }
  return facts;
}
