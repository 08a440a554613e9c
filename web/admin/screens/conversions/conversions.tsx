import { Button } from '@mantine/core';
import { IconTransfer } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { type Conversion, useConversionColumns } from './conversion-columns.tsx';

const OUTCOMES = ['credited', 'unattributed', 'refused'];
const STATES = ['parked', 'decided', 'unattributed'] as const;
const KINDS = ['signup', 'invoice', 'refund', 'dispute'] as const;

/** What reached us, and who was credited? */
export default function Conversions() {
  const { t } = useTranslation('screens-partners');
  return (
    <>
      <PageHeader
        title={t('conversions.title')}
        answer={t('conversions.answer')}
        actions={
          <Button variant="default" component={Link} to="/conversions/models">
            {t('creditModels.open')}
          </Button>
        }
      />
      <ServerTable<Conversion>
        name="conversions"
        label={t('conversions.title')}
        fetchPage={(query) => ask(api.GET('/v1/conversions', { params: { query: query as never } }))}
        columns={useConversionColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/conversions/${id}`}
        searchLabel={t('conversions.search')}
        defaultSort={{ sort: 'occurred_at', order: 'desc' }}
        filters={[
          {
            key: 'outcome',
            label: t('conversions.columns.outcome'),
            options: OUTCOMES.map((value) => ({ value, label: t(`common:states.${value}`) })),
          },
          {
            key: 'state',
            label: t('conversions.progress'),
            options: STATES.map((value) => ({ value, label: t(`conversions.states.${value}`) })),
          },
          {
            key: 'kind',
            label: t('conversions.columns.kind'),
            options: KINDS.map((value) => ({ value, label: t(`conversionKinds.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={IconTransfer}
            title={t('conversions.empty')}
            text={t('conversions.emptyText')}
            action={
              <Button component={Link} to="/settings/keys">
                {t('conversions.emptyAction')}
              </Button>
            }
          />
        }
      />
    </>
  );
}
