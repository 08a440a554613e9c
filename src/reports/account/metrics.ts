import type { Ctx } from '../../platform/ctx.ts';
import type { CompanyFacts } from '../company.ts';
import type { DataTime } from '../data-time.ts';
import { realisedValue } from '../lifetime-value.ts';
import { type Metric, metric, ratio } from '../metric.ts';
import { mrrOn } from '../mrr.ts';
import { netPromoterScore, npsOf } from '../net-promoter-score.ts';
import { retentionCostOf } from '../retention-cost.ts';

type Input = { company: CompanyFacts; time: DataTime; accountId: string; mrrMinor: number };

/** What is this account worth, what does keeping it cost, and what do its people say? */
export async function accountMetrics(ctx: Ctx, input: Input): Promise<Metric[]> {
  const { company, time, mrrMinor } = input;
  const money = { unit: 'minor', currency: company.currency, at: time.on, n: null } as const;
  const cost = await costOf(ctx, input);
  const nps = await netPromoterScore(ctx, time, input.accountId);
  return [
    metric({ ...money, key: 'mrr', definition: 'mrr', value: mrrMinor }),
    metric({ ...money, key: 'arr', definition: 'arr', value: 12 * mrrMinor }),
    await realised(ctx, input),
    metric({ ...money, key: 'crc_account', definition: 'crc-account', value: cost, reason: 'success_cost_not_set' }),
    metric({
      key: 'crc_to_arr',
      definition: 'crc-to-arr',
      unit: 'ratio',
      at: time.on,
      n: null,
      value: cost === null ? null : ratio(cost, 12 * mrrMinor),
      reason: cost === null ? 'success_cost_not_set' : 'no_mrr',
      params: { day: time.on },
    }),
    metric({
      key: 'nps',
      definition: 'nps',
      unit: 'score',
      at: time.on,
      n: nps.answers,
      value: npsOf(nps),
      reason: 'no_answers',
    }),
  ];
}

async function costOf(ctx: Ctx, { company, time, accountId }: Input): Promise<number | null> {
  if (company.successCostYearMinor === null && company.successHourlyCostMinor === null) return null;
  const customers = (await mrrOn(ctx, company, time.on)).payingAccounts;
  return (await retentionCostOf(ctx, { company, on: time.on, accountId, customers })).totalMinor;
}

async function realised(ctx: Ctx, { company, time, accountId }: Input): Promise<Metric> {
  const { marginBps } = company;
  const paid = await realisedValue(ctx, { company, marginBps: marginBps ?? 0, before: time.before, accountId });
  const reason = paid.accounts === 0 ? 'no_invoices' : 'margin_not_set';
  return metric({
    key: 'ltv_realised',
    definition: 'ltv-realised',
    unit: 'minor',
    currency: company.currency,
    at: time.on,
    n: null,
    value: paid.accounts === 0 || marginBps === null ? null : paid.marginMinor,
    reason,
  });
}
