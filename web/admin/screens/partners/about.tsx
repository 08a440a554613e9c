import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { MemberName } from '../../member-name.tsx';
import type { PartnerPage } from './partner.tsx';
import classes from './partners.module.css';

type Props = { partner: PartnerPage };

export function About({ partner }: Props) {
  const { t } = useTranslation('screens-partners');
  return (
    <Section title={t('partner.about.title')}>
      <Facts
        items={[
          [t('partners.columns.kind'), t(`kinds.${partner.kind}`)],
          [t('partners.add.email'), partner.email],
          [
            t('partner.about.account'),
            partner.account_id && (
              <Link to="/accounts/$id" params={{ id: partner.account_id } as never} className="gw-link">
                {partner.account_name ?? partner.account_id}
              </Link>
            ),
          ],
          [t('partners.add.country'), partner.country],
          [t('partner.about.since'), <DateOnly key="since" on={partner.created_at} />],
          [t('partner.about.approved'), partner.approved_at && <DateOnly key="approved" on={partner.approved_at} />],
        ]}
      />
    </Section>
  );
}

/** What became of the partner, and why. */
export function States({ partner }: Props) {
  const { t } = useTranslation('screens-partners');
  return (
    <Section title={t('partner.states')}>
      <ul className={classes.rows}>
        {partner.states.map(({ state, at, reason, actor_id }) => (
          <li key={state + at}>
            <div className={classes.pair}>
              <StateBadge state={state} />
              <span className={classes.quiet}>
                <RelativeTime at={at} />
              </span>
            </div>
            <div className={classes.quiet}>
              <MemberName id={actor_id} />
              {reason && `: ${reason}`}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
