import { type BulkTable, type UpsertCounts, upsertRows } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';
import type { ChurnDefinition, Company, ExchangeRate } from './model.ts';

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
  'product_url',
  'mail_from',
  'simulated',
] as const;

const RATES: BulkTable = {
  table: 'exchange_rates',
  key: ['currency', 'reporting_currency', 'on_date'],
  columns: { currency: 'text', reporting_currency: 'text', on_date: 'date', rate: 'numeric', source: 'text' },
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
