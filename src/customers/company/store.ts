import { sql } from 'kysely';
import { type BulkTable, type UpsertCounts, upsertRows } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';
import type { ChannelCost, ChurnDefinition, Company, ExchangeRate } from './model.ts';

const FIELDS = [
  'name',
  'reporting_currency',
  'zone',
  'churn_definition',
  'churn_grace_days',
  'gross_margin_bps',
  'success_cost_year_minor',
  'success_hourly_cost_minor',
  'acquisition_cost_year_minor',
  'ltv_cac_guard',
  'discount_rate_bps',
  'product_url',
  'mail_from',
  'simulated',
] as const;

const RATES: BulkTable = {
  table: 'exchange_rates',
  key: ['currency', 'reporting_currency', 'on_date'],
  columns: { currency: 'text', reporting_currency: 'text', on_date: 'date', rate: 'numeric', source: 'text' },
};

const COSTS: BulkTable = {
  table: 'channel_costs',
  key: ['month', 'channel'],
  columns: {
    month: 'date',
    channel: 'text',
    currency: 'text',
    amount_minor: 'bigint',
    amount_reporting_minor: 'bigint',
    reporting_rate: 'numeric',
    reporting_rate_source: 'text',
    reporting_rate_on: 'date',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  fixed: ['created_at'],
  touched: ['updated_at'],
};

export async function findCompany(db: Db): Promise<Company | undefined> {
  const row = await db.selectFrom('company_settings').select(FIELDS).executeTakeFirst();
  return row && { ...row, churn_definition: row.churn_definition as ChurnDefinition };
}

export async function putCompany(db: Db, company: Company, now: Date): Promise<void> {
  await db
    .insertInto('company_settings')
    .values({ id: true, ...company, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...company, updated_at: now }))
    .execute();
}

export async function listRates(db: Db, reportingCurrency: string): Promise<ExchangeRate[]> {
  return db
    .selectFrom('exchange_rates')
    .select(['currency', 'on_date', 'rate', 'source'])
    .where('reporting_currency', '=', reportingCurrency)
    .orderBy('currency')
    .orderBy('on_date')
    .execute();
}

export function upsertRates(db: Db, reportingCurrency: string, rates: readonly ExchangeRate[]): Promise<UpsertCounts> {
  return upsertRows(
    db,
    RATES,
    rates.map((rate) => ({ ...rate, reporting_currency: reportingCurrency })),
  );
}

/** Whether any amount is already stored in reporting currency: changing the currency would change their meaning. */
export async function hasReportingValues(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('subscriptions')
    .select('id')
    .where('mrr_reporting_minor', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** What channels cost, months as `YYYY-MM`, newest month first. */
export async function listCosts(db: Db, range: { from: string; to: string }): Promise<ChannelCost[]> {
  const rows = await db
    .selectFrom('channel_costs')
    .select(['month', 'channel', 'currency', 'amount_minor', 'amount_reporting_minor'])
    .where('month', '>=', `${range.from}-01`)
    .where('month', '<=', `${range.to}-01`)
    .orderBy('month', 'desc')
    .orderBy('channel')
    .execute();
  return rows.map((row) => ({ ...row, month: row.month.slice(0, 7) }));
}

/** Costs in a currency that had no rate when they were entered. */
export async function listUnpricedCosts(db: Db): Promise<ChannelCost[]> {
  const all = await listCosts(db, { from: '0001-01', to: '9999-12' });
  return all.filter((cost) => cost.amount_reporting_minor === null);
}

/** Adds or replaces costs, one a month and channel; `month` is its first day. */
export function upsertCosts(db: Db, costs: Record<string, unknown>[]): Promise<UpsertCounts> {
  return upsertRows(db, COSTS, costs);
}

/** Takes the costs of these months (first days) and channels away; returns how many there were. */
export async function deleteCosts(db: Db, costs: readonly { month: string; channel: string }[]): Promise<number> {
  if (costs.length === 0) return 0;
  const { numAffectedRows } = await sql`
    delete from channel_costs c
    using unnest(${costs.map(({ month }) => month)}::date[], ${costs.map(({ channel }) => channel)}::text[]) as g(month, channel)
    where c.month = g.month and c.channel = g.channel`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** The newest rate of each currency on or before a day, to the company's reporting currency. */
export async function listLatestRates(
  db: Db,
  currencies: readonly string[],
  on: string,
): Promise<{ currency: string; reporting_currency: string; rate: string; source: string; on_date: string }[]> {
  return db
    .selectFrom('exchange_rates')
    .innerJoin('company_settings', 'company_settings.reporting_currency', 'exchange_rates.reporting_currency')
    .distinctOn('exchange_rates.currency')
    .select((eb) => [
      'exchange_rates.currency',
      'exchange_rates.reporting_currency',
      eb.cast<string>('exchange_rates.rate', 'text').as('rate'),
      'exchange_rates.source',
      'exchange_rates.on_date',
    ])
    .where('exchange_rates.currency', 'in', [...currencies])
    .where('exchange_rates.on_date', '<=', on)
    .orderBy('exchange_rates.currency')
    .orderBy('exchange_rates.on_date', 'desc')
    .execute();
}
