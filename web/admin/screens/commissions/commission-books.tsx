import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { CommissionWhy } from './commission.tsx';
import classes from './commissions.module.css';

type Props = { commission: CommissionWhy };

export function Transfers({ commission }: Props) {
  const { t } = useTranslation('screens-money');
  if (commission.transfers.length === 0) return <p className={classes.inset}>{t('commission.noTransfers')}</p>;
  return (
    <PlainTable
      label={t('commission.transfers')}
      columns={[
        { title: t('commission.event') },
        { title: t('commission.from') },
        { title: t('commission.to') },
        { title: t('commission.amount'), end: true },
        { title: t('commission.at') },
      ]}
      rows={commission.transfers.map((transfer) => [
        t(`events.${transfer.event}`),
        t(`kinds.${transfer.from}`, { defaultValue: transfer.from }),
        t(`kinds.${transfer.to}`, { defaultValue: transfer.to }),
        <Money key="amount" minor={transfer.amount_minor} currency={commission.currency} />,
        <RelativeTime key="at" at={transfer.at} />,
      ])}
    />
  );
}

export function Reversals({ commission }: Props) {
  const { t } = useTranslation('screens-money');
  if (commission.reversals.length === 0) return null;
  return (
    <Section title={t('commission.reversals')} flush>
      <PlainTable
        label={t('commission.reversals')}
        columns={[
          { title: t('commissions.columns.why') },
          { title: t('commission.amount'), end: true },
          { title: t('commission.at') },
        ]}
        rows={commission.reversals.map((reversal) => [
          reversal.was_paid ? `${reversal.reason} ${t('commission.afterPayout')}` : reversal.reason,
          <Money key="amount" minor={reversal.amount_minor} currency={commission.currency} />,
          <RelativeTime key="at" at={reversal.at} />,
        ])}
      />
    </Section>
  );
}

export function Payouts({ commission }: Props) {
  const { t } = useTranslation('screens-money');
  if (commission.payouts.length === 0) return t('commission.noPayouts');
  return commission.payouts.map((payout) => (
    <p key={payout.payout_id}>
      <Link to="/payouts/$id" params={{ id: payout.batch_id } as never} className="gw-link">
        <Money minor={payout.amount_minor} currency={commission.currency} />
      </Link>{' '}
      <StateBadge state={payout.state} /> {!payout.is_live && t('commission.notLive')} {t('commission.promised')}{' '}
      <DateOnly on={payout.expected_on} />
    </p>
  ));
}
