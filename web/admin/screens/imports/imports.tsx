import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { DataQuality } from './data-quality.tsx';

type Import = Item<'/v1/imports'>;

/** What came in, and what the data contradict or lack. */
export default function Imports() {
  const { t } = useTranslation('screens-imports');
  const mayImport = useMay('imports:write');
  const start = (
    <Button component={Link} to="/imports/new" leftSection={<IconFileImport size={16} />}>
      {t('list.start')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} answer={t('list.answer')} actions={mayImport && start} />
      <ServerTable<Import>
        name="imports"
        label={t('list.label')}
        fetchPage={({ page, per_page }) => ask(api.GET('/v1/imports', { params: { query: { page, per_page } } }))}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/imports/${id}`}
        empty={
          <EmptyState
            icon={IconFileImport}
            title={t('list.empty')}
            text={t('list.emptyText')}
            action={mayImport && start}
          />
        }
      />
      <DataQuality />
    </>
  );
}

function useColumns(): Column<Import>[] {
  const { t } = useTranslation('screens-imports');
  const sum = (one: Import, key: 'rows_inserted' | 'rows_updated' | 'rows_rejected') =>
    one.files.reduce((total, file) => total + file[key], 0);
  const count = (key: 'rows_inserted' | 'rows_updated' | 'rows_rejected'): Column<Import> => ({
    key,
    title: t(`counts.${key}`),
    end: true,
    render: (one) => <span className="gw-num">{numberText(sum(one, key))}</span>,
  });
  return [
    { key: 'label', title: t('list.what'), render: ({ label }) => label },
    { key: 'state', title: t('list.state'), render: ({ state }) => <StateBadge state={state} /> },
    count('rows_inserted'),
    count('rows_updated'),
    count('rows_rejected'),
    {
      key: 'at',
      title: t('list.when'),
      end: true,
      render: ({ started_at }) => <RelativeTime at={String(started_at)} />,
    },
  ];
}
