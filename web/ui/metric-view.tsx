import { useTranslation } from 'react-i18next';
import { changeOf, intervalText, type Metric, metricText, periodText } from '../lib/metric.ts';
import classes from './kit.module.css';
import { MetricCard } from './metric-card.tsx';

type Props = { metric: Metric; previous?: Metric; previousName?: string };

/** One metric of the reports as a card; without a value it says why there is none. */
export function MetricView({ metric, previous, previousName }: Props) {
  const { t } = useTranslation(['common', 'metrics']);
  const text = metricText(metric, true);
  const change = previous && changeOf(metric, previous);
  const unit = t(`units.${metric.unit}`, { defaultValue: '' });
  const exact = metricText(metric);
  const interval = intervalText(metric, true);
  return (
    <MetricCard
      label={t(`metrics:labels.${metric.key}`, { defaultValue: metric.key })}
      definition={metric.definition}
      value={
        text === undefined ? (
          <span className={classes.unknown}>{t('kit.notKnown')}</span>
        ) : (
          <span title={exact === text ? undefined : exact}>{text}</span>
        )
      }
      unit={text === undefined ? undefined : unit}
      comparison={
        change &&
        t(change.kind === 'points' ? 'kit.againstPoints' : 'kit.against', {
          change: change.text,
          count: change.count,
          name: previousName ?? periodText(previous),
        })
      }
      tone={change?.tone}
      period={
        metric.unavailable_reason ??
        [interval && t('kit.interval', interval), periodText(metric), metric.note].filter(Boolean).join(' · ')
      }
    />
  );
}
