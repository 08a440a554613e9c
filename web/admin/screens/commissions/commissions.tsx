import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { type Commission, useCommissionColumns } from './commission-columns.tsx';

const STATES = ['pending', 'held', 'available', 'paid', 'reversed', 'refused'];

export default function Commissions() {
  const { t } = useTranslation('screens-money');
  return (
    <>
      <PageHeader title={t('commissions.title')} answer={t('commissions.answer')} />
      <ServerTable<Commission>
        name="commissions"
        label={t('commissions.title')}
        fetchPage={(query) => ask(api.GET('/v1/commissions', { params: { query: query as never } }))}
        columns={useCommissionColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/commissions/${id}`}
        searchLabel={t('commissions.search')}
        defaultSort={{ sort: 'earned_at', order: 'desc' }}
        exportHref={(query) => `/v1/commissions.csv?${query}`}
        filters={[
          {
            key: 'state',
            label: t('commissions.columns.state'),
            options: STATES.map((value) => ({ value, label: t(`common:states.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={IconReceipt}
            title={t('commissions.empty')}
            text={t('commissions.emptyText')}
            action={
              <Button component={Link} to="/conversions">
                {t('commissions.emptyAction')}
              </Button>
            }
          />
        }
      />
    </>
  );
}
