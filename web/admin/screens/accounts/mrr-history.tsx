import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { axisMoneyText, moneyText, monthText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Money } from '../../../ui/money.tsx';
import type { Account360 } from './account.tsx';
import classes from './accounts.module.css';

export function MrrHistory({ data: { mrr_history: history, currency, account } }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  const option = useMemo(() => (colours: ChartColours) => stepOption(history, currency, colours), [history, currency]);
  const last = history.at(-1);
  if (!last) return <p className={classes.quiet}>{t('account.noMrr')}</p>;
  const month = monthText(last.month);
  if (history.length === 1)
    return <p>{t('account.oneMonth', { month, amount: moneyText(last.mrr_minor, currency) })}</p>;
  return (
    <Chart
      summary={t('account.mrrSummary', {
        name: account.name,
        amount: moneyText(last.mrr_minor, currency),
        month,
      })}
      option={option}
      height={200}
      columns={[
        { title: t('account.month') },
        { title: t('account.movement') },
        { title: t('account.change'), end: true },
        { title: t('accounts.columns.mrr'), end: true },
      ]}
      rows={[...history]
        .reverse()
        .map((point) => [
          monthText(point.month),
          point.movement ? t(`account.movements.${point.movement}`) : '—',
          <Money key="change" minor={point.change_minor} currency={currency} />,
          <Money key="mrr" minor={point.mrr_minor} currency={currency} />,
        ])}
    />
  );
}

function stepOption(history: Account360['mrr_history'], currency: string, colours: ChartColours) {
  const axisLabel = { color: colours.quiet, fontSize: 11 };
  return {
    grid: { left: 64, right: 16, top: 12, bottom: 28 },
    tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => moneyText(Number(value), currency) },
    xAxis: {
      type: 'category' as const,
      data: history.map(({ month }) => monthText(month)),
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
        step: 'middle' as const,
        data: history.map(({ mrr_minor }) => mrr_minor),
        showSymbol: false,
        lineStyle: { color: colours.accent, width: 2 },
        itemStyle: { color: colours.accent },
        areaStyle: { color: colours.accentSoft, opacity: 0.5 },
      },
    ],
  };
}
