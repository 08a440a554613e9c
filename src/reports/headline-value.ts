import { rational, roundToMinor } from '../kernel/money.ts';
import type { Ctx } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { customersWon } from './customers-won.ts';
import { dayBefore, type HeadlineFacts } from './headline-facts.ts';
import { observedTenure, realisedValue } from './lifetime-value.ts';
import { type Metric, metric, ratio } from './metric.ts';

/** Average ARR of a paying account, exact: 12 × MRR over accounts. */
function simpleValue({ mrr, yearChurn }: HeadlineFacts): { value: number | null; reason: string } {
  if (mrr.payingAccounts === 0) return { value: null, reason: 'no_mrr' };
  if (yearChurn.activeAtStart === 0) return { value: null, reason: 'no_active_accounts_then' };
  if (yearChurn.churned === 0) return { value: null, reason: 'nobody_churned' };
  const revenue = BigInt(mrr.mrrMinor) * 12n * BigInt(yearChurn.activeAtStart);
  const shares = BigInt(mrr.payingAccounts) * BigInt(yearChurn.churned);
  return { value: roundToMinor({ num: revenue, den: shares }), reason: '' };
}

export async function valueMetrics(ctx: Ctx, facts: HeadlineFacts): Promise<Metric[]> {
  const { company, time, year, yearChurn, mrr } = facts;
  const at = time.on;
  const money = { unit: 'minor', currency: company.currency, at } as const;
  const churned = { day: dayBefore(year.from), n: yearChurn.activeAtStart };
  const simple = simpleValue(facts);
  const lifetime = ratio(yearChurn.activeAtStart, yearChurn.churned);
  const tenure = await observedTenure(ctx, company, at);
  const won = await customersWon(ctx, at);
  const cac = costPer(company.acquisitionCostYearMinor, won, 'acquisition_cost_not_set', 'nobody_won');
  const crc = costPer(company.successCostYearMinor, mrr.payingAccounts, 'success_cost_not_set', 'no_mrr');
  const multiple = simple.value === null || !cac.value ? null : simple.value / cac.value;
  const guard = multiple !== null && multiple > company.ltvCacGuard ? 'crosses_guard' : 'below_guard';
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
      value: lifetime,
      n: yearChurn.activeAtStart,
      reason: yearChurn.activeAtStart === 0 ? 'no_active_accounts_then' : 'nobody_churned',
      params: churned,
    }),
    metric({
      ...money,
      ...simple,
      key: 'ltv_simple',
      definition: 'ltv-simple',
      n: mrr.payingAccounts,
      params: simple.reason === 'no_mrr' ? { day: at } : churned,
    }),
    await realisedMetric(ctx, facts),
    metric({ ...money, ...cac, key: 'cac', definition: 'cac', n: won, params: { day: at } }),
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
    metric({ ...money, ...crc, key: 'crc', definition: 'crc', n: mrr.payingAccounts, params: { day: at } }),
    metric({
      key: 'crc_to_arr',
      definition: 'crc-to-arr',
      unit: 'ratio',
      at,
      value: crc.value === null ? null : ratio(crc.value * mrr.payingAccounts, 12 * mrr.mrrMinor),
      n: mrr.payingAccounts,
      reason: crc.value === null ? crc.reason : 'no_mrr',
      params: { day: at },
    }),
  ];
}

function costPer(cost: number | null, customers: number, unset: string, nobody: string) {
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
