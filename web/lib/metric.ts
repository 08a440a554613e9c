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
  return numberText(value, unit === 'count' ? 0 : Math.abs(value) < 10 ? 2 : 1);
}

/** Of an estimate: between what the truth lies, and how surely. */
export function intervalText(metric: Metric, short = false): { low: string; high: string; sure: string } | undefined {
  const { interval } = metric;
  if (!interval) return undefined;
  const [low, high] = [interval.low, interval.high].map((value) => metricText({ ...metric, value }, short) ?? '');
  return { low: low ?? '', high: high ?? '', sure: percentText(interval.confidence, 0) };
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

export type Change = {
  /** `share`: relative to before; `points`: the difference of two shares; `plain`: of two scores. */
  kind: 'share' | 'points' | 'plain';
  text: string;
  /** The size of the difference as shown, for the plural of its unit. */
  count: number;
  tone: 'good' | 'bad' | undefined;
};

/** The difference to another reading of the same metric; undefined when one has no value. */
export function changeOf(metric: Metric, previous: Metric): Change | undefined {
  if (metric.value === null || previous.value === null) return undefined;
  const difference = metric.value - previous.value;
  const relative = metric.unit === 'minor' || metric.unit === 'count';
  if (relative && previous.value === 0) return undefined;
  const kind = relative ? 'share' : metric.unit === 'ratio' && metric.key !== 'ltv_cac' ? 'points' : 'plain';
  const size = relative ? difference / previous.value : difference;
  const digits = kind === 'plain' && Math.abs(metric.value) < 10 ? 2 : 1;
  const shown = Math.abs(kind === 'plain' ? size : size * 100).toFixed(digits);
  const none = Number(shown) === 0;
  const sign = none ? '±' : size > 0 ? '+' : '-';
  const text = kind === 'share' ? percentText(Math.abs(size)) : numberText(Number(shown), digits);
  const tone = none ? undefined : size > 0 !== LOSSES.has(metric.key) ? 'good' : 'bad';
  return { kind, text: sign + text, count: Number(shown), tone };
}
