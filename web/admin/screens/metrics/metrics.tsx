import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { intervalText, type Metric, metricText, periodText } from '../../../lib/metric.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Facts } from '../../../ui/section.tsx';
import classes from './metrics.module.css';

type Definition = Item<'/v1/metrics/definitions'>;

/** Every number: its value now, its formula, what it leaves out. */
export default function Metrics() {
  const { t } = useTranslation('screens-metrics');
  const definitions = useQuery({
    queryKey: ['definitions'],
    queryFn: () => ask(api.GET('/v1/metrics/definitions')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const values = useQuery({ queryKey: ['metrics'], queryFn: () => ask(api.GET('/v1/metrics')) });
  const metrics = values.data?.metrics ?? [];
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={values.data ? t('answerAt', { day: dateText(values.data.at) }) : t('answer')}
      />
      <QueryView query={definitions}>
        {({ items }) => (
          <div className={classes.layout}>
            <nav className={classes.index} aria-label={t('index')}>
              {items.map(({ slug, name }) => (
                <a key={slug} href={`#${slug}`}>
                  {name}
                </a>
              ))}
            </nav>
            <div>
              {items.map((definition) => (
                <Entry
                  key={definition.slug}
                  definition={definition}
                  metrics={metrics.filter((metric) => metric.definition === definition.slug)}
                />
              ))}
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
}

function Entry({ definition, metrics }: { definition: Definition; metrics: Metric[] }) {
  const { t } = useTranslation(['screens-metrics', 'metrics']);
  const { hash } = useLocation();
  const chosen = hash === definition.slug;
  useEffect(() => {
    if (chosen) document.getElementById(definition.slug)?.scrollIntoView();
  }, [chosen, definition.slug]);
  return (
    <article id={definition.slug} className={classes.entry} data-chosen={chosen || undefined}>
      <Title order={2}>{definition.name}</Title>
      <p className={classes.words}>{definition.words}</p>
      <p className={classes.formula}>{definition.formula}</p>
      <Facts
        items={[
          ...metrics.map((metric): [string, React.ReactNode] => [
            t(`metrics:labels.${metric.key}`, { defaultValue: metric.key }),
            <Value key={metric.key} metric={metric} />,
          ]),
          [t('missing'), definition.missing],
          [t('source'), definition.source],
        ]}
      />
    </article>
  );
}

function Value({ metric }: { metric: Metric }) {
  const { t } = useTranslation(['screens-metrics', 'common']);
  const text = metricText(metric);
  if (text === undefined) return <span>{metric.unavailable_reason}</span>;
  const unit = t(`common:units.${metric.unit}`, { defaultValue: '' });
  const interval = intervalText(metric);
  const rest = [
    interval && t('common:kit.interval', interval),
    periodText(metric),
    metric.n === null ? undefined : t('n', { count: metric.n }),
    metric.note,
  ].filter(Boolean);
  return (
    <span>
      <strong className="gw-num">
        {text} {unit}
      </strong>{' '}
      <span className={classes.quiet}>{rest.join(' · ')}</span>
    </span>
  );
}
