import type { Got } from './api.ts';
import { dateText, moneyText, monthText, numberText, percentText, shortMoneyText } from './format.ts';

export type Metric = Got<'/v1/metrics'>['metrics'][number];

/** A metric's value in words; undefined when there is none. */
export function metricText(metric: Metric, short = false): string | undefined {
  const { value, unit, currency } = metric;
  if (value === null) return undefined;
  if (unit === 'minor' && currency) return short ? shortMoneyText(value, currency) : moneyText(value, currency);
  if (unit === 'ratio') return metric.key === 'ltv_cac' ? numberText(value, 2) : percentText(value);
  if (unit === 'log_per_week') return percentText(Math.expm1(value));
  return numberText(value, unit === 'count' ? 0 : 1);
}

/** What a metric covers: a day, a month, or a span. */
export function periodText(metric: Metric): string | undefined {
  if (metric.at) return dateText(metric.at);
  if (!metric.period) return undefined;
  const { from, to } = metric.period;
  if (from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)) return monthText(from);
  return `${dateText(from)} – ${dateText(to)}`;
}

/** Lower is better for these. */
const LOSSES = new Set(['logo_churn_rate', 'logo_churn_rate_year', 'revenue_churn_rate', 'mrr_churn', 'cac', 'crc']);

export type Change = { text: string; tone: 'good' | 'bad' | undefined };

/** The difference to another reading of the same metric: relative for amounts and counts, points for shares and scores. */
export function changeOf(metric: Metric, previous: Metric): Change | undefined {
  if (metric.value === null || previous.value === null) return undefined;
  const difference = metric.value - previous.value;
  const relative = metric.unit === 'minor' || metric.unit === 'count';
  if (relative && previous.value === 0) return undefined;
  const size = relative ? difference / previous.value : difference;
  const share = relative || metric.unit === 'ratio';
  const sign = size > 0 ? '+' : size < 0 ? '−' : '±';
  const text = `${sign}${share ? percentText(Math.abs(size)) : numberText(Math.abs(size), 1)}`;
  if (Math.abs(size) < 0.0005) return { text, tone: undefined };
  return { text, tone: size > 0 !== LOSSES.has(metric.key) ? 'good' : 'bad' };
}
