import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { changeOf, metricText } from '../../../lib/metric.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MetricCards } from '../../../ui/metric-card.tsx';
import { MetricView } from '../../../ui/metric-view.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section, TwoColumns } from '../../../ui/section.tsx';
import { HealthAlarm } from './health-alarm.tsx';
import { HealthSplit } from './health-split.tsx';
import { MrrTrend } from './mrr-trend.tsx';
import classes from './overview.module.css';
import { ProgrammeSummary } from './programme-summary.tsx';
import { WhatWeKnow } from './what-we-know.tsx';

export type OverviewData = Got<'/v1/reports/overview'>;

export default function Overview() {
  const { t } = useTranslation('screens-overview');
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => ask(api.GET('/v1/reports/overview')) });
  return (
    <QueryView query={overview}>{(data) => (hasData(data) ? <Answer data={data} /> : <FirstStep t={t} />)}</QueryView>
  );
}

function hasData({ trend, health }: OverviewData): boolean {
  return trend.length > 0 || health.green + health.amber + health.red + health.unknown > 0;
}

function FirstStep({ t }: { t: (key: string) => string }) {
  return (
    <>
      <PageHeader title={t('title')} />
      <Section>
        <EmptyState
          icon={IconFileImport}
          title={t('empty')}
          text={t('emptyText')}
          action={
            <Button component={Link} to="/imports/new">
              {t('emptyAction')}
            </Button>
          }
        />
      </Section>
    </>
  );
}

function Answer({ data }: { data: OverviewData }) {
  const { t } = useTranslation('screens-overview');
  const mrr = data.headline.find(({ metric }) => metric.key === 'mrr');
  const change = mrr && changeOf(mrr.metric, mrr.previous);
  const answer = t(change ? 'answer' : 'answerNoChange', {
    mrr: mrr && metricText(mrr.metric, true),
    change: change?.text,
    day: dateText(data.at),
    ready: data.nominations.ready,
    count: data.nominations.ready,
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={
          <>
            {answer}
            {!data.is_live && <> {t('notLive', { day: dateText(data.at) })}</>}
          </>
        }
        actions={
          <Button component={Link} to="/nominations">
            {t('toNominations')}
          </Button>
        }
      />
      <HealthAlarm />
      <MetricCards>
        {data.headline.map(({ metric, previous }) => (
          <MetricView key={metric.key} metric={metric} previous={previous} previousName={t('monthBefore')} />
        ))}
      </MetricCards>
      <div className={classes.know}>
        <WhatWeKnow />
      </div>
      <TwoColumns>
        <div>
          <Section title={t('trend.title')} note={t('trend.note', { count: data.trend.length })}>
            <MrrTrend trend={data.trend} currency={data.currency} />
          </Section>
          <Section title={t('programmes.title')} note={t('programmes.note')}>
            <ProgrammeSummary programmes={data.programmes} />
          </Section>
        </div>
        <Aside data={data} />
      </TwoColumns>
    </>
  );
}

function Aside({ data }: { data: OverviewData }) {
  const { t } = useTranslation('screens-overview');
  return (
    <div>
      <Section title={t('health.title')} note={t('health.note')}>
        <HealthSplit health={data.health} />
        <p className={classes.unlike}>
          {t('health.unlike')}{' '}
          <Link to="/churn" className="gw-link">
            {t('health.toChurn')}
          </Link>
        </p>
      </Section>
      <Section title={t('advocates.title')}>
        <p style={{ margin: '0 0 12px' }}>
          {t('advocates.text', { ...data.nominations, count: data.nominations.ready })}
        </p>
        <Link to="/nominations" className="gw-link">
          {t('advocates.link')}
        </Link>
      </Section>
    </div>
  );
}
