import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { PartnerPage } from './partner.tsx';
import classes from './partners.module.css';

const LOOKS = { signed_up: 'invited', paying: 'paying', not_credited: 'refused', ended: 'ended' } as const;

/** The accounts the partner brought, each with why it counts or does not. */
export function Referrals({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  const { referrals } = partner;
  return (
    <Section
      title={t('partner.referrals.title')}
      note={
        <Link to={`/conversions?q=${encodeURIComponent(partner.name)}`} className="gw-link">
          {t('partner.referrals.all')}
        </Link>
      }
      flush
    >
      {referrals.length === 0 ? (
        <p className={`${classes.quiet} ${classes.inset}`}>{t('partner.referrals.none')}</p>
      ) : (
        <PlainTable
          label={t('partner.referrals.title')}
          columns={['account', 'state', 'why', 'since'].map((key) => ({ title: t(`partner.referrals.${key}`) }))}
          rows={referrals.map((referral) => [
            <Link key="a" to="/accounts/$id" params={{ id: referral.account_id } as never} className="gw-link">
              {referral.account_name}
            </Link>,
            <StateBadge key="s" state={LOOKS[referral.state]} label={t(`referralStates.${referral.state}`)} />,
            referral.reason,
            <RelativeTime key="t" at={referral.since} />,
          ])}
        />
      )}
    </Section>
  );
}
