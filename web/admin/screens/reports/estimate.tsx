import { useTranslation } from 'react-i18next';
import { intervalText, type Metric, metricText } from '../../../lib/metric.ts';
import classes from './reports.module.css';

/** A metric in a cell: its value with the interval below, or why there is none. */
export function Estimate({ metric, short = true }: { metric: Metric; short?: boolean }) {
  const { t } = useTranslation('common');
  const text = metricText(metric, short);
  if (text === undefined) return <span className={classes.missing}>{metric.unavailable_reason}</span>;
  const interval = intervalText(metric, short);
  const unit = t(`units.${metric.unit}`, { defaultValue: '' });
  return (
    <span className="gw-num" title={metric.note}>
      {text} {unit}
      {interval && <span className={classes.interval}>{t('kit.interval', interval)}</span>}
    </span>
  );
}
