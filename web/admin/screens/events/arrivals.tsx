import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

const EVERY_MS = 5_000;
const SHOWN = 20;

/** The newest events, to see that a client is connected. */
export function Arrivals() {
  const { t } = useTranslation('screens-events');
  const arrivals = useQuery({
    queryKey: ['events', 'arrivals'],
    queryFn: () => ask(api.GET('/v1/event-arrivals')),
    refetchInterval: EVERY_MS,
  });
  return (
    <Section title={t('arrivals.title')} note={t('arrivals.note')} flush>
      <QueryView query={arrivals}>
        {({ items }) =>
          items.length === 0 ? (
            <p style={{ paddingInline: 'var(--mantine-spacing-md)' }}>{t('arrivals.none')}</p>
          ) : (
            <PlainTable
              label={t('arrivals.title')}
              columns={['event', 'who', 'outcome', 'door', 'at'].map((key) => ({
                title: t(`arrivals.columns.${key}`),
              }))}
              rows={items
                .slice(0, SHOWN)
                .map((event) => [
                  event.event_name ?? '—',
                  event.user_name ?? '—',
                  event.reason ?? t(`outcomes.${event.outcome}`),
                  event.door,
                  <RelativeTime key="at" at={event.received_at} />,
                ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
