import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { CONFIDENCE, HORIZON_MONTHS, type Projection } from '../../success/lifetime/model.ts';
import { type CompanyFacts, companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import type { Metric } from '../metric.ts';
import { projectedValue, projectedYears } from './metrics.ts';
import { type Grouping, lifetimeBy } from './projection.ts';

/** `check`: the share still here as observed and as projected, at the last month that can be watched. */
export type LifetimeGroup = {
  value: string | null;
  stays: number;
  lost: number;
  ltv: Metric;
  lifetime: Metric;
  check: { months: number; observed: number; low: number; high: number; projected: number } | null;
};

/** What is a new customer of each group going to be worth, and how sure is that? */
export async function lifetimeByGroup(ctx: Ctx, by: Grouping) {
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const { all, groups } = await lifetimeBy(ctx, { company, on, by });
  return {
    at: on,
    currency: company.currency,
    by,
    confidence: CONFIDENCE,
    horizon_months: HORIZON_MONTHS,
    discount_rate_bps: company.discountBps,
    all: toGroup(company, on, { value: null, projection: all }),
    items: groups.map((group) => toGroup(company, on, group)),
  };
}

function toGroup(
  company: CompanyFacts,
  on: string,
  { value, projection }: { value: string | null; projection: Projection },
): LifetimeGroup {
  return {
    value,
    stays: projection.stays,
    lost: projection.lost,
    ltv: projectedValue(company, on, projection),
    lifetime: projectedYears(on, projection),
    check: projection.outcome === 'projected' ? projection.check : null,
  };
}
