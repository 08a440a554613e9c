import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { everyDay } from '../../../lib/days.ts';
import { dateText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { useActivity } from '../../portal-queries.ts';

const SHOWN_DAYS = 90;
type Day = { on: string; clicks: number; signups: number };

export function Activity() {
  const { t } = useTranslation('screens-portal');
  const activity = useActivity();
  return (
    <Section title={t('activity.title')} note={t('activity.note')}>
      <QueryView query={activity}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('activity.empty')} text={t('activity.emptyText')} />
          ) : (
            <ActivityChart days={items} />
          )
        }
      </QueryView>
    </Section>
  );
}

function ActivityChart({ days }: { days: Day[] }) {
  const { t } = useTranslation('screens-portal');
  const sum = (key: 'clicks' | 'signups') => days.reduce((total, day) => total + day[key], 0);
  const shown = useMemo(() => everyDay(days, SHOWN_DAYS, (on) => ({ on, clicks: 0, signups: 0 })), [days]);
  const option = useMemo(() => (colours: ChartColours) => barOption(shown, colours, t), [shown, t]);
  return (
    <Chart
      summary={t('activity.summary', { count: sum('clicks'), signups: sum('signups') })}
      height={200}
      columns={[
        { title: t('activity.day') },
        { title: t('activity.clicks'), end: true },
        { title: t('activity.signups'), end: true },
      ]}
      rows={days.map((day) => [dateText(day.on), day.clicks, day.signups])}
      option={option}
    />
  );
}

function barOption(shown: Day[], colours: ChartColours, t: (key: string) => string) {
  return {
    grid: { left: 32, right: 8, top: 28, bottom: 24 },
    legend: {
      top: 0,
      right: 0,
      textStyle: { color: colours.quiet },
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
    },
    tooltip: { trigger: 'axis' as const },
    xAxis: {
      type: 'category' as const,
      data: shown.map((day) => dateText(day.on)),
      axisLabel: { color: colours.quiet, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: { color: colours.quiet },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar' as const,
        name: t('activity.clicks'),
        data: shown.map((day) => day.clicks),
        color: colours.accent,
        barMaxWidth: 18,
      },
      {
        type: 'bar' as const,
        name: t('activity.signups'),
        data: shown.map((day) => day.signups),
        color: colours.good,
        barMaxWidth: 18,
      },
    ],
  };
}
