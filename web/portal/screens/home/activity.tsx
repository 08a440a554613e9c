import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format.ts';
import { Chart } from '../../../ui/chart.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { useActivity } from '../../portal-queries.ts';

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
      option={(colours) => ({
        grid: { left: 32, right: 8, top: 28, bottom: 24 },
        legend: {
          top: 0,
          right: 0,
          textStyle: { color: colours.quiet },
          icon: 'roundRect',
          itemWidth: 10,
          itemHeight: 10,
        },
        tooltip: { trigger: 'axis' },
        xAxis: {
          type: 'category',
          data: days.map((day) => dateText(day.on)),
          axisLabel: { color: colours.quiet, hideOverlap: true },
          axisLine: { lineStyle: { color: colours.line } },
          axisTick: { show: false },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          axisLabel: { color: colours.quiet },
          splitLine: { lineStyle: { color: colours.line } },
        },
        series: [
          {
            type: 'bar',
            name: t('activity.clicks'),
            data: days.map((day) => day.clicks),
            color: colours.accent,
            barMaxWidth: 18,
          },
          {
            type: 'bar',
            name: t('activity.signups'),
            data: days.map((day) => day.signups),
            color: colours.good,
            barMaxWidth: 18,
          },
        ],
      })}
    />
  );
}
