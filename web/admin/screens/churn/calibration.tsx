import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { percentText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Count, Percent } from '../../../ui/numbers.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Quality } from './model.tsx';

type Bin = Quality['calibration'][number];

/** What was said against what came: points on the diagonal are risks that can be taken at their word. */
export function Calibration({ quality }: { quality: Quality }) {
  const { t } = useTranslation('screens-churn');
  const option = useMemo(() => (colours: ChartColours) => chartOf(quality.calibration, colours, t), [quality, t]);
  const told = quality.calibration.map(
    ({ mean_risk, rate }) => `${percentText(mean_risk, 0)} → ${percentText(rate, 0)}`,
  );
  return (
    <Section title={t('model.calibration')} note={t('model.calibrationNote')}>
      <Chart
        summary={t('model.calibrationSummary', { bins: told.join(', ') })}
        option={option}
        height={280}
        columns={[
          { title: t('model.tenth') },
          { title: t('model.said'), end: true },
          { title: t('model.came'), end: true },
          { title: t('model.range'), end: true },
          { title: t('model.count'), end: true },
        ]}
        rows={quality.calibration.map((bin, index) => [
          String(index + 1),
          <Percent key="said" value={bin.mean_risk} />,
          <Percent key="came" value={bin.rate} />,
          `${percentText(bin.low)} – ${percentText(bin.high)}`,
          <Count key="n" value={bin.n} />,
        ])}
      />
    </Section>
  );
}

function chartOf(bins: Bin[], colours: ChartColours, t: (key: string) => string) {
  const highest = Math.max(0.1, ...bins.flatMap(({ mean_risk, high }) => [mean_risk, high]));
  const most = Math.min(1, Math.ceil(highest * 10) / 10);
  const axis = (name: string) => ({
    type: 'value' as const,
    min: 0,
    max: most,
    name,
    nameLocation: 'middle' as const,
    nameGap: 30,
    nameTextStyle: { color: colours.quiet, fontSize: 12 },
    axisLabel: { color: colours.quiet, fontSize: 11, formatter: (value: number) => percentText(value, 0) },
    splitLine: { lineStyle: { color: colours.line } },
  });
  const plain = { symbol: 'none', silent: true, type: 'line' as const };
  return {
    grid: { left: 56, right: 24, top: 12, bottom: 48 },
    xAxis: axis(t('model.said')),
    yAxis: { ...axis(t('model.came')), nameGap: 40 },
    series: [
      {
        ...plain,
        data: [
          [0, 0],
          [most, most],
        ],
        lineStyle: { color: colours.quiet, type: 'dashed' as const, width: 1 },
      },
      ...bins.map(({ mean_risk, low, high }) => ({
        ...plain,
        data: [
          [mean_risk, low],
          [mean_risk, high],
        ],
        lineStyle: { color: colours.quiet, width: 2 },
      })),
      {
        type: 'line' as const,
        silent: true,
        symbol: 'circle',
        symbolSize: 8,
        data: bins.map(({ mean_risk, rate }) => [mean_risk, rate]),
        lineStyle: { color: colours.text, width: 1.5 },
        itemStyle: { color: colours.text },
      },
    ],
  };
}
