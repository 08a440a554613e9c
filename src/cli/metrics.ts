import { InvalidArgumentError } from 'commander';
import { formatMoney } from '../kernel/money.ts';
import { formatPercent } from '../kernel/percent.ts';
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
    .option('--at <date>', 'the day at whose end the numbers hold (YYYY-MM-DD); default: the last day with data', asDay)
    .option('--json', 'print one JSON document')
    .action(showMetrics);
};

/** @throws InvalidArgumentError, which is wrong usage */
function asDay(text: string): string {
  if (isIsoDate(text)) return text;
  throw new InvalidArgumentError('It must be a date like 2024-12-31.');
}

async function showMetrics(options: { at?: string; json?: boolean }): Promise<void> {
  await withProduct(async (product) => {
    const result = await headlineMetrics(product.systemCtx('goodword metrics'), options.at);
    if (options.json) printJson(result);
    else process.stdout.write(metricsTable(result));
  });
}

const SUFFIX: Partial<Record<Metric['unit'], string>> = { months: 'months', years: 'years', hours: 'h' };

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const MULTIPLE = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function formatValue({ key, unit, currency }: Metric, value: number | null): string {
  if (value === null) return '–';
  if (unit === 'minor' && currency) return formatMoney(value, currency);
  if (unit === 'ratio') return key === 'ltv_cac' ? MULTIPLE.format(value) : formatPercent(value, { exactly: 2 });
  return `${NUMBER.format(value)}${SUFFIX[unit] ? ` ${SUFFIX[unit]}` : ''}`;
}

/** "80% from €1.00 to €2.00", of estimates. */
function formatInterval(metric: Metric): string | undefined {
  if (!metric.interval) return undefined;
  const { low, high, confidence } = metric.interval;
  return `${formatPercent(confidence)} from ${formatValue(metric, low)} to ${formatValue(metric, high)}.`;
}

/** One line a number: name, value, n, and beside it why it is missing or what it could not use. */
export function metricsTable(result: HeadlineMetrics): string {
  const lines = result.metrics.map((metric) => {
    const name = say(`metrics:labels.${metric.key}`).padEnd(26);
    const n = metric.n === null ? '' : `n=${NUMBER.format(metric.n)}`;
    const words = metric.unavailable_reason ?? [formatInterval(metric), metric.note].filter(Boolean).join(' ');
    return `${name}${formatValue(metric, metric.value).padStart(22)}  ${n.padEnd(9)}${words}`;
  });
  return `Data until ${result.at}\n\n${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
