import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText, numberText } from '../../../lib/format.ts';
import { useListState } from '../../../lib/list-state.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { NobodyInSegment, SegmentNotice, SegmentPicker } from '../segments/segment-picker.tsx';
import { DefinitionLink } from './definition-link.tsx';
import classes from './reports.module.css';
import { type Drawn, MOST_CURVES, survivalChart } from './survival-chart.ts';
import { NoSegments, SurvivalEmpty } from './survival-empty.tsx';
import { probabilityText, type Report, shareAt, useNames } from './survival-say.ts';
import { Attributes, Groups, SegmentsAndOthers } from './survival-tables.tsx';

type Attribute = Report['by'];

const ATTRIBUTES = [
  'partner',
  'source',
  'first_touch',
  'self_reported',
  'plan',
  'industry',
  'country',
  'size_band',
  'use_case',
  'pain_point',
  'segment',
] as const satisfies readonly Attribute[];

/** Do some customers stay longer than others, and is that more than chance? What is asked stands in the address. */
export default function Survival() {
  const { t } = useTranslation('screens-survival');
  const { search, set } = useListState();
  const by = ATTRIBUTES.find((one) => one === search.by) ?? 'partner';
  const segment = by === 'segment' ? undefined : search.segment;
  const report = useQuery({
    queryKey: ['survival', by, { segment }],
    queryFn: () => ask(api.GET('/v1/reports/survival', { params: { query: { by, segment } } })),
    placeholderData: (before) => before,
  });
  const isEmpty = report.data?.verdict === 'no_customers' && segment === undefined;
  const select = (
    <Select
      aria-label={t('by')}
      data={ATTRIBUTES.map((value) => ({ value, label: t(`attributes.${value}`) }))}
      value={by}
      allowDeselect={false}
      onChange={(value) => value && set({ by: value, ...(value === 'segment' ? { segment: undefined } : {}) })}
    />
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={report.data?.verdict === 'no_customers' ? undefined : report.data?.answer}
        actions={
          !isEmpty && (
            <>
              {select}
              {by !== 'segment' && <SegmentPicker />}
            </>
          )
        }
      />
      <QueryView query={report}>{(data) => <Shown data={data} />}</QueryView>
    </>
  );
}

function Shown({ data }: { data: Report }) {
  if (data.verdict === 'no_customers') return data.segment ? <NobodyInSegment /> : <SurvivalEmpty />;
  if (data.verdict === 'no_groups')
    return (
      <>
        <NoSegments />
        <Attributes data={data} />
      </>
    );
  return (
    <>
      <SegmentNotice segment={data.segment} />
      <Answer data={data} />
    </>
  );
}

function Answer({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  return (
    <>
      <Section title={t('chart')} note={t('note', { day: dateText(data.through) })}>
        <Curves data={data} />
        {!data.segment &&
          data.cautions.map((one) => (
            <p key={one} className={classes.note}>
              {one}
            </p>
          ))}
        <p className={classes.note}>
          {t('associated')} <DefinitionLink slug="survival" />
        </p>
      </Section>
      {data.by === 'segment' ? <SegmentsAndOthers data={data} /> : <Groups data={data} />}
      <Attributes data={data} />
    </>
  );
}

/** A single segment is drawn beside everybody outside it. */
function useShown(data: Report): { name: string; group: Drawn }[] {
  const { t } = useTranslation('screens-survival');
  const nameOf = useNames(data.by);
  const compared = data.groups.filter((group) => group.is_compared);
  const shown = (compared.length > 0 ? compared : data.groups).slice(0, MOST_CURVES);
  const named: { name: string; group: Drawn }[] = shown.map((group) => ({ name: nameOf(group.value), group }));
  const [only] = shown;
  if (shown.length !== 1 || !only?.others) return named;
  return [...named, { name: t('outside', { segment: nameOf(only.value) }), group: only.others }];
}

function Curves({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  const named = useShown(data);
  const many = data.groups.filter((group) => group.is_compared).length > MOST_CURVES;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names follow from the data
  const option = useMemo(() => (colours: ChartColours) => survivalChart(named, t('month'), colours), [data, t]);
  const month = data.month ?? 3;
  const shares = named.map(({ name, group }) => `${name} ${shareAt(group, month) ?? t('tooEarly')}`).join(', ');
  const last = Math.max(...named.map(({ group }) => group.curve.length));
  return (
    <>
      <Chart
        summary={t('summary', { months: month, shares })}
        option={option}
        height={340}
        columns={[{ title: t('month') }, ...named.map(({ name }) => ({ title: name, end: true }))]}
        rows={Array.from({ length: last }, (_, at) => [
          numberText(at),
          ...named.map(({ group }) => shareAt(group, at) ?? '–'),
        ])}
      />
      {many && <p className={classes.note}>{t('more', { count: MOST_CURVES })}</p>}
      {data.test && (
        <p className={classes.note}>
          {t(data.by === 'segment' ? 'segmentStatistics' : 'statisticsText', {
            statistic: numberText(data.test.statistic, 2),
            count: data.test.df,
            p: probabilityText(data.test.p, t),
            q: probabilityText(data.test.q, t),
          })}
        </p>
      )}
    </>
  );
}
