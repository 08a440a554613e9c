import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { Why } from '../../../ui/why.tsx';
import segmentClasses from '../segments/segments.module.css';
import classes from './accounts.module.css';

/** The segments an account is in and was in, each with its reasons. */
export function AccountSegments({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-segments');
  const may = useMay('success:read');
  const found = useQuery({
    queryKey: ['segments', 'of', accountId],
    queryFn: () => ask(api.GET('/v1/accounts/{id}/segments', { params: { path: { id: accountId } } })),
    enabled: may,
  });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('account.title')}>
      <ul className={classes.rows}>
        {items.map((one) => (
          <li key={one.segment_id + one.entered_at}>
            <div className={classes.pair}>
              <Link to="/segments/$id" params={{ id: one.segment_id }} className="gw-link">
                {one.name}
              </Link>
              <Why title={one.name}>
                <Reasons segmentId={one.segment_id} accountId={accountId} />
              </Why>
            </div>
            <div className={classes.quiet}>
              {one.left_at ? t('account.left') : t('account.since')} <RelativeTime at={one.left_at ?? one.entered_at} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Reasons({ segmentId, accountId }: { segmentId: string; accountId: string }) {
  const { t } = useTranslation('screens-segments');
  const path = { id: segmentId, account_id: accountId };
  const why = useQuery({
    queryKey: ['segments', segmentId, 'why', accountId],
    queryFn: () => ask(api.GET('/v1/segments/{id}/accounts/{account_id}', { params: { path } })),
  });
  if (!why.data) return <>{t('preview.counting')}</>;
  return (
    <>
      {t(why.data.matches ? 'account.matches' : 'account.matchesNot')}
      <ul className={segmentClasses.whyList}>
        {why.data.conditions.map(({ sentence, holds }) => (
          <li key={sentence}>
            {holds ? (
              <IconCircleCheck size={16} style={{ color: 'var(--gw-good)' }} aria-label={t('account.holds')} />
            ) : (
              <IconCircleX size={16} style={{ color: 'var(--gw-bad)' }} aria-label={t('account.holdsNot')} />
            )}
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
