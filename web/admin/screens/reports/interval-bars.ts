import type { ChartColours } from '../../../ui/chart.tsx';

export type IntervalBar = { name: string; value: number; low: number; high: number; tone?: 'accent' | 'good' | 'bad' };
type Options = { bars: IntervalBar[]; axis(value: number): string; mark?: { at: number; name: string } };

const STEPS = 5;

/** Horizontal zero-based bars, on each a thin line from the low to the high end of its interval. */
export function intervalBars({ bars, axis, mark }: Options, colours: ChartColours) {
  const step = roundStep(Math.max(...bars.map(({ value, high }) => Math.max(value, high)), 0) / STEPS);
  const line = { silent: true, symbol: 'none', label: { show: false } };
  const whisker = { color: colours.text, opacity: 0.6, width: 3, type: 'solid' as const };
  return {
    grid: { left: 124, right: 32, top: mark ? 24 : 8, bottom: 28 },
    xAxis: {
      type: 'value' as const,
      min: 0,
      max: step * STEPS,
      interval: step,
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
        barGap: '-100%',
        markLine: {
          ...line,
          lineStyle: whisker,
          data: bars.map(({ low, high }, at): [object, object] => [{ coord: [low, at] }, { coord: [high, at] }]),
        },
      },
      {
        type: 'bar' as const,
        data: [],
        barGap: '-100%',
        markLine: mark && {
          ...line,
          lineStyle: { color: colours.text, type: 'dashed' as const },
          label: { show: true, position: 'start' as const, formatter: mark.name, color: colours.quiet, fontSize: 11 },
          data: [{ xAxis: mark.at }],
        },
      },
    ],
  };
}

/** The next round number: 1.2, 15, 400, … */
function roundStep(least: number): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= least * 0.9999) ?? 10;
  return factor * power;
}
