import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { axisMoneyText, moneyText, monthText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Money } from '../../../ui/money.tsx';
import { Count } from '../../../ui/numbers.tsx';
import type { OverviewData } from './overview.tsx';

type Props = { trend: OverviewData['trend']; currency: string };

/** MRR at each month's end. */
export function MrrTrend({ trend, currency }: Props) {
  const { t } = useTranslation('screens-overview');
  const option = useMemo(() => (colours: ChartColours) => lineOption(trend, currency, colours), [trend, currency]);
  const last = trend.at(-1);
  const first = trend[0];
  if (first && trend.length === 1)
    return <p>{t('trend.one', { month: monthText(first.month), mrr: moneyText(first.mrr_minor, currency) })}</p>;
  return (
    <Chart
      summary={t('trend.summary', {
        from: first && monthText(first.month),
        start: first && moneyText(first.mrr_minor, currency),
        to: last && monthText(last.month),
        end: last && moneyText(last.mrr_minor, currency),
      })}
      option={option}
      columns={[
        { title: t('trend.month') },
        { title: t('trend.mrr'), end: true },
        { title: t('trend.paying'), end: true },
      ]}
      rows={[...trend]
        .reverse()
        .map((point) => [
          monthText(point.month),
          <Money key="mrr" minor={point.mrr_minor} currency={currency} />,
          <Count key="paying" value={point.paying_accounts} />,
        ])}
    />
  );
}

function lineOption(trend: OverviewData['trend'], currency: string, colours: ChartColours) {
  const axisLabel = { color: colours.quiet, fontSize: 11 };
  return {
    grid: { left: 56, right: 16, top: 12, bottom: 28 },
    tooltip: {
      trigger: 'axis' as const,
      valueFormatter: (value: unknown) => moneyText(Number(value), currency),
    },
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: trend.map(({ month }) => monthText(month)),
      axisLabel,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      axisLabel: { ...axisLabel, formatter: (value: number) => axisMoneyText(value, currency) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line' as const,
        data: trend.map(({ mrr_minor }) => mrr_minor),
        showSymbol: false,
        lineStyle: { color: colours.accent, width: 2 },
        itemStyle: { color: colours.accent },
        areaStyle: { color: colours.accentSoft, opacity: 0.5 },
      },
    ],
  };
}
