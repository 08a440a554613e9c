import { IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';

type Row = Item<'/v1/paths/standings'>;
export const LOOK = { done: 'done', on_track: 'active', behind: 'amber', missed: 'red' } as const;
const STANDINGS = ['behind', 'on_track', 'done', 'missed'] as const;

/** Which customers are behind on the path? */
export default function Standings() {
  const { t } = useTranslation('screens-paths');
  return (
    <>
      <PageHeader
        back={
          <Link to="/success/paths" className="gw-link">
            {t('title')}
          </Link>
        }
        title={t('standings.title')}
        answer={t('standings.answer')}
      />
      <ServerTable<Row>
        name="paths-standings"
        label={t('standings.title')}
        fetchPage={(query) => ask(api.GET('/v1/paths/standings', { params: { query: query as never } }))}
        columns={useColumns()}
        rowId={({ account_id }) => account_id}
        rowTo={({ account_id }) => `/accounts/${account_id}`}
        searchLabel={t('standings.search')}
        filters={[
          {
            key: 'standing',
            label: t('standings.standing'),
            options: STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) })),
          },
          {
            key: 'referred',
            label: t('standings.referred'),
            options: ['true', 'false'].map((value) => ({ value, label: t(`standings.referredBy.${value}`) })),
          },
        ]}
        defaultSort={{ sort: 'started_on', order: 'desc' }}
        empty={<EmptyState icon={IconRoute} title={t('standings.none')} text={t('standings.noneText')} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('screens-paths');
  return [
    { key: 'name', title: t('standings.account'), sort: true, render: ({ name }) => name, csv: ({ name }) => name },
    {
      key: 'standing',
      title: t('standings.standing'),
      render: ({ standing }) => <StateBadge state={LOOK[standing]} label={t(`standings.${standing}`)} />,
      csv: ({ standing }) => standing,
    },
    {
      key: 'done',
      title: t('standings.steps'),
      sort: true,
      end: true,
      render: ({ done_count, steps }) => t('standings.of', { done: done_count, of: steps.length }),
      csv: ({ done_count }) => done_count,
    },
    {
      key: 'sentence',
      title: t('standings.next'),
      wideOnly: true,
      render: ({ sentence }) => sentence,
      csv: ({ sentence }) => sentence,
    },
    {
      key: 'partner',
      title: t('partners.partner'),
      render: ({ partner_name }) => partner_name ?? '—',
      csv: ({ partner_name }) => partner_name,
    },
    {
      key: 'started_on',
      title: t('standings.started'),
      sort: true,
      end: true,
      render: ({ started_on }) => <DateOnly on={started_on} />,
      csv: ({ started_on }) => started_on,
    },
  ];
}
