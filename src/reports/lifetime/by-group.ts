import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { CONFIDENCE, HORIZON_MONTHS, type Projection } from '../../success/lifetime/model.ts';
import { multiple } from '../channel-worth.ts';
import { type CompanyFacts, companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import type { Metric } from '../metric.ts';
import { projectedValue, projectedYears } from './metrics.ts';
import { type Grouping, lifetimeBy } from './projection.ts';
import { costBySegment } from './segment-cost.ts';

/** `check`: the share still here as observed and as projected, at the last month that can be watched. */
export type LifetimeGroup = {
  value: string | null;
  stays: number;
  lost: number;
  ltv: Metric;
  lifetime: Metric;
  /** Of segments; of channels they are on the screen of channels, of partners in their quality. */
  cac: Metric | null;
  ltv_cac: Metric | null;
  check: { months: number; observed: number; low: number; high: number; projected: number } | null;
};

/** What is a new customer of each group going to be worth, and how sure is that? */
export async function lifetimeByGroup(ctx: Ctx, by: Grouping) {
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const { all, groups } = await lifetimeBy(ctx, { company, on, by });
  const costOf = by === 'segment' ? await costBySegment(ctx, { company, on }) : undefined;
  return {
    at: on,
    currency: company.currency,
    by,
    confidence: CONFIDENCE,
    horizon_months: HORIZON_MONTHS,
    discount_rate_bps: company.discountBps,
    all: toGroup(company, on, { value: null, projection: all }),
    items: groups.map((group) => withCost(company, on, toGroup(company, on, group), costOf?.(group.value))),
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
    cac: null,
    ltv_cac: null,
    check: projection.outcome === 'projected' ? projection.check : null,
  };
}

function withCost(company: CompanyFacts, on: string, group: LifetimeGroup, cac?: Metric): LifetimeGroup {
  if (!cac) return group;
  return { ...group, cac, ltv_cac: multiple(company, on, { ltv: group.ltv, cac }, 'ltv-cac-by-segment') };
}
