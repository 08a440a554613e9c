import type { Ctx } from '../platform/ctx.ts';

export const CHURN_DEFINITIONS = ['subscriptions', 'events', 'flags'] as const;
export type ChurnDefinition = (typeof CHURN_DEFINITIONS)[number];

/** What the company's settings say that numbers depend on. Null: not set yet. */
export type CompanyFacts = {
  currency: string;
  zone: string;
  churnDefinition: ChurnDefinition;
  graceDays: number;
  marginBps: number | null;
  successCostYearMinor: number | null;
  successHourlyCostMinor: number | null;
  acquisitionCostYearMinor: number | null;
  ltvCacGuard: number;
  discountBps: number;
  simulated: boolean;
};

const UNSET: CompanyFacts = {
  currency: 'USD',
  zone: 'UTC',
  churnDefinition: 'subscriptions',
  graceDays: 0,
  marginBps: null,
  successCostYearMinor: null,
  successHourlyCostMinor: null,
  acquisitionCostYearMinor: null,
  ltvCacGuard: 4,
  discountBps: 1000,
  simulated: false,
};

/** The company's settings, or the product's defaults where nobody has set any. */
export async function companyFacts(ctx: Ctx): Promise<CompanyFacts> {
  const row = await ctx.db.selectFrom('company_settings').selectAll().executeTakeFirst();
  if (!row) return UNSET;
  return {
    currency: row.reporting_currency,
    zone: row.zone,
    churnDefinition: row.churn_definition as ChurnDefinition,
    graceDays: row.churn_grace_days,
    marginBps: row.gross_margin_bps,
    successCostYearMinor: row.success_cost_year_minor,
    successHourlyCostMinor: row.success_hourly_cost_minor,
    acquisitionCostYearMinor: row.acquisition_cost_year_minor,
    ltvCacGuard: Number(row.ltv_cac_guard),
    discountBps: row.discount_rate_bps,
    simulated: row.simulated,
  };
}
