import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { axisMoneyText, dateText, moneyText, monthText, shortMoneyText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { DefinitionLink } from './definition-link.tsx';
import { NothingYet } from './nothing-yet.tsx';
import type { Say } from './say.ts';

type Movements = Got<'/v1/reports/mrr-movements'>;
type Month = Movements['items'][number];

const KINDS = ['new', 'expansion', 'reactivation', 'contraction', 'churn'] as const;
const SHOWN_MONTHS = 18;

/** Why did recurring revenue change? */
export default function Revenue() {
  const { t } = useTranslation('screens-reports');
  const movements = useQuery({
    queryKey: ['mrr-movements'],
    queryFn: () => ask(api.GET('/v1/reports/mrr-movements')),
  });
  return (
    <QueryView query={movements}>
      {(data) => (
        <>
          <PageHeader title={t('revenue.title')} answer={answerOf(data, t)} />
          {data.items.length === 0 ? <NothingYet of="revenue" /> : <Answer data={data} />}
        </>
      )}
    </QueryView>
  );
}

/** The last month that is over, in one sentence. */
function answerOf({ items, currency, through }: Movements, t: Say) {
  const isOver = ({ month }: Month) => month < through.slice(0, 7) || isLastDay(through);
  const last = items.findLast(isOver);
  if (!last) return undefined;
  const { amounts } = last;
  const money = (minor: number) => shortMoneyText(minor, currency);
  const change = last.end_minor - last.start_minor;
  return t(change >= 0 ? 'revenue.grew' : 'revenue.shrank', {
    month: monthText(last.month),
    change: money(Math.abs(change)),
    end: money(last.end_minor),
    won: money(amounts.new + amounts.reactivation),
    grown: money(amounts.expansion),
    lost: money(-(amounts.churn + amounts.contraction)),
  });
}

function isLastDay(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

function Answer({ data }: { data: Movements }) {
  const { t } = useTranslation('screens-reports');
  const months = data.items.slice(-SHOWN_MONTHS);
  const { currency } = data;
  const option = useMemo(() => {
    const names = KINDS.map((kind) => t(`revenue.${kind}`));
    return (colours: ChartColours) => barsOption(data.items.slice(-SHOWN_MONTHS), names, { currency, colours });
  }, [data.items, currency, t]);
  const net = months.reduce((sum, one) => sum + one.end_minor - one.start_minor, 0);
  return (
    <Section title={t('revenue.chart')} note={t('revenue.note', { day: dateText(data.through) })}>
      <Chart
        summary={t('revenue.summary', { count: months.length, net: moneyText(net, currency) })}
        option={option}
        height={320}
        columns={[
          { title: t('revenue.month') },
          { title: t('revenue.start'), end: true },
          ...KINDS.map((kind) => ({ title: t(`revenue.${kind}`), end: true })),
          { title: t('revenue.end'), end: true },
        ]}
        rows={[...months]
          .reverse()
          .map((one) => [
            monthText(one.month),
            <Money key="start" minor={one.start_minor} currency={currency} />,
            ...KINDS.map((kind) => <Money key={kind} minor={one.amounts[kind]} currency={currency} />),
            <Money key="end" minor={one.end_minor} currency={currency} />,
          ])}
      />
      <DefinitionLink slug="mrr-movements" />
    </Section>
  );
}

/** Gains stand on the line of no change, losses hang below it. */
function barsOption(months: Month[], names: string[], look: { currency: string; colours: ChartColours }) {
  const { currency, colours } = look;
  const tones = [colours.accent, colours.good, colours.calm, colours.warn, colours.bad];
  const all = KINDS.map((kind, at) => ({ kind, name: names[at], tone: tones[at] }));
  const shown = all.filter(({ kind }) => months.some(({ amounts }) => amounts[kind] !== 0));
  const axisLabel = { color: colours.quiet, fontSize: 11, hideOverlap: true };
  return {
    grid: { left: 60, right: 16, top: 52, bottom: 28 },
    legend: { top: 0, textStyle: { color: colours.quiet, fontSize: 12 }, itemWidth: 12, itemHeight: 12 },
    tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => moneyText(Number(value), currency) },
    xAxis: {
      type: 'category' as const,
      data: months.map(({ month }) => monthText(month)),
      axisLabel,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value' as const,
      axisLabel: { ...axisLabel, formatter: (value: number) => axisMoneyText(value, currency) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: shown.map(({ kind, name, tone }) => ({
      type: 'bar' as const,
      name,
      stack: 'movement',
      barMaxWidth: 28,
      data: months.map(({ amounts }) => amounts[kind]),
      itemStyle: { color: tone },
    })),
  };
}
