import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInbox } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Why } from '../../../ui/why.tsx';

type Event = Item<'/v1/event-quarantine'>;

/** What waits or could not be used, each with its reason, and the button that tries again. */
export function Quarantine() {
  const { t } = useTranslation('screens-events');
  const mayWrite = useMay('customers:write');
  const counts = useQuery({
    queryKey: ['event-quarantine', 'reasons'],
    queryFn: () => ask(api.GET('/v1/event-quarantine', { params: { query: { per_page: 1 } } })),
  });
  const options = (counts.data?.by_reason ?? []).map(({ reason_code, reason, events }) => ({
    value: reason_code,
    label: `${reason} (${events})`,
  }));
  return (
    <>
      <Section title={t('quarantine.title')} actions={mayWrite && <TryAgain />} flush>
        {null}
      </Section>
      <ServerTable<Event>
        name="event-quarantine"
        label={t('quarantine.title')}
        searchLabel={t('quarantine.search')}
        fetchPage={({ page, per_page, q, reason }) =>
          ask(
            api.GET('/v1/event-quarantine', {
              params: {
                query: { page, per_page, ...(q ? { q } : {}), ...(reason ? { reason: reason as 'bad_text' } : {}) },
              },
            }),
          )
        }
        filters={[{ key: 'reason', label: t('quarantine.columns.reason'), options }]}
        columns={useColumns()}
        rowId={(event) => event.id}
        empty={<EmptyState icon={IconInbox} title={t('quarantine.empty')} text={t('quarantine.emptyText')} />}
      />
    </>
  );
}

function TryAgain() {
  const { t } = useTranslation('screens-events');
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () => ask(api.POST('/v1/event-quarantine/replay', { body: {} })),
    onSuccess: ({ tried, used }) => {
      notifications.show({ message: t('quarantine.replayed', { count: tried, used }) });
      return queries.invalidateQueries({ queryKey: ['event-quarantine'] });
    },
  });
  return (
    <Button size="compact-sm" variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
      {t('quarantine.replay')}
    </Button>
  );
}

function useColumns(): Column<Event>[] {
  const { t } = useTranslation('screens-events');
  const whoOf = (event: Event) => event.user_name ?? event.anonymous_name ?? event.account_name ?? '—';
  return [
    {
      key: 'event_name',
      title: t('quarantine.columns.event'),
      render: (event) => event.event_name ?? '—',
      csv: (event) => event.event_name,
    },
    {
      key: 'reason',
      title: t('quarantine.columns.reason'),
      render: (event) => (
        <>
          {event.reason}{' '}
          <Why label={t('quarantine.show')}>
            <pre style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.75rem' }}>
              {event.payload.slice(0, 2000)}
            </pre>
          </Why>
        </>
      ),
      csv: (event) => event.reason,
    },
    { key: 'who', title: t('quarantine.columns.who'), render: whoOf, csv: whoOf, wideOnly: true },
    {
      key: 'received_at',
      title: t('quarantine.columns.received'),
      render: (event) => <RelativeTime at={event.received_at} />,
      csv: (event) => event.received_at,
    },
  ];
}
