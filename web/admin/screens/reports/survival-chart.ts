import type { Got } from '../../../lib/api.ts';
import { percentText } from '../../../lib/format.ts';
import type { ChartColours } from '../../../ui/chart.tsx';

export type SurvivalGroup = Got<'/v1/reports/survival'>['groups'][number];
/** A curve of a group, or of everybody outside it. */
export type Drawn = Pick<SurvivalGroup, 'curve'>;

const TONES = ['accent', 'warn', 'good', 'bad', 'calm', 'text'] as const;
/** As many curves as can be told apart. */
export const MOST_CURVES = TONES.length;
const STEP = 'end' as const;

/** One stepped line a group with its band, by months since the first payment. */
export function survivalChart(groups: { name: string; group: Drawn }[], month: string, colours: ChartColours) {
  const last = Math.max(...groups.map(({ group }) => group.curve.length - 1), 1);
  const every = last > 24 ? 12 : last > 12 ? 6 : last > 6 ? 3 : 1;
  return {
    grid: { left: 48, right: 16, top: 40, bottom: 44 },
    legend: {
      type: 'scroll' as const,
      top: 0,
      left: 0,
      data: groups.map(({ name }) => name),
      textStyle: { color: colours.quiet, fontSize: 12 },
      pageTextStyle: { color: colours.quiet },
      pageIconColor: colours.quiet,
    },
    tooltip: { trigger: 'axis' as const, valueFormatter: (share: unknown) => percentText(Number(share), 0) },
    xAxis: {
      type: 'category' as const,
      boundaryGap: false,
      data: Array.from({ length: last + 1 }, (_, at) => at),
      name: month,
      nameLocation: 'middle' as const,
      nameGap: 28,
      nameTextStyle: { color: colours.quiet, fontSize: 12 },
      axisLabel: { color: colours.quiet, fontSize: 11, interval: (at: number) => at % every === 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      max: 1,
      axisLabel: { color: colours.quiet, fontSize: 11, formatter: (share: number) => percentText(share, 0) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: groups.flatMap(({ name, group }, at) => curveAndBand(name, group, at, colours)),
  };
}

function curveAndBand(name: string, { curve }: Drawn, at: number, colours: ChartColours) {
  const color = colours[TONES[at % TONES.length] ?? 'accent'];
  const hidden = {
    type: 'line' as const,
    step: STEP,
    stack: `band ${at}`,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    itemStyle: { color },
    tooltip: { show: false },
  };
  return [
    { ...hidden, data: curve.map(({ low }) => low) },
    { ...hidden, data: curve.map(({ low, high }) => high - low), areaStyle: { color, opacity: 0.12 } },
    {
      type: 'line' as const,
      name,
      step: STEP,
      symbol: 'none',
      data: curve.map(({ share }) => share),
      itemStyle: { color },
      lineStyle: { color, width: 2, type: at < 3 ? ('solid' as const) : ('dashed' as const) },
    },
  ];
}
