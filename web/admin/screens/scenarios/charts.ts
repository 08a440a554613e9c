import type { OfferResult } from '../../../../src/advocacy/scenarios/model.ts';
import { axisMoneyText, moneyText } from '../../../lib/format.ts';
import type { ChartColours } from '../../../ui/chart.tsx';

const label = (colours: ChartColours) => ({ color: colours.quiet, fontSize: 11 });

/** Runs by their net; those that lose are of another colour, and lie left of 0. */
export function distributionChart({ histogram }: OfferResult, currency: string, colours: ChartColours) {
  return {
    grid: { left: 48, right: 16, top: 12, bottom: 32 },
    tooltip: { trigger: 'axis' as const },
    xAxis: {
      type: 'category' as const,
      data: histogram.map(({ from, to }) => axisMoneyText((from + to) / 2, currency)),
      axisLabel: { ...label(colours), interval: Math.max(0, Math.ceil(histogram.length / 5) - 1) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      axisLabel: label(colours),
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar' as const,
        barCategoryGap: '8%',
        data: histogram.map(({ from, to, runs }) => ({
          value: runs,
          itemStyle: { color: from + to < 0 ? colours.bad : colours.good },
        })),
      },
    ],
  };
}

const MOST_BARS = 8;

/** What moves the net: each assumption from its P10 to its P90, around what is expected. */
export function tornadoChart(
  { tornado, expected }: OfferResult,
  { currency, nameOf, colours }: { currency: string; nameOf: (key: string) => string; colours: ChartColours },
) {
  const bars = tornado.slice(0, MOST_BARS);
  const money = (value: number) => axisMoneyText(value + expected.net, currency);
  const side = (name: string, color: string, values: number[]) => ({
    type: 'bar' as const,
    name,
    barGap: '-100%',
    itemStyle: { color },
    data: values.map((value) => value - expected.net),
  });
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 28, containLabel: true },
    tooltip: {
      trigger: 'axis' as const,
      valueFormatter: (value: unknown) => moneyText(Math.round(Number(value) + expected.net), currency),
    },
    xAxis: {
      type: 'value' as const,
      axisLabel: { ...label(colours), formatter: money, hideOverlap: true },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: bars.map(({ key }) => nameOf(key)),
      axisLabel: { color: colours.text, fontSize: 12, lineHeight: 14, width: 120, overflow: 'break' as const },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    series: [
      side(
        'P10',
        colours.warn,
        bars.map(({ net_at_low }) => net_at_low),
      ),
      side(
        'P90',
        colours.accent,
        bars.map(({ net_at_high }) => net_at_high),
      ),
    ],
  };
}
