import { Button } from '@mantine/core';
import { IconBuildingSkyscraper } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import type { TableFilter } from '../../../ui/table-types.ts';
import { type AccountRow, useAccountColumns } from './account-columns.tsx';

export default function Accounts() {
  const { t } = useTranslation('screens-customers');
  return (
    <>
      <PageHeader title={t('accounts.title')} answer={t('accounts.answer')} />
      <ServerTable<AccountRow>
        name="accounts"
        label={t('accounts.title')}
        fetchPage={(query) => ask(api.GET('/v1/accounts', { params: { query: query as never } }))}
        columns={useAccountColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/accounts/${id}`}
        searchLabel={t('accounts.search')}
        filters={useFilters()}
        defaultSort={{ sort: 'mrr', order: 'desc' }}
        exportHref={(query) => `/v1/accounts.csv?${query}`}
        empty={
          <EmptyState
            icon={IconBuildingSkyscraper}
            title={t('accounts.empty')}
            text={t('accounts.emptyText')}
            action={
              <Button component={Link} to="/imports/new">
                {t('accounts.emptyAction')}
              </Button>
            }
          />
        }
      />
    </>
  );
}

function useFilters(): TableFilter[] {
  const { t } = useTranslation('screens-customers');
  const { data: facets } = useQuery({
    queryKey: ['accounts', 'facets'],
    queryFn: () => ask(api.GET('/v1/accounts/facets')),
  });
  const maySegments = useMay('success:read');
  const { data: segments } = useQuery({
    queryKey: ['segments', { archived: false }],
    queryFn: () => ask(api.GET('/v1/segments', { params: { query: { archived: 'false' } } })),
    enabled: maySegments,
  });
  const named = (segments?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const states = (values: string[]) => values.map((value) => ({ value, label: t(`common:states.${value}`) }));
  const plain = (values: string[] = []) => values.map((value) => ({ value, label: value }));
  const filters = [
    { key: 'state', label: t('accounts.columns.state'), options: states(['paying', 'trial', 'churned', 'prospect']) },
    { key: 'band', label: t('accounts.columns.health'), options: states(['green', 'amber', 'red', 'unknown']) },
    { key: 'plan', label: t('accounts.columns.plan'), options: plain(facets?.plans) },
    { key: 'source', label: t('accounts.columns.source'), options: plain(facets?.sources) },
    { key: 'segment', label: t('accounts.columns.segment'), options: named },
    { key: 'industry', label: t('accounts.columns.industry'), options: plain(facets?.industries) },
  ];
  return filters.filter(({ options }) => options.length > 0);
}
