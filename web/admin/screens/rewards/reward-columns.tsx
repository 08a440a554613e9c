import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StateBadge, ToneBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Why } from '../../../ui/why.tsx';

export type Grant = Item<'/v1/grants'>;

/** Who gets a reward, by name. */
export function receiverName(grant: Grant, word: (key: string) => string): string {
  const company = grant.receiver_account?.name;
  if (grant.receiver === 'referrer') return grant.partner.name;
  return company ?? word(`receivers.${grant.receiver}`);
}

export function useRewardColumns(): Column<Grant>[] {
  const { t } = useTranslation('screens-rewards');
  return [
    { key: 'what', title: t('rewards.columns.what'), render: ({ what }) => what, csv: ({ what }) => what },
    {
      key: 'to',
      title: t('rewards.columns.to'),
      render: (grant) => receiverName(grant, t),
      csv: (grant) => receiverName(grant, t),
    },
    {
      key: 'partner',
      title: t('rewards.columns.partner'),
      sort: true,
      wideOnly: true,
      render: ({ partner }) => partner.name,
      csv: ({ partner }) => partner.name,
    },
    {
      key: 'customer',
      title: t('rewards.columns.customer'),
      render: ({ customer }) => customer?.name ?? '—',
      csv: ({ customer }) => customer?.name,
    },
    {
      key: 'state',
      title: t('rewards.columns.state'),
      sort: true,
      render: ({ state }) => <StateBadge state={state} label={t(`common:grantStates.${state}`)} />,
      csv: ({ state }) => state,
    },
    {
      key: 'why',
      title: t('rewards.columns.why'),
      render: ({ reason }) => <Why>{reason}</Why>,
      csv: ({ reason }) => reason,
    },
    { key: 'due', title: t('rewards.columns.due'), sort: 'due_on', render: (grant) => <Due grant={grant} /> },
    {
      key: 'promised',
      title: t('rewards.columns.promised'),
      sort: 'promised_at',
      wideOnly: true,
      render: ({ promised_at }) => <RelativeTime at={promised_at} />,
      csv: ({ promised_at }) => promised_at,
    },
  ];
}

/** The day it is due while it is still owed; late in words. */
export function Due({ grant }: { grant: Pick<Grant, 'due_on' | 'is_overdue' | 'state'> }) {
  const { t } = useTranslation('screens-rewards');
  if (!grant.due_on || !['ready', 'failed'].includes(grant.state)) return <span>—</span>;
  return (
    <span style={{ display: 'inline-flex', gap: 8, flexWrap: 'wrap' }}>
      <time dateTime={grant.due_on} className="gw-num">
        {dateText(grant.due_on)}
      </time>
      {grant.is_overdue && <ToneBadge tone="bad">{t('rewards.overdue')}</ToneBadge>}
    </span>
  );
}
