import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { axisMoneyText, numberText, percentText, shortMoneyText } from '../../../lib/format.ts';
import { useListState } from '../../../lib/list-state.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { DefinitionLink } from './definition-link.tsx';
import { Estimate } from './estimate.tsx';
import { intervalBars } from './interval-bars.ts';
import { NothingYet } from './nothing-yet.tsx';
import classes from './reports.module.css';
import type { Say } from './say.ts';

type LifetimeReport = Got<'/v1/reports/lifetime'>;
type Group = LifetimeReport['items'][number];
const GROUPINGS = [
  'plan',
  'segment',
  'partner',
  'source',
  'first_touch',
  'industry',
  'country',
  'size_band',
  'use_case',
] as const;

/** What is a new customer going to be worth, and how sure is that? The grouping stands in the address. */
export default function Lifetime() {
  const { t } = useTranslation('screens-reports');
  const { search, set } = useListState();
  const by = GROUPINGS.find((one) => one === search.by) ?? 'plan';
  const lifetime = useQuery({
    queryKey: ['lifetime', by],
    queryFn: () => ask(api.GET('/v1/reports/lifetime', { params: { query: { by } } })),
    placeholderData: (before) => before,
  });
  const select = (
    <Select
      aria-label={t('lifetime.by')}
      data={GROUPINGS.map((value) => ({ value, label: t(`lifetime.groupings.${value}`) }))}
      value={by}
      allowDeselect={false}
      onChange={(value) => value && set({ by: value })}
    />
  );
  return (
    <QueryView query={lifetime}>
      {(data) => (
        <>
          <PageHeader title={t('lifetime.title')} answer={answerOf(data, t)} actions={select} />
          {data.all.stays === 0 ? <NothingYet of="lifetime" /> : <Answer data={data} />}
        </>
      )}
    </QueryView>
  );
}

function answerOf({ all, currency }: LifetimeReport, t: Say) {
  const { value, interval, n, unavailable_reason } = all.ltv;
  if (value === null || !interval) return all.stays === 0 ? undefined : unavailable_reason;
  const money = (minor: number) => shortMoneyText(minor, currency);
  const params = { value: money(value), low: money(interval.low), high: money(interval.high) };
  return t('lifetime.answer', { ...params, sure: percentText(interval.confidence, 0), n: numberText(n ?? 0) });
}

function Answer({ data }: { data: LifetimeReport }) {
  const { t } = useTranslation('screens-reports');
  const nameOf = (group: Group) => group.value ?? t('notKnown');
  const bySegment = data.by === 'segment';
  return (
    <>
      <Section title={t(`lifetime.chart.${data.by}`)} note={t('lifetime.note')}>
        <Bars data={data} />
        <p className={classes.note}>
          {t('lifetime.how', { years: data.horizon_months / 12, rate: percentText(data.discount_rate_bps / 10_000) })}{' '}
          <DefinitionLink slug="ltv-projected" />
        </p>
        {(data.by === 'segment' || data.by === 'partner') && (
          <p className={classes.note}>{t(`lifetime.noted.${data.by}`)}</p>
        )}
      </Section>
      <Section title={t('lifetime.table')} note={t('lifetime.tableNote')} flush>
        <PlainTable
          label={t('lifetime.table')}
          columns={[
            { title: t(`lifetime.groupings.${data.by}`) },
            { title: t('lifetime.stays'), end: true },
            { title: t('lifetime.left'), end: true },
            { title: t('lifetime.years'), end: true },
            { title: t('lifetime.ltv'), end: true },
            ...(bySegment
              ? [
                  { title: t('lifetime.cac'), end: true },
                  { title: t('lifetime.ltvCac'), end: true },
                ]
              : []),
            { title: t('lifetime.check'), end: true },
          ]}
          rows={[{ ...data.all, value: t('lifetime.everybody') }, ...data.items].map((group) => [
            nameOf(group),
            <Count key="n" value={group.stays} />,
            <Count key="left" value={group.lost} />,
            group.lifetime.value === null ? '—' : <Estimate key="years" metric={group.lifetime} />,
            <Estimate key="ltv" metric={group.ltv} />,
            ...(bySegment
              ? [<Cost key="cac" metric={group.cac} />, <Cost key="ltv_cac" metric={group.ltv_cac} />]
              : []),
            group.check
              ? t('lifetime.checked', {
                  count: group.check.months,
                  observed: percentText(group.check.observed, 0),
                  projected: percentText(group.check.projected, 0),
                })
              : '—',
          ])}
        />
      </Section>
    </>
  );
}

function Cost({ metric }: { metric: Group['cac'] }) {
  return metric ? <Estimate metric={metric} /> : <>—</>;
}

function Bars({ data }: { data: LifetimeReport }) {
  const { t } = useTranslation('screens-reports');
  const { currency } = data;
  const bars = useMemo(
    () =>
      data.items.flatMap(({ value, ltv }) =>
        ltv.value === null || !ltv.interval
          ? []
          : [{ name: value ?? t('notKnown'), value: ltv.value, ...ltv.interval }],
      ),
    [data.items, t],
  );
  const option = useMemo(
    () => (colours: ChartColours) => intervalBars({ bars, axis: (minor) => axisMoneyText(minor, currency) }, colours),
    [bars, currency],
  );
  if (bars.length === 0) return <p className={classes.missing}>{t('lifetime.tooEarly')}</p>;
  const money = (minor: number) => shortMoneyText(minor, currency);
  return (
    <Chart
      summary={t('lifetime.summary', { groups: bars.map((bar) => `${bar.name} ${money(bar.value)}`).join(', ') })}
      option={option}
      height={48 + bars.length * 40}
      columns={[
        { title: t(`lifetime.groupings.${data.by}`) },
        { title: t('lifetime.ltv'), end: true },
        { title: t('lifetime.range'), end: true },
      ]}
      rows={bars.map((bar) => [bar.name, money(bar.value), `${money(bar.low)} – ${money(bar.high)}`])}
    />
  );
}
