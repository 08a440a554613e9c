import { rational, roundToMinor } from '../kernel/money.ts';
import type { Ctx } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { costOfYear } from './acquisition.ts';
import { customersWon } from './customers-won.ts';
import { dayBefore, type HeadlineFacts } from './headline-facts.ts';
import { projectedValue, projectedYears } from './lifetime/metrics.ts';
import { lifetimeProjection } from './lifetime/projection.ts';
import { observedTenure, realisedValue, type Tenure } from './lifetime-value.ts';
import type { LogoChurn } from './logo-churn.ts';
import { type Metric, metric, ratio } from './metric.ts';

/** A value, or why there is none: a key below `metrics:unavailable`. */
type Value = { value: number | null; reason: string };

/** Average ARR of a paying account, exact: 12 × MRR over accounts. */
function simpleValue({ mrr, yearChurn }: HeadlineFacts): Value {
  if (mrr.payingAccounts === 0) return { value: null, reason: 'no_mrr' };
  if (yearChurn.activeAtStart === 0) return { value: null, reason: 'no_active_accounts_then' };
  if (yearChurn.churned === 0) return { value: null, reason: 'nobody_churned' };
  const revenue = BigInt(mrr.mrrMinor) * 12n * BigInt(yearChurn.activeAtStart);
  const shares = BigInt(mrr.payingAccounts) * BigInt(yearChurn.churned);
  return { value: roundToMinor({ num: revenue, den: shares }), reason: '' };
}

export async function valueMetrics(ctx: Ctx, facts: HeadlineFacts): Promise<Metric[]> {
  const { company, time, mrr } = facts;
  const tenure = await observedTenure(ctx, company, time.on);
  const won = await customersWon(ctx, time.on);
  const simple = simpleValue(facts);
  const spent = (await costOfYear(ctx, time.on)) ?? company.acquisitionCostYearMinor;
  const projection = await lifetimeProjection(ctx, company, time.on);
  const cac = costPer(spent, won, 'acquisition_cost_not_set', 'nobody_won');
  const crc = costPer(company.successCostYearMinor, mrr.payingAccounts, 'success_cost_not_set', 'no_mrr');
  return [
    ...lifetimeMetrics(facts, tenure, simple),
    await realisedMetric(ctx, facts),
    projectedYears(time.on, projection),
    projectedValue(company, time.on, projection),
    ...acquisitionMetrics(facts, { simple, cac, won }),
    ...retentionCostMetrics(facts, crc),
  ];
}

function lifetimeMetrics(
  { company, time, year, yearChurn, mrr }: HeadlineFacts,
  tenure: Tenure,
  simple: Value,
): Metric[] {
  const at = time.on;
  const churned = { day: dayBefore(year.from), n: yearChurn.activeAtStart };
  const note = fewChurned(yearChurn);
  return [
    metric({
      key: 'tenure_months',
      definition: 'tenure',
      unit: 'months',
      at,
      value: tenure.meanMonths,
      n: tenure.accounts,
    }),
    metric({
      key: 'lifetime_years',
      definition: 'ltv-simple',
      unit: 'years',
      period: year,
      value: ratio(yearChurn.activeAtStart, yearChurn.churned),
      n: yearChurn.activeAtStart,
      reason: yearChurn.activeAtStart === 0 ? 'no_active_accounts_then' : 'nobody_churned',
      params: churned,
      note,
    }),
    metric({
      ...simple,
      key: 'ltv_simple',
      definition: 'ltv-simple',
      unit: 'minor',
      currency: company.currency,
      at,
      n: mrr.payingAccounts,
      params: simple.reason === 'no_mrr' ? { day: at } : churned,
      note,
    }),
  ];
}

const FEW = 20;

/** A lifetime that rests on a handful of churned accounts says so. */
function fewChurned({ churned, activeAtStart }: LogoChurn): string | undefined {
  const isFew = churned > 0 && churned < FEW;
  return isFew ? say('metrics:notes.few_churned', { churned, n: activeAtStart }) : undefined;
}

function acquisitionMetrics(
  { company, time, mrr }: HeadlineFacts,
  { simple, cac, won }: { simple: Value; cac: Value; won: number },
): Metric[] {
  const at = time.on;
  const multiple = simple.value === null || !cac.value ? null : simple.value / cac.value;
  const guard = multiple !== null && multiple > company.ltvCacGuard ? 'crosses_guard' : 'below_guard';
  return [
    metric({ ...cac, key: 'cac', definition: 'cac', unit: 'minor', currency: company.currency, at, n: won }),
    metric({
      key: 'ltv_cac',
      definition: 'ltv-cac',
      unit: 'ratio',
      at,
      value: multiple,
      n: mrr.payingAccounts,
      reason: 'needs_ltv_and_cac',
      note: multiple === null ? undefined : say(`metrics:notes.${guard}`, { guard: company.ltvCacGuard }),
    }),
  ];
}

function retentionCostMetrics({ company, time, mrr }: HeadlineFacts, crc: Value): Metric[] {
  const common = { at: time.on, n: mrr.payingAccounts, params: { day: time.on } };
  const share = crc.value === null ? null : ratio(crc.value * mrr.payingAccounts, 12 * mrr.mrrMinor);
  const reason = crc.value === null ? crc.reason : 'no_mrr';
  return [
    metric({ ...common, ...crc, key: 'crc', definition: 'crc', unit: 'minor', currency: company.currency }),
    metric({ ...common, key: 'crc_to_arr', definition: 'crc-to-arr', unit: 'ratio', value: share, reason }),
  ];
}

function costPer(cost: number | null, customers: number, unset: string, nobody: string): Value {
  if (cost === null) return { value: null, reason: unset };
  if (customers === 0) return { value: null, reason: nobody };
  return { value: roundToMinor(rational(cost, customers)), reason: '' };
}

async function realisedMetric(ctx: Ctx, { company, time }: HeadlineFacts): Promise<Metric> {
  const base = {
    key: 'ltv_realised',
    definition: 'ltv-realised',
    unit: 'minor',
    currency: company.currency,
    at: time.on,
  } as const;
  const paid = await realisedValue(ctx, { company, marginBps: company.marginBps ?? 0, before: time.before });
  if (paid.accounts === 0) return metric({ ...base, value: null, n: 0, reason: 'no_invoices' });
  if (company.marginBps === null) return metric({ ...base, value: null, n: paid.accounts, reason: 'margin_not_set' });
  return metric({ ...base, value: roundToMinor(rational(paid.marginMinor, paid.accounts)), n: paid.accounts });
}
