import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { everyDay } from '../../../lib/days.ts';
import { dateText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { Section } from '../../../ui/section.tsx';
import type { PartnerPage } from './partner.tsx';
import classes from './partners.module.css';

const SHOWN_DAYS = 90;
type Days = PartnerPage['clicks_by_day'];

/** Clicks of people by day; robots and previews stand only in the table behind. */
export function Clicks({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  const days = useMemo(
    () => everyDay(partner.clicks_by_day, SHOWN_DAYS, (on) => ({ on, people: 0, others: 0 })),
    [partner.clicks_by_day],
  );
  const option = useMemo(() => (colours: ChartColours) => barOption(days, colours), [days]);
  const people = days.reduce((sum, day) => sum + day.people, 0);
  if (days.every((day) => day.people + day.others === 0))
    return (
      <Section title={t('partner.clicks.title')} note={t('partner.clicks.note')}>
        <p className={classes.quiet}>{t('partner.clicks.none')}</p>
      </Section>
    );
  return (
    <Section title={t('partner.clicks.title')} note={t('partner.clicks.note')}>
      <Chart
        height={180}
        summary={t('partner.clicks.summary', { count: people })}
        option={option}
        columns={[
          { title: t('partner.clicks.day') },
          { title: t('partner.clicks.people'), end: true },
          { title: t('partner.clicks.others'), end: true },
        ]}
        rows={[...days]
          .filter((day) => day.people + day.others > 0)
          .reverse()
          .map((day) => [
            dateText(day.on),
            <Count key="people" value={day.people} />,
            <Count key="others" value={day.others} />,
          ])}
      />
    </Section>
  );
}

function barOption(days: Days, colours: ChartColours) {
  const axisLabel = { color: colours.quiet, fontSize: 11 };
  return {
    grid: { left: 32, right: 8, top: 12, bottom: 24 },
    tooltip: { trigger: 'axis' as const },
    xAxis: {
      type: 'category' as const,
      data: days.map(({ on }) => dateText(on)),
      axisLabel: { ...axisLabel, hideOverlap: true },
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
        data: days.map(({ people }) => people),
        itemStyle: { color: colours.accent },
        barMaxWidth: 14,
      },
    ],
  };
}
