import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { AskLearning } from './learning.tsx';

type Ask = Item<'/v1/asks'>;
const STATES = ['draft', 'sent', 'accepted', 'declined', 'expired', 'cancelled'];

export default function Asks() {
  const { t } = useTranslation('screens-advocates');
  return (
    <>
      <PageHeader title={t('asks.title')} answer={t('asks.answer')} />
      <ServerTable<Ask>
        name="asks"
        label={t('asks.title')}
        fetchPage={(query) => ask(api.GET('/v1/asks', { params: { query: query as never } }))}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/asks/${id}`}
        searchLabel={t('list.search')}
        filters={[
          {
            key: 'state',
            label: t('asks.columns.state'),
            options: STATES.map((value) => ({ value, label: t(`common:states.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={IconSend}
            title={t('asks.empty')}
            text={t('asks.emptyText')}
            action={
              <Button component={Link} to="/nominations">
                {t('asks.emptyAction')}
              </Button>
            }
          />
        }
      />
      <AskLearning />
    </>
  );
}

function useColumns(): Column<Ask>[] {
  const { t } = useTranslation('screens-advocates');
  return [
    {
      key: 'person',
      title: t('asks.columns.person'),
      render: ({ person }) => person.name ?? person.email,
      csv: ({ person }) => person.email ?? person.name,
    },
    {
      key: 'account',
      title: t('list.columns.account'),
      render: ({ account }) => account.name,
      csv: ({ account }) => account.name,
    },
    { key: 'kind', title: t('list.columns.ask'), render: ({ kind }) => t(`ask.${kind}`), csv: ({ kind }) => kind },
    {
      key: 'state',
      title: t('asks.columns.state'),
      render: ({ state }) => <StateBadge state={state} />,
      csv: ({ state }) => state,
    },
    {
      key: 'sent',
      title: t('asks.columns.sent'),
      render: ({ sent_at }) => <RelativeTime at={sent_at} />,
      csv: ({ sent_at }) => sent_at,
    },
    {
      key: 'answered',
      title: t('asks.columns.answered'),
      render: ({ answered_at }) => <RelativeTime at={answered_at} />,
      csv: ({ answered_at }) => answered_at,
    },
  ];
}
