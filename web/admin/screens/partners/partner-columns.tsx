import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { Count } from '../../../ui/numbers.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Balances } from './balances.tsx';

export type Partner = Item<'/v1/partners'>;
export const STATES = ['invited', 'approved', 'suspended', 'closed'];
export const KINDS = ['customer', 'affiliate', 'creator', 'agency', 'adviser', 'reader'] as const;

export function usePartnerColumns(): Column<Partner>[] {
  const { t } = useTranslation('screens-partners');
  const count = (key: 'clicks' | 'signups' | 'customers', wideOnly = false): Column<Partner> => ({
    key,
    title: t(`partners.columns.${key}`),
    sort: true,
    end: true,
    wideOnly,
    render: (partner) => <Count value={partner[key]} />,
  });
  const money = (key: 'earned' | 'available'): Column<Partner> => ({
    key,
    title: t(`partners.columns.${key}`),
    sort: true,
    end: true,
    render: ({ balances }) => <Balances balances={balances} field={`${key}_minor`} />,
  });
  return [
    {
      key: 'name',
      title: t('partners.columns.name'),
      sort: true,
      render: ({ name }) => name,
      csv: ({ name }) => name,
    },
    { key: 'kind', title: t('partners.columns.kind'), wideOnly: true, render: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'state', title: t('partners.columns.state'), render: ({ state }) => <StateBadge state={state} /> },
    count('clicks'),
    count('signups', true),
    count('customers'),
    money('earned'),
    money('available'),
    {
      key: 'created',
      title: t('partners.columns.since'),
      sort: 'created_at',
      wideOnly: true,
      render: ({ created_at }) => <RelativeTime at={created_at} />,
    },
  ];
}
