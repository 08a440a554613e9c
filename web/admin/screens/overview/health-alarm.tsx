import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Says on the first screen when health scores shifted or a feed stopped; nothing otherwise. */
export function HealthAlarm() {
  const { t } = useTranslation('screens-overview');
  const may = useMay('success:read');
  const found = useQuery({
    queryKey: ['health-alarm'],
    queryFn: () => ask(api.GET('/v1/health/alarm')),
    enabled: may,
  });
  const alarm = found.data?.alarm;
  if (!alarm) return null;
  return (
    <Notice tone="warn" title={t('health.alarm')}>
      {alarm.sentence} {alarm.advice}{' '}
      <Link to="/health" className="gw-link">
        {t('health.alarmLink')}
      </Link>
    </Notice>
  );
}
