import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { numberText, percentText } from '../../../lib/format.ts';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './needs.module.css';
import type { Worth } from './needs-query.ts';

type Row = Worth['items'][number];

const LOOK = {
  more: 'green',
  less: 'red',
  not_confirmed: 'almost',
  explained: 'unknown',
  no_difference: 'unknown',
  too_few: 'unknown',
} as const;

/** Each with how many have it, how many of them succeed and leave early, and what is still to be written. */
export function WorthTable({ worth }: { worth: Worth }) {
  const { t } = useTranslation('screens-needs');
  return (
    <PlainTable
      label={t('worth.title')}
      columns={[
        { title: t('worth.name') },
        { title: t('worth.customers'), end: true },
        { title: t('worth.succeed'), end: true },
        { title: t('worth.left'), end: true },
        { title: t('worth.mrr'), end: true },
        { title: t('worth.verdict') },
      ]}
      rows={worth.items.map((row) => [
        <Named key="name" row={row} />,
        <Customers key="customers" row={row} />,
        <Share key="success" share={row.success} of={row.decided} />,
        <Share key="left" share={row.left_share} of={row.watched} />,
        <Money key="mrr" minor={row.mrr_minor} currency={worth.currency} />,
        <Verdict key="verdict" row={row} />,
      ])}
    />
  );
}

function Named({ row }: { row: Row }) {
  const { t } = useTranslation('screens-needs');
  return (
    <span>
      <Link to="/success/needs/$id" params={{ id: row.need_id }} className="gw-link">
        {row.name}
      </Link>
      {row.missing.length > 0 && (
        <div className={classes.quiet}>
          {t('worth.missing', { parts: row.missing.map((part) => t(`parts.${part}`)).join(', ') })}
        </div>
      )}
    </span>
  );
}

function Customers({ row }: { row: Row }) {
  const { t } = useTranslation('screens-needs');
  return (
    <span className="gw-num">
      {numberText(row.customers)}
      {row.suggested > 0 && <div className={classes.quiet}>{t('worth.suggested', { count: row.suggested })}</div>}
    </span>
  );
}

function Share({ share, of }: { share: Row['success']; of: number }) {
  const { t } = useTranslation('screens-needs');
  if (!share) return '—';
  return (
    <span className="gw-num">
      {percentText(share.value, 0)}
      <div className={classes.quiet}>
        {t('worth.interval', { low: percentText(share.low, 0), high: percentText(share.high, 0), count: of })}
      </div>
    </span>
  );
}

function Verdict({ row }: { row: Row }) {
  const { t } = useTranslation('screens-needs');
  return (
    <span>
      <StateBadge state={LOOK[row.verdict]} label={t(`verdicts.${row.verdict}`)} />
      <div className={classes.quiet}>{row.sentence}</div>
    </span>
  );
}
