import type { ChartColours } from '../../../ui/chart.tsx';

export type IntervalBar = { name: string; value: number; low: number; high: number; tone?: 'accent' | 'good' | 'bad' };
type Options = { bars: IntervalBar[]; axis(value: number): string; mark?: { at: number; name: string } };

/** Horizontal bars with a thin interval, zero-based: an invisible base carries the whisker. */
export function intervalBars({ bars, axis, mark }: Options, colours: ChartColours) {
  const whisker = { type: 'bar' as const, stack: 'interval', silent: true, barWidth: 3 };
  const line = mark && {
    silent: true,
    symbol: 'none',
    label: { formatter: mark.name, color: colours.quiet, fontSize: 11 },
    lineStyle: { color: colours.text, type: 'dashed' as const },
    data: [{ xAxis: mark.at }],
  };
  return {
    grid: { left: 124, right: 32, top: mark ? 24 : 8, bottom: 28 },
    xAxis: {
      type: 'value' as const,
      min: 0,
      splitNumber: 4,
      axisLabel: { color: colours.quiet, fontSize: 11, hideOverlap: true, formatter: axis },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { color: colours.quiet, fontSize: 12, width: 112, overflow: 'truncate' as const },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar' as const,
        data: bars.map(({ value, tone = 'accent' }) => ({ value, itemStyle: { color: colours[tone] } })),
        barMaxWidth: 22,
        markLine: line,
      },
      { ...whisker, data: bars.map(({ low }) => low), itemStyle: { color: 'transparent' }, barGap: '-60%' },
      {
        ...whisker,
        data: bars.map(({ low, high }) => high - low),
        itemStyle: { color: colours.text, opacity: 0.55, borderRadius: 2 },
      },
    ],
  };
}
