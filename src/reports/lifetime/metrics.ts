import { say } from '../../platform/locale.ts';
import { CONFIDENCE, LEAST_STAYS, type Projection, type SurvivalCheck } from '../../success/lifetime/model.ts';
import type { CompanyFacts } from '../company.ts';
import { type Metric, metric } from '../metric.ts';

/** The projected LTV of a group as a metric: its interval and n, or why it is too early. */
export function projectedValue(company: CompanyFacts, at: string, projection: Projection): Metric {
  const base = {
    key: 'ltv_projected',
    definition: 'ltv-projected',
    unit: 'minor',
    currency: company.currency,
    at,
    n: projection.stays,
  } as const;
  if (projection.outcome === 'too_early') {
    return metric({ ...base, value: null, reason: projection.reason, params: { least: LEAST_STAYS } });
  }
  if (company.marginBps === null) return metric({ ...base, value: null, reason: 'margin_not_set' });
  const { value, low, high } = projection.valueMinor;
  const note = projection.check ? checkSentence(projection.check) : undefined;
  return metric({ ...base, value, interval: { low, high, confidence: CONFIDENCE }, note });
}

/** Years a new customer stays within the ten that are looked at. */
export function projectedYears(at: string, projection: Projection): Metric {
  const base = {
    key: 'lifetime_projected',
    definition: 'ltv-projected',
    unit: 'years',
    at,
    n: projection.stays,
  } as const;
  if (projection.outcome === 'too_early') {
    return metric({ ...base, value: null, reason: projection.reason, params: { least: LEAST_STAYS } });
  }
  const { value, low, high } = projection.years;
  return metric({ ...base, value, interval: { low, high, confidence: CONFIDENCE } });
}

function checkSentence({ months, observed, low, high, projected }: SurvivalCheck): string {
  const agrees = projected >= low && projected <= high;
  const share = (value: number) => Math.round(value * 100);
  const params = { count: months, observed: share(observed), projected: share(projected) };
  return say(`metrics:notes.${agrees ? 'survival_agrees' : 'survival_differs'}`, params);
}
