import { Tabs } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import type { Column } from '../../../ui/table-types.ts';

type Account = Item<'/v1/ledger/accounts'>;
type Transfer = Item<'/v1/ledger/transfers'>;

const EVENTS = [
  'accrue',
  'mature',
  'hold',
  'release',
  'reverse',
  'payout_claimed',
  'payout_confirmed',
  'payout_failed',
  'payout_returned',
];

/** The ledger as it is: its accounts and every movement between them. */
export default function Ledger() {
  const { t } = useTranslation('screens-money');
  return (
    <>
      <PageHeader title={t('ledger.title')} answer={t('ledger.answer')} />
      <Tabs defaultValue="transfers" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="transfers">{t('ledger.transfers')}</Tabs.Tab>
          <Tabs.Tab value="accounts">{t('ledger.accounts')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="transfers">
          <Transfers />
        </Tabs.Panel>
        <Tabs.Panel value="accounts">
          <Accounts />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Nothing() {
  const { t } = useTranslation('screens-money');
  return <EmptyState icon={IconBuildingBank} title={t('ledger.empty')} text={t('ledger.emptyText')} />;
}

function Transfers() {
  const { t } = useTranslation('screens-money');
  return (
    <ServerTable<Transfer>
      name="ledger-transfers"
      label={t('ledger.transfers')}
      fetchPage={(query) => ask(api.GET('/v1/ledger/transfers', { params: { query: query as never } }))}
      columns={useTransferColumns()}
      rowId={({ id }) => id}
      filters={[
        {
          key: 'event',
          label: t('ledger.filter'),
          options: EVENTS.map((value) => ({ value, label: t(`events.${value}`) })),
        },
      ]}
      empty={<Nothing />}
    />
  );
}

function useTransferColumns(): Column<Transfer>[] {
  const { t } = useTranslation('screens-money');
  return [
    { key: 'event', title: t('ledger.event'), render: ({ event }) => t(`events.${event}`), csv: ({ event }) => event },
    {
      key: 'from',
      title: t('commission.from'),
      render: ({ debit }) => t(`kinds.${debit.kind}`),
      csv: ({ debit }) => debit.kind,
    },
    {
      key: 'to',
      title: t('commission.to'),
      render: ({ credit }) => t(`kinds.${credit.kind}`),
      csv: ({ credit }) => credit.kind,
    },
    {
      key: 'amount',
      title: t('ledger.amount'),
      end: true,
      render: ({ amount_minor, currency }) => <Money minor={amount_minor} currency={currency} />,
      csv: ({ amount_minor }) => amount_minor,
    },
    { key: 'at', title: t('commission.at'), render: ({ at }) => <RelativeTime at={at} />, csv: ({ at }) => at },
  ];
}

function Accounts() {
  const { t } = useTranslation('screens-money');
  return (
    <ServerTable<Account>
      name="ledger-accounts"
      label={t('ledger.accounts')}
      fetchPage={(query) => ask(api.GET('/v1/ledger/accounts', { params: { query: query as never } }))}
      columns={[
        { key: 'kind', title: t('ledger.kind'), render: ({ kind }) => t(`kinds.${kind}`), csv: ({ kind }) => kind },
        { key: 'owner', title: t('ledger.owner'), render: ({ owner_id }) => owner_id, csv: ({ owner_id }) => owner_id },
        {
          key: 'balance',
          title: t('ledger.balance'),
          end: true,
          render: ({ balance_minor, currency }) => <Money minor={balance_minor} currency={currency} />,
          csv: ({ balance_minor }) => balance_minor,
        },
      ]}
      rowId={({ id }) => id}
      empty={<Nothing />}
    />
  );
}
