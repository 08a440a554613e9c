import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, numberText, percentText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { DefinitionLink } from './definition-link.tsx';
import classes from './reports.module.css';
import { MOST_CURVES, type SurvivalGroup, survivalChart } from './survival-chart.ts';
import { SurvivalEmpty } from './survival-empty.tsx';

type Report = Got<'/v1/reports/survival'>;
type Attribute = Report['by'];

/** Do some customers stay longer than others, and is that more than chance? */
export default function Survival() {
  const { t } = useTranslation('screens-survival');
  const [by, setBy] = useState<Attribute>('partner');
  const report = useQuery({
    queryKey: ['survival', by],
    queryFn: () => ask(api.GET('/v1/reports/survival', { params: { query: { by } } })),
    placeholderData: (before) => before,
  });
  return (
    <QueryView query={report}>
      {(data) => {
        const select = (
          <Select
            aria-label={t('by')}
            data={data.attributes.map((one) => ({ value: one.by, label: t(`attributes.${one.by}`) }))}
            value={by}
            allowDeselect={false}
            onChange={(value) => value && setBy(value as Attribute)}
          />
        );
        const isEmpty = data.verdict === 'no_customers';
        return (
          <>
            <PageHeader
              title={t('title')}
              answer={isEmpty ? undefined : data.answer}
              actions={isEmpty ? undefined : select}
            />
            {isEmpty ? <SurvivalEmpty /> : <Answer data={data} />}
          </>
        );
      }}
    </QueryView>
  );
}

function useNames(by: Attribute) {
  const { t } = useTranslation('screens-survival');
  return (value: string | null) => {
    if (value === null) return t('notKnown');
    return by === 'partner' ? t(`partner.${value}`) : value;
  };
}

function Answer({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  return (
    <>
      <Section title={t('chart')} note={t('note', { day: dateText(data.through) })}>
        <Curves data={data} />
        <p className={classes.note}>
          {t('associated')} <DefinitionLink slug="survival" />
        </p>
      </Section>
      <Section title={t('table')} note={t('tableNote')} flush>
        <Groups data={data} />
      </Section>
      <Section title={t('others')} note={t('othersNote')} flush>
        <Attributes data={data} />
      </Section>
    </>
  );
}

function Curves({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  const nameOf = useNames(data.by);
  const compared = data.groups.filter((group) => group.is_compared);
  const shown = (compared.length > 0 ? compared : data.groups).slice(0, MOST_CURVES);
  const named = shown.map((group) => ({ name: nameOf(group.value), group }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names follow from the data
  const option = useMemo(() => (colours: ChartColours) => survivalChart(named, t('month'), colours), [data, t]);
  const month = data.month ?? 3;
  const shares = named.map(({ name, group }) => `${name} ${shareAt(group, month) ?? t('tooEarly')}`).join(', ');
  const last = Math.max(...shown.map(({ curve }) => curve.length));
  return (
    <>
      <Chart
        summary={t('summary', { months: month, shares })}
        option={option}
        height={340}
        columns={[{ title: t('month') }, ...named.map(({ name }) => ({ title: name, end: true }))]}
        rows={Array.from({ length: last }, (_, at) => [
          numberText(at),
          ...shown.map((group) => shareAt(group, at) ?? '–'),
        ])}
      />
      {compared.length > shown.length && <p className={classes.note}>{t('more', { count: shown.length })}</p>}
      {data.test && (
        <p className={classes.note}>
          {t('statisticsText', {
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

const SMALLEST = 0.0001;

function probabilityText(p: number | null, t: TFunction<'screens-survival'>): string {
  if (p === null) return '–';
  return p < SMALLEST ? t('below', { limit: numberText(SMALLEST, 4) }) : numberText(p, 4);
}

/** "82% (74% – 88%)", or nothing where it cannot be seen yet. */
function shareAt({ curve }: SurvivalGroup, month: number): string | undefined {
  const point = curve.find((one) => one.month === month);
  return point && `${percentText(point.share, 0)} (${percentText(point.low, 0)} – ${percentText(point.high, 0)})`;
}

function Groups({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  const nameOf = useNames(data.by);
  const months = [3, 12, 24];
  const shareOf = (group: SurvivalGroup, month: number) => {
    if (group.customers < 10) return <span className={classes.missing}>{t('tooFew')}</span>;
    return shareAt(group, month) ?? <span className={classes.missing}>{t('tooEarly')}</span>;
  };
  return (
    <PlainTable
      label={t('table')}
      columns={[
        { title: t('group') },
        { title: t('customers'), end: true },
        { title: t('left'), end: true },
        ...months.map((count) => ({ title: t('after', { count }), end: true })),
        { title: t('median'), end: true },
      ]}
      rows={data.groups.map((group) => [
        nameOf(group.value),
        <Count key="customers" value={group.customers} />,
        <Count key="left" value={group.left} />,
        ...months.map((month) => shareOf(group, month)),
        group.median_months === null ? t('notYet') : t('medianMonths', { months: numberText(group.median_months, 1) }),
      ])}
    />
  );
}

function Attributes({ data }: { data: Report }) {
  const { t } = useTranslation('screens-survival');
  return (
    <PlainTable
      label={t('others')}
      columns={[
        { title: t('attribute') },
        { title: t('answer') },
        { title: t('p'), end: true },
        { title: t('q'), end: true },
      ]}
      rows={data.attributes.map((one) => [
        t(`attributes.${one.by}`),
        t(`verdicts.${one.verdict}`),
        probabilityText(one.p, t),
        probabilityText(one.q, t),
      ])}
    />
  );
}
