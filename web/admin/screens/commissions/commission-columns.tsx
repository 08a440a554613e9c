import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { Money } from '../../../ui/money.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Why } from '../../../ui/why.tsx';

export type Commission = Item<'/v1/commissions'>;

function why({ reason, explanation }: Commission) {
  return (
    <Why>
      <p>{reason}</p>
      <p>{explanation}</p>
    </Why>
  );
}

export function useCommissionColumns(): Column<Commission>[] {
  const { t } = useTranslation('screens-money');
  return [
    {
      key: 'partner',
      title: t('commissions.columns.partner'),
      sort: true,
      render: ({ partner }) => partner.name,
      csv: ({ partner }) => partner.name,
    },
    {
      key: 'account',
      title: t('commissions.columns.account'),
      sort: true,
      render: ({ account }) => account?.name ?? t('commissions.lead'),
    },
    {
      key: 'invoice',
      title: t('commissions.columns.invoice'),
      wideOnly: true,
      render: ({ invoice, rule }) =>
        invoice ? <span className="gw-num">{invoice.external_id}</span> : t(`commissions.rules.${rule}`),
    },
    {
      key: 'net',
      title: t('commissions.columns.net'),
      end: true,
      sort: 'gross_minor',
      render: ({ net_minor, currency }) => <Money minor={net_minor} currency={currency} />,
    },
    {
      key: 'state',
      title: t('commissions.columns.state'),
      sort: true,
      render: ({ state }) => <StateBadge state={state} />,
    },
    { key: 'why', title: t('commissions.columns.why'), render: why },
    {
      key: 'earned',
      title: t('commissions.columns.earned'),
      sort: 'earned_at',
      render: ({ earned_at }) => <RelativeTime at={earned_at} />,
    },
    {
      key: 'available',
      title: t('commissions.columns.available'),
      sort: 'available_at',
      wideOnly: true,
      render: ({ available_at }) => <DateOnly on={available_at} />,
    },
  ];
}
