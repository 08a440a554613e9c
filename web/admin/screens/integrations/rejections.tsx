import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { Why } from '../../../ui/why.tsx';

/** What came to the door and was turned away; nothing when nothing was. */
export function Rejections() {
  const { t } = useTranslation('screens-doors');
  const found = useQuery({
    queryKey: ['stripe', 'rejections'],
    queryFn: () => ask(api.GET('/v1/stripe/rejections', { params: { query: { per_page: 20 } } })),
  });
  if (found.data?.total === 0) return null;
  return (
    <Section title={t('stripe.rejections')} note={t('stripe.rejectionsText')} flush>
      <QueryView query={found}>
        {({ items }) => (
          <PlainTable
            label={t('stripe.rejections')}
            columns={['reason', 'type', 'bytes', 'received'].map((key) => ({ title: t(`stripe.columns.${key}`) }))}
            rows={items.map((rejected) => [
              <span key="reason">
                {rejected.reason}{' '}
                <Why label={t('stripe.show')}>
                  <pre style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.75rem' }}>
                    {rejected.body_head.slice(0, 2000)}
                  </pre>
                </Why>
              </span>,
              rejected.type ?? '—',
              rejected.body_bytes,
              <RelativeTime key="at" at={rejected.received_at} />,
            ])}
          />
        )}
      </QueryView>
    </Section>
  );
}
