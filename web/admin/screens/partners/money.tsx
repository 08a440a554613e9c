import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { PartnerPage } from './partner.tsx';
import classes from './partners.module.css';

type Props = { partner: PartnerPage };

/** Commissions by state, a line for each currency. */
export function Earned({ partner }: Props) {
  const { t } = useTranslation('screens-partners');
  const sums = partner.commissions_by_state;
  return (
    <Section
      title={t('partner.earned.title')}
      note={
        <Link to={`/commissions?q=${encodeURIComponent(partner.name)}`} className="gw-link">
          {t('partner.earned.all')}
        </Link>
      }
      flush
    >
      {sums.length === 0 ? (
        <p className={`${classes.quiet} ${classes.inset}`}>{t('partner.earned.none')}</p>
      ) : (
        <PlainTable
          label={t('partner.earned.title')}
          columns={[
            { title: t('partners.columns.state') },
            { title: t('partner.earned.count'), end: true },
            { title: t('partner.earned.amount'), end: true },
          ]}
          rows={sums.map(({ state, currency, n, net_minor }) => [
            <StateBadge key="state" state={state} />,
            <Count key="n" value={n} />,
            <Money key="amount" minor={net_minor} currency={currency} />,
          ])}
        />
      )}
    </Section>
  );
}

export function PaidOut({ partner }: Props) {
  const { t } = useTranslation('screens-partners');
  return (
    <Section title={t('partner.payouts.title')} flush>
      {partner.payouts.length === 0 ? (
        <p className={`${classes.quiet} ${classes.inset}`}>{t('partner.payouts.none')}</p>
      ) : (
        <PlainTable
          label={t('partner.payouts.title')}
          columns={[
            { title: t('partner.payouts.made') },
            { title: t('partners.columns.state') },
            { title: t('partner.payouts.promised') },
            { title: t('partner.earned.amount'), end: true },
          ]}
          rows={partner.payouts.map((payout) => [
            <RelativeTime key="made" at={payout.created_at} />,
            <StateBadge key="state" state={payout.state} />,
            <DateOnly key="promised" on={payout.expected_on} />,
            <Money key="amount" minor={payout.amount_minor} currency={payout.currency} />,
          ])}
        />
      )}
    </Section>
  );
}
