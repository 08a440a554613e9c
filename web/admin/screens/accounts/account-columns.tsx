import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { Money } from '../../../ui/money.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import classes from './accounts.module.css';

export type AccountRow = Item<'/v1/accounts'>;

export function useAccountColumns(): Column<AccountRow>[] {
  const { t } = useTranslation('screens-customers');
  return [
    {
      key: 'name',
      title: t('accounts.columns.name'),
      sort: true,
      render: ({ name }) => name,
      csv: ({ name }) => name,
    },
    {
      key: 'state',
      title: t('accounts.columns.state'),
      render: ({ state }) => <StateBadge state={state} />,
      csv: ({ state }) => state,
    },
    { key: 'plan', title: t('accounts.columns.plan'), render: ({ plan }) => plan ?? '—', csv: ({ plan }) => plan },
    {
      key: 'source',
      title: t('accounts.columns.source'),
      render: ({ imported_source }) => imported_source ?? '—',
      csv: ({ imported_source }) => imported_source,
      wideOnly: true,
    },
    {
      key: 'mrr',
      title: t('accounts.columns.mrr'),
      sort: true,
      end: true,
      render: ({ mrr_minor, currency }) => <Money minor={mrr_minor} currency={currency} />,
      csv: ({ mrr_minor }) => mrr_minor,
    },
    {
      key: 'health',
      title: t('accounts.columns.health'),
      sort: true,
      end: true,
      render: ({ health_score, health_band, is_overridden }) => (
        <Scored score={health_score} state={health_band} note={is_overridden ? t('accounts.byHand') : undefined} />
      ),
      csv: ({ health_score }) => health_score,
    },
    {
      key: 'readiness',
      title: t('accounts.columns.readiness'),
      sort: true,
      end: true,
      render: ({ readiness_score, readiness_status }) => <Scored score={readiness_score} state={readiness_status} />,
      csv: ({ readiness_score }) => readiness_score,
    },
    {
      key: 'last_active',
      title: t('accounts.columns.lastActive'),
      sort: true,
      end: true,
      render: ({ last_active_on }) => <RelativeTime at={last_active_on} />,
      csv: ({ last_active_on }) => last_active_on,
    },
  ];
}

type ScoredProps = { score: number | null; state: string | null; note?: string };

export function Scored({ score, state, note }: ScoredProps) {
  if (state === null) return <>—</>;
  return (
    <span className={classes.scored} title={note}>
      {score !== null && <span className="gw-num">{numberText(score)}</span>}
      <StateBadge state={state} />
      {note && <span className={classes.note}>{note}</span>}
    </span>
  );
}
