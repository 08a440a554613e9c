import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import type { Column } from '../../../ui/table-types.ts';
import classes from './conversions.module.css';
import { OutcomeBadge } from './outcome-badge.tsx';

export type Conversion = Item<'/v1/conversions'>;

export function useConversionColumns(): Column<Conversion>[] {
  const { t } = useTranslation('screens-partners');
  const title = (key: string) => t(`conversions.columns.${key}`);
  return [
    {
      key: 'account',
      title: title('account'),
      render: (row) => row.account_name ?? row.account_external_id ?? row.event_id,
      csv: (row) => row.account_name ?? row.account_external_id,
    },
    {
      key: 'kind',
      title: title('kind'),
      render: (row) => (
        <div>
          <div>{t(`conversionKinds.${row.kind}`)}</div>
          {row.invoice_external_id && <div className={`${classes.quiet} gw-num`}>{row.invoice_external_id}</div>}
        </div>
      ),
      csv: ({ kind, invoice_external_id }) => (invoice_external_id ? `${kind} ${invoice_external_id}` : kind),
    },
    {
      key: 'outcome',
      title: title('outcome'),
      render: (row) => <OutcomeBadge conversion={row} />,
      csv: (row) => row.outcome ?? row.state,
    },
    {
      key: 'partner',
      title: title('partner'),
      render: ({ partner_name }) => partner_name ?? '—',
      csv: ({ partner_name }) => partner_name,
    },
    {
      key: 'reason',
      title: title('reason'),
      render: ({ reason }) => <div className={classes.reason}>{reason}</div>,
      csv: ({ reason }) => reason,
    },
    {
      key: 'occurred',
      title: title('occurred'),
      sort: 'occurred_at',
      render: ({ occurred_at }) => <RelativeTime at={occurred_at} />,
      csv: ({ occurred_at }) => occurred_at,
    },
  ];
}
