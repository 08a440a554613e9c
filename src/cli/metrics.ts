import { invalidField } from '../kernel/errors.ts';
import { formatMajor } from '../kernel/money.ts';
import { isIsoDate } from '../kernel/time.ts';
import { say } from '../platform/locale.ts';
import { type HeadlineMetrics, headlineMetrics } from '../reports/headline-metrics.ts';
import type { Metric } from '../reports/metric.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

/** `goodword metrics`: every headline number at a date, with its n, or why there is none. */
export const addMetrics: AddCommand = (program) => {
  program
    .command('metrics')
    .description('show MRR, retention, lifetime value, satisfaction, usage and friction')
    .option('--at <date>', 'the day at whose end the numbers hold (YYYY-MM-DD); default: the last day with data')
    .option('--json', 'print one JSON document')
    .action(showMetrics);
};

async function showMetrics(options: { at?: string; json?: boolean }): Promise<void> {
  if (options.at && !isIsoDate(options.at)) {
    throw invalidField('--at', `"${options.at}" is not a date.`, 'Write it like 2024-12-31.');
  }
  await withProduct(async (product) => {
    const result = await headlineMetrics(product.systemCtx('goodword metrics'), options.at);
    if (options.json) printJson(result);
    else process.stdout.write(metricsTable(result));
  });
}

const SUFFIX: Partial<Record<Metric['unit'], string>> = { months: 'months', years: 'years', hours: 'h' };

function formatValue(metric: Metric): string {
  const { value, unit, currency } = metric;
  if (value === null) return '–';
  if (unit === 'minor' && currency) return `${formatMajor(value, currency)} ${currency}`;
  if (unit === 'ratio') return metric.key === 'ltv_cac' ? value.toFixed(2) : `${(value * 100).toFixed(2)} %`;
  const suffix = SUFFIX[unit] ? ` ${SUFFIX[unit]}` : '';
  return `${Number.isInteger(value) ? value : value.toFixed(3)}${suffix}`;
}

/** One line a number: name, value, n, and beside it why it is missing or what it could not use. */
export function metricsTable(result: HeadlineMetrics): string {
  const lines = result.metrics.map((metric) => {
    const name = say(`metrics:labels.${metric.key}`).padEnd(26);
    const n = metric.n === null ? '' : `n=${metric.n}`;
    return `${name}${formatValue(metric).padStart(22)}  ${n.padEnd(9)}${metric.unavailable_reason ?? metric.note ?? ''}`;
  });
  return `Data until ${result.at}\n\n${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
