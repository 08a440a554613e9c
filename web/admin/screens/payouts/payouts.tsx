import { IconCash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { BankAnswers } from './bank-answers.tsx';
import { Debts } from './debts.tsx';
import { DraftBatch } from './draft-batch.tsx';
import { PaidFrom } from './paid-from.tsx';
import { Requests } from './requests.tsx';
import { Schedules } from './schedules.tsx';
import { TaxThresholds } from './tax-thresholds.tsx';

type Batch = Item<'/v1/payout-batches'>;
const STATES = ['draft', 'approved', 'sent', 'paid', 'cancelled'];

export default function Payouts() {
  const { t } = useTranslation('screens-money');
  const mayWrite = useMay('payouts:write');
  return (
    <>
      <PageHeader title={t('payouts.title')} answer={t('payouts.answer')} actions={mayWrite && <DraftBatch />} />
      <ServerTable<Batch>
        name="payout-batches"
        label={t('payouts.title')}
        fetchPage={(query) => ask(api.GET('/v1/payout-batches', { params: { query: query as never } }))}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/payouts/${id}`}
        filters={[
          {
            key: 'state',
            label: t('payouts.columns.state'),
            options: STATES.map((value) => ({ value, label: t(`common:states.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={IconCash}
            title={t('payouts.empty')}
            text={t('payouts.emptyText')}
            action={mayWrite && <DraftBatch />}
          />
        }
      />
      <Requests />
      <Schedules />
      <BankAnswers />
      <Debts />
      <TaxThresholds />
      {mayWrite && <PaidFrom />}
    </>
  );
}

function useColumns(): Column<Batch>[] {
  const { t } = useTranslation('screens-money');
  return [
    {
      key: 'created',
      title: t('payouts.columns.created'),
      render: ({ created_at }) => <RelativeTime at={created_at} />,
      csv: ({ created_at }) => created_at,
    },
    {
      key: 'payouts',
      title: t('payouts.columns.payouts'),
      end: true,
      render: ({ payout_count }) => payout_count,
      csv: ({ payout_count }) => payout_count,
    },
    {
      key: 'total',
      title: t('payouts.columns.total'),
      end: true,
      render: ({ total_minor, currency }) => <Money minor={total_minor} currency={currency} />,
      csv: ({ total_minor }) => total_minor,
    },
    {
      key: 'rail',
      title: t('payouts.columns.rail'),
      render: ({ rail }) => t(`payouts.rails.${rail}`),
      csv: ({ rail }) => rail,
    },
    {
      key: 'state',
      title: t('payouts.columns.state'),
      render: ({ state }) => <StateBadge state={state} />,
      csv: ({ state }) => state,
    },
    {
      key: 'expected',
      title: t('payouts.columns.expected'),
      render: ({ expected_on }) => <DateOnly on={expected_on} />,
      csv: ({ expected_on }) => expected_on,
    },
  ];
}
