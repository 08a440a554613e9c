import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Why } from '../../../ui/why.tsx';

type Entry = Item<'/v1/audit'>;

export default function Audit() {
  const { t } = useTranslation('screens-settings');
  return (
    <>
      <PageHeader title={t('audit.title')} answer={t('audit.answer')} />
      <ServerTable<Entry>
        name="audit"
        label={t('audit.title')}
        fetchPage={({ page, per_page, ...filters }) =>
          ask(api.GET('/v1/audit', { params: { query: { page, per_page, ...filters } } }))
        }
        columns={useColumns()}
        rowId={(entry) => entry.id}
        empty={<EmptyState icon={IconHistory} title={t('audit.empty')} text={t('audit.emptyText')} />}
      />
    </>
  );
}

const PAGES: Record<string, string> = {
  account: 'accounts',
  ask: 'asks',
  commission: 'commissions',
  conversion: 'conversions',
  import: 'imports',
  partner: 'partners',
  payout_batch: 'payouts',
  programme: 'programmes',
  referral: 'referrals',
};

/** What it was done to, with the way to its page when it has one. */
function Subject({ entry }: { entry: Entry }) {
  const page = PAGES[entry.subject_kind];
  if (!page) return <span title={entry.subject_id}>{entry.subject}</span>;
  return (
    <Link to={`/${page}/${entry.subject_id}`} className="gw-link">
      {entry.subject}
    </Link>
  );
}

function useColumns(): Column<Entry>[] {
  const { t } = useTranslation('screens-settings');
  return [
    {
      key: 'action',
      title: t('audit.columns.action'),
      render: (entry) => entry.what,
      csv: (entry) => entry.action,
    },
    {
      key: 'actor',
      title: t('audit.columns.actor'),
      render: (entry) => `${entry.actor_name} (${t(`audit.actors.${entry.actor_kind}`)})`,
      csv: (entry) => entry.actor_name,
    },
    {
      key: 'subject',
      title: t('audit.columns.subject'),
      render: (entry) => <Subject entry={entry} />,
      csv: (entry) => `${entry.subject_kind} ${entry.subject_id}`,
    },
    {
      key: 'detail',
      title: t('audit.columns.detail'),
      render: (entry) =>
        Object.keys(entry.detail).length > 0 ? (
          <Why label={t('audit.show')}>
            <pre style={{ margin: 0, whiteSpace: 'pre-wrap', fontSize: '0.75rem' }}>
              {JSON.stringify(entry.detail, null, 2)}
            </pre>
          </Why>
        ) : (
          '—'
        ),
      csv: (entry) => JSON.stringify(entry.detail),
    },
    {
      key: 'at',
      title: t('audit.columns.at'),
      render: (entry) => <RelativeTime at={entry.at} />,
      csv: (entry) => entry.at,
    },
  ];
}
