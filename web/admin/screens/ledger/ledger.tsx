import { Tabs } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
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
  'withheld',
  'writeoff',
  'credit_granted',
  'credit_used',
  'credit_lapsed',
];

const KINDS = [
  'programme.expense',
  'partner.pending',
  'partner.held',
  'partner.available',
  'payout.in_transit',
  'tax.withheld',
  'cash',
  'company.credit',
  'credit.used',
  'fx',
  'writeoff',
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

type Named = Transfer['debit'];

/** An account in words: what it is, and whose. */
function Side({ side }: { side: Named }) {
  const { t } = useTranslation('screens-money');
  return (
    <div>
      <div>{t(`kinds.${side.kind}`)}</div>
      {side.owner_name && (
        <div>
          <Owner owner={side} />
        </div>
      )}
    </div>
  );
}

function Owner({ owner }: { owner: Named }) {
  const { t } = useTranslation('screens-money');
  const { owner_id: id, owner_name: name } = owner;
  if (name === null) return t('ledger.company');
  const to = id.startsWith('pa_') ? '/partners/$id' : id.startsWith('pr_') ? '/programmes/$id' : undefined;
  if (!to) return name;
  return (
    <Link to={to} params={{ id } as never} className="gw-link">
      {name}
    </Link>
  );
}

/** The commission or the batch behind a movement. */
function Behind({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('screens-money');
  const { ref_kind: kind, ref_id, batch_id } = transfer;
  const [to, id] = kind === 'commission' ? ['/commissions/$id', ref_id] : ['/payouts/$id', batch_id];
  if (kind === 'grant') return t('ledger.refs.grant');
  if (id === null || (kind !== 'commission' && kind !== 'payout')) return transfer.reason ?? '';
  return (
    <Link to={to} params={{ id } as never} className="gw-link">
      {t(`ledger.refs.${kind}`)}
    </Link>
  );
}

function useTransferColumns(): Column<Transfer>[] {
  const { t } = useTranslation('screens-money');
  return [
    { key: 'event', title: t('ledger.event'), render: ({ event }) => t(`events.${event}`), csv: ({ event }) => event },
    {
      key: 'from',
      title: t('commission.from'),
      render: ({ debit }) => <Side side={debit} />,
      csv: ({ debit }) => `${debit.kind} ${debit.owner_name ?? debit.owner_id}`,
    },
    {
      key: 'to',
      title: t('commission.to'),
      render: ({ credit }) => <Side side={credit} />,
      csv: ({ credit }) => `${credit.kind} ${credit.owner_name ?? credit.owner_id}`,
    },
    {
      key: 'for',
      title: t('ledger.for'),
      render: (transfer) => <Behind transfer={transfer} />,
      csv: ({ ref_id }) => ref_id,
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
        {
          key: 'owner',
          title: t('ledger.owner'),
          render: ({ kind, owner_id, owner_name }) => <Owner owner={{ kind, owner_id, owner_name }} />,
          csv: ({ owner_id, owner_name }) => owner_name ?? owner_id,
        },
        {
          key: 'balance',
          title: t('ledger.balance'),
          end: true,
          render: ({ balance_minor, currency }) => <Money minor={balance_minor} currency={currency} />,
          csv: ({ balance_minor }) => balance_minor,
        },
      ]}
      rowId={({ id }) => id}
      filters={[
        {
          key: 'kind',
          label: t('ledger.kind'),
          options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
      ]}
      empty={<Nothing />}
    />
  );
}
