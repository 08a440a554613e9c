import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { RewardTabs } from './reward-tabs.tsx';

type Report = Got<'/v1/reports/reconciliation'>;
type Row = Report['items'][number];

/** Every referred customer who paid, beside what was made of it; first whatever is missing, late or double. */
export default function Reconciliation() {
  const report = useQuery({
    queryKey: ['reconciliation', 'findings'],
    queryFn: () => ask(api.GET('/v1/reports/reconciliation', { params: { query: { per_page: 1 } } })),
  });
  return <QueryView query={report}>{(data) => <View findings={data.findings} />}</QueryView>;
}

function View({ findings }: { findings: Report['findings'] }) {
  const { t } = useTranslation('screens-rewards');
  const clean = findings.length === 0;
  return (
    <>
      <PageHeader
        title={t('reconciliation.title')}
        answer={clean ? t('reconciliation.clean') : t('reconciliation.found', { count: findings.length })}
      />
      <RewardTabs open="reconciliation" />
      {!clean && <Findings findings={findings} />}
      <ServerTable<Row>
        name="reconciliation"
        label={t('reconciliation.list')}
        fetchPage={(query) => ask(api.GET('/v1/reports/reconciliation', { params: { query: query as never } }))}
        columns={useColumns()}
        rowId={({ account, programme }) => `${account.id}:${programme.id}`}
        filters={[
          {
            key: 'only',
            label: t('reconciliation.show'),
            options: [{ value: 'problems', label: t('reconciliation.only') }],
          },
        ]}
        empty={<EmptyState icon={IconChecks} title={t('reconciliation.empty')} text={t('reconciliation.emptyText')} />}
      />
    </>
  );
}

function Findings({ findings }: { findings: Report['findings'] }) {
  const { t } = useTranslation('screens-rewards');
  return (
    <Section title={t('reconciliation.findings')} note={t('reconciliation.findingsNote')} flush>
      <PlainTable
        label={t('reconciliation.findings')}
        columns={[{ title: t('reconciliation.problems') }, { title: t('reconciliation.openReward') }]}
        rows={findings.map(({ says, grant_id, account_id, partner_id }) => [
          says,
          <Link
            key="open"
            className="gw-link"
            to={grant_id ? `/rewards/${grant_id}` : account_id ? `/accounts/${account_id}` : `/partners/${partner_id}`}
          >
            {t('reconciliation.show')}
          </Link>,
        ])}
      />
    </Section>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('screens-rewards');
  return [
    {
      key: 'customer',
      title: t('reconciliation.customer'),
      render: ({ account }) => (
        <Link to={`/accounts/${account.id}`} className="gw-link">
          {account.name}
        </Link>
      ),
      csv: ({ account }) => account.name,
    },
    {
      key: 'partner',
      title: t('reconciliation.partner'),
      render: ({ partner }) => partner.name,
      csv: ({ partner }) => partner.name,
    },
    {
      key: 'invoice',
      title: t('reconciliation.invoice'),
      wideOnly: true,
      render: ({ invoice }) => <span className="gw-num">{invoice}</span>,
      csv: ({ invoice }) => invoice,
    },
    { key: 'commission', title: t('reconciliation.commission'), render: (row) => <Commissions row={row} /> },
    { key: 'rewards', title: t('reconciliation.rewards'), render: (row) => <Grants row={row} /> },
    {
      key: 'problems',
      title: t('reconciliation.problems'),
      render: ({ problems }) => problems.join(' ') || '—',
      csv: ({ problems }) => problems.join(' '),
    },
  ];
}

function Commissions({ row: { commissions } }: { row: Row }) {
  const { t } = useTranslation('screens-rewards');
  if (commissions.length === 0) return <span>{t('reconciliation.none')}</span>;
  return commissions.map(({ id, state, net_minor, currency }) => (
    <div key={id}>
      <Link to={`/commissions/${id}`} className="gw-link">
        <Money minor={net_minor} currency={currency} />
      </Link>{' '}
      <StateBadge state={state} />
    </div>
  ));
}

function Grants({ row: { grants } }: { row: Row }) {
  const { t } = useTranslation('screens-rewards');
  if (grants.length === 0) return <span>{t('reconciliation.none')}</span>;
  return grants.map(({ id, kind, state }) => (
    <div key={id}>
      <Link to={`/rewards/${id}`} className="gw-link">
        {t(`kinds.${kind}`)}
      </Link>{' '}
      <StateBadge state={state} label={t(`common:grantStates.${state}`)} />
    </div>
  ));
}
