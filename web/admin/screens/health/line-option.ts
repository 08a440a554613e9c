import { percentText } from '../../../lib/format.ts';
import type { ChartColours } from '../../../ui/chart.tsx';
import type { ChartOption } from '../../../ui/chart-engine.tsx';

type Curve = { points: { x: number; y: number }[]; xName: string; yName: string };

/** A curve of shares against the diagonal of chance. */
export function curveOption({ points, xName, yName }: Curve, colours: ChartColours): ChartOption {
  const axis = {
    type: 'value' as const,
    min: 0,
    max: 1,
    interval: 0.25,
    axisLabel: { color: colours.quiet, fontSize: 11, formatter: (value: number) => percentText(value, 0) },
    splitLine: { lineStyle: { color: colours.line } },
    nameTextStyle: { color: colours.quiet, fontSize: 11 },
  };
  const base = { type: 'line' as const, showSymbol: false, silent: true };
  return {
    grid: { left: 48, right: 24, top: 28, bottom: 44 },
    xAxis: { ...axis, name: xName, nameLocation: 'middle', nameGap: 28 },
    yAxis: { ...axis, name: yName, nameTextStyle: { ...axis.nameTextStyle, align: 'left' } },
    series: [
      {
        ...base,
        data: [
          [0, 0],
          [1, 1],
        ],
        lineStyle: { color: colours.calm, type: 'dashed', width: 1.5 },
      },
      { ...base, data: points.map(({ x, y }) => [x, y]), lineStyle: { color: colours.accent, width: 2.5 } },
    ],
  };
}

type Month = { name: string; auc: number | null; low: number | null; high: number | null };

/** The AUC month by month between the ends of its interval; one half is a coin. */
export function monthsOption(months: Month[], coin: string, colours: ChartColours): ChartOption {
  const line = (data: (number | null)[], style: object) => ({
    type: 'line' as const,
    data,
    showSymbol: months.length < 3,
    connectNulls: true,
    silent: true,
    symbolSize: 6,
    itemStyle: { color: colours.accent },
    lineStyle: style,
  });
  const label = { color: colours.quiet, fontSize: 11 };
  return {
    grid: { left: 40, right: 24, top: 16, bottom: 28 },
    xAxis: { type: 'category', data: months.map(({ name }) => name), axisLabel: { ...label, hideOverlap: true } },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: label,
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      line(
        months.map(({ low }) => low),
        { color: colours.calm, width: 1 },
      ),
      line(
        months.map(({ high }) => high),
        { color: colours.calm, width: 1 },
      ),
      {
        ...line(
          months.map(({ auc }) => auc),
          { color: colours.accent, width: 2.5 },
        ),
        markLine: {
          silent: true,
          symbol: 'none',
          data: [{ yAxis: 0.5 }],
          lineStyle: { color: colours.text, type: 'dashed' },
          label: { formatter: coin, color: colours.quiet, fontSize: 11, position: 'insideStartTop' },
        },
      },
    ],
  };
}
