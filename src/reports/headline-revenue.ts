import { say } from '../platform/locale.ts';
import type { CompanyFacts } from './company.ts';
import { dayBefore, type HeadlineFacts } from './headline-facts.ts';
import type { LogoChurn } from './logo-churn.ts';
import { type Metric, metric, type Period, ratio } from './metric.ts';
import { MOVEMENTS } from './mrr-movements.ts';

export function sizeMetrics({ mrr, time, company }: HeadlineFacts): Metric[] {
  const at = time.on;
  const note = mrr.unpriced > 0 ? say('metrics:notes.unpriced', { count: mrr.unpriced }) : undefined;
  const amount = { unit: 'minor', currency: company.currency, at, n: mrr.subscriptions - mrr.trials, note } as const;
  const count = { unit: 'count', at } as const;
  return [
    metric({ ...amount, key: 'mrr', definition: 'mrr', value: mrr.mrrMinor }),
    metric({ ...amount, key: 'arr', definition: 'arr', value: 12 * mrr.mrrMinor }),
    metric({ ...count, key: 'paying_accounts', definition: 'paying-accounts', value: mrr.payingAccounts, n: null }),
    metric({ ...count, key: 'trials', definition: 'trials', value: mrr.trials, n: mrr.subscriptions }),
  ];
}

export function movementMetrics({ movement, month, company }: HeadlineFacts): Metric[] {
  const common = { definition: 'mrr-movements', unit: 'minor', currency: company.currency, period: month } as const;
  const change = movement ? movement.endMinor - movement.startMinor : null;
  return [
    ...MOVEMENTS.map((kind) =>
      metric({
        ...common,
        key: `mrr_${kind}`,
        value: movement?.amounts[kind] ?? null,
        n: movement?.accounts[kind] ?? null,
      }),
    ),
    metric({ ...common, key: 'mrr_change', value: change, n: movement?.payingAccounts ?? null }),
  ];
}

function churnRate(churn: LogoChurn, period: Period, company: CompanyFacts) {
  const onlyUndated = company.churnDefinition === 'flags' && churn.churned === 0 && churn.undated > 0;
  return {
    unit: 'ratio',
    definition: 'logo-churn-rate',
    period,
    n: churn.activeAtStart,
    value: onlyUndated ? null : ratio(churn.churned, churn.activeAtStart),
    reason: onlyUndated ? 'flags_without_date' : 'no_active_accounts_then',
    params: { day: dayBefore(period.from) },
    note: churn.undated > 0 ? say('metrics:notes.undated', { count: churn.undated }) : undefined,
  } as const;
}

export function retentionMetrics({
  monthChurn,
  yearChurn,
  month,
  year,
  movement,
  retention,
  company,
}: HeadlineFacts): Metric[] {
  const lost = movement ? -(movement.amounts.contraction + movement.amounts.churn) : 0;
  const cohort = { unit: 'ratio', period: year, n: retention.accounts, params: { day: retention.startOn } } as const;
  const reason = retention.accounts === 0 ? 'no_active_accounts_then' : 'no_mrr_then';
  return [
    metric({ ...churnRate(monthChurn, month, company), key: 'logo_churn_rate' }),
    metric({ ...churnRate(yearChurn, year, company), key: 'logo_churn_rate_year' }),
    metric({
      key: 'revenue_churn_rate',
      definition: 'revenue-churn',
      unit: 'ratio',
      period: month,
      n: movement ? movement.accounts.contraction + movement.accounts.churn : null,
      value: ratio(lost, movement?.startMinor ?? 0),
      reason: 'no_mrr_then',
      params: { day: dayBefore(month.from) },
    }),
    metric({
      ...cohort,
      key: 'grr',
      definition: 'grr',
      value: ratio(retention.keptMinor, retention.startMinor),
      reason,
    }),
    metric({
      ...cohort,
      key: 'nrr',
      definition: 'nrr',
      value: ratio(retention.endMinor, retention.startMinor),
      reason,
    }),
  ];
}
