import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText, percentText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Count, Percent } from '../../../ui/numbers.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { BacktestResult } from './backtest.tsx';

type Band = BacktestResult['bands'][number];

/** Observed churn by band with its interval: a believable score falls from red to green. */
export function ChurnByBand({ result }: { result: BacktestResult }) {
  const { t } = useTranslation('screens-health');
  const option = useMemo(() => {
    const names = result.bands.map(({ band, rate }) => `${t(`common:states.${band}`)}  ${percentText(rate ?? 0)}`);
    return (colours: ChartColours) => bandOption(result.bands, names, colours);
  }, [result.bands, t]);
  const told = result.bands
    .filter(({ rate }) => rate !== null)
    .map(({ band, rate, n }) => `${t(`common:states.${band}`)} ${percentText(rate ?? 0)} (n ${numberText(n)})`);
  return (
    <Chart
      summary={t('backtest.bandSummary', { bands: told.join(', ') })}
      option={option}
      height={190}
      columns={[
        { title: t('backtest.band') },
        { title: t('backtest.rate'), end: true },
        { title: t('backtest.range'), end: true },
        { title: t('backtest.n'), end: true },
        { title: t('backtest.left'), end: true },
      ]}
      rows={result.bands.map((band) => [
        <StateBadge key="band" state={band.band} />,
        <Percent key="rate" value={band.rate} />,
        band.low === null || band.high === null ? '—' : `${percentText(band.low)} – ${percentText(band.high)}`,
        <Count key="n" value={band.n} />,
        <Count key="left" value={band.churned} />,
      ])}
    />
  );
}

/** Horizontal bars with a thin interval: an invisible base carries the whisker. */
function bandOption(bands: Band[], names: string[], colours: ChartColours) {
  const tones = { green: colours.good, amber: colours.warn, red: colours.bad };
  const axisLabel = { color: colours.quiet, fontSize: 12 };
  return {
    grid: { left: 124, right: 24, top: 8, bottom: 28 },
    xAxis: {
      type: 'value' as const,
      min: 0,
      axisLabel: { ...axisLabel, fontSize: 11, formatter: (value: number) => percentText(value, 0) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: names,
      axisLabel,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar' as const,
        data: bands.map(({ band, rate }) => ({ value: rate ?? 0, itemStyle: { color: tones[band] } })),
        barMaxWidth: 22,
      },
      {
        type: 'bar' as const,
        stack: 'interval',
        silent: true,
        data: bands.map(({ low }) => low ?? 0),
        itemStyle: { color: 'transparent' },
        barWidth: 3,
        barGap: '-60%',
      },
      {
        type: 'bar' as const,
        stack: 'interval',
        silent: true,
        data: bands.map(({ low, high }) => (high ?? 0) - (low ?? 0)),
        itemStyle: { color: colours.text, opacity: 0.55, borderRadius: 2 },
        barWidth: 3,
      },
    ],
  };
}
