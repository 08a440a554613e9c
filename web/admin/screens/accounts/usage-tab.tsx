import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, numberText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Account360 } from './account.tsx';
import classes from './accounts.module.css';

export function UsageTab({ data: { usage } }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  const option = useMemo(() => (colours: ChartColours) => barOption(usage.days, colours), [usage.days]);
  const total = usage.days.reduce((sum, { events }) => sum + events, 0);
  const span = { from: dateText(usage.from), to: dateText(usage.to) };
  if (total === 0 && usage.features.length === 0)
    return (
      <Section title={t('account.usage')}>
        <p className={classes.quiet}>{t('account.noUsage')}</p>
      </Section>
    );
  return (
    <>
      <Section title={t('account.usage')} note={t('account.usageNote', span)}>
        <Chart
          summary={t('account.usageSummary', { ...span, count: total, total: numberText(total) })}
          option={option}
          height={200}
          columns={[
            { title: t('account.day') },
            { title: t('account.events'), end: true },
            { title: t('account.features'), end: true },
          ]}
          rows={[...usage.days]
            .reverse()
            .filter(({ events }) => events > 0)
            .map((day) => [
              dateText(day.on),
              <Count key="e" value={day.events} />,
              <Count key="f" value={day.features} />,
            ])}
        />
      </Section>
      <Section title={t('account.features')} flush>
        <PlainTable
          label={t('account.features')}
          columns={[
            { title: t('account.feature') },
            { title: t('account.events'), end: true },
            { title: t('account.activeDays'), end: true },
            { title: t('account.lastUsed'), end: true },
          ]}
          rows={usage.features.map((feature) => [
            feature.feature,
            <Count key="e" value={feature.events} />,
            <Count key="d" value={feature.active_days} />,
            <DateOnly key="l" on={feature.last_on} />,
          ])}
        />
      </Section>
    </>
  );
}

function barOption(days: Account360['usage']['days'], colours: ChartColours) {
  const axisLabel = { color: colours.quiet, fontSize: 11 };
  return {
    grid: { left: 48, right: 16, top: 12, bottom: 28 },
    tooltip: { trigger: 'axis' as const },
    xAxis: {
      type: 'category' as const,
      data: days.map(({ on }) => dateText(on)),
      axisLabel,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      minInterval: 1,
      axisLabel,
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar' as const,
        data: days.map(({ events }) => events),
        itemStyle: { color: colours.accent },
        barMaxWidth: 14,
      },
    ],
  };
}
