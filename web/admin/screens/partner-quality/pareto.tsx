import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { axisMoneyText, percentText, shortMoneyText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Section } from '../../../ui/section.tsx';
import type { QualityReport } from './quality.tsx';

const MOST = 30;
type Item = QualityReport['pareto']['items'][number];

/** Which few partners bring most of the net contribution. */
export function Pareto({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  const { pareto, currency } = data;
  const shown = useMemo(() => pareto.items.slice(0, MOST), [pareto.items]);
  const option = useMemo(
    () => (colours: ChartColours) => paretoChart({ items: shown, currency, net: t('net'), share: t('share') }, colours),
    [shown, currency, t],
  );
  const money = (minor: number) => shortMoneyText(minor, currency);
  return (
    <Section title={t('pareto')} note={t('paretoNote')}>
      <p>{pareto.answer}</p>
      {shown.length > 1 && (
        <Chart
          summary={t('paretoSummary', {
            partners: shown.map(({ partner, net_minor }) => `${partner} ${money(net_minor)}`).join(', '),
          })}
          option={option}
          columns={[{ title: t('partner') }, { title: t('net'), end: true }, { title: t('share'), end: true }]}
          rows={shown.map(({ partner, net_minor, running_share }) => [
            partner,
            money(net_minor),
            running_share === null ? '—' : percentText(running_share, 0),
          ])}
        />
      )}
    </Section>
  );
}

type Options = { items: Item[]; currency: string; net: string; share: string };

/** Bars of net contribution, best first, and the running share as a line. */
function paretoChart({ items, currency, net, share }: Options, colours: ChartColours) {
  const label = { color: colours.quiet, fontSize: 11 };
  return {
    grid: { left: 72, right: 48, top: 16, bottom: 64 },
    tooltip: { trigger: 'axis' as const },
    xAxis: {
      type: 'category' as const,
      data: items.map(({ partner }) => partner),
      axisLabel: { ...label, width: 96, overflow: 'truncate' as const, interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: [
      {
        type: 'value' as const,
        axisLabel: { ...label, formatter: (minor: number) => axisMoneyText(minor, currency) },
        splitLine: { lineStyle: { color: colours.line } },
      },
      {
        type: 'value' as const,
        min: 0,
        max: 1,
        axisLabel: { ...label, formatter: (part: number) => percentText(part, 0) },
        splitLine: { show: false },
      },
    ],
    series: [
      {
        type: 'bar' as const,
        name: net,
        barMaxWidth: 48,
        data: items.map(({ net_minor }) => ({
          value: net_minor,
          itemStyle: { color: net_minor < 0 ? colours.bad : colours.accent },
        })),
        tooltip: { valueFormatter: (minor: unknown) => shortMoneyText(Number(minor), currency) },
      },
      {
        type: 'line' as const,
        name: share,
        yAxisIndex: 1,
        data: items.map(({ running_share }) => running_share),
        lineStyle: { color: colours.text, width: 1.5 },
        itemStyle: { color: colours.text },
        tooltip: { valueFormatter: (part: unknown) => (part === null ? '—' : percentText(Number(part), 0)) },
      },
    ],
  };
}
