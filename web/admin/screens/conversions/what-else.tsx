import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { ConversionPage } from './conversion.tsx';
import classes from './conversions.module.css';

type Props = { conversion: ConversionPage };

/** What looked odd, with its evidence. */
export function Suspicions({ conversion: { suspicions } }: Props) {
  const { t } = useTranslation('screens-partners');
  if (suspicions.length === 0) return null;
  return (
    <Section title={t('conversion.suspicions.title')}>
      <ul className={classes.rows}>
        {suspicions.map((one) => (
          <li key={one.code}>
            <StateBadge
              state={one.holds ? 'held' : 'unknown'}
              label={t(one.holds ? 'conversion.suspicions.holds' : 'conversion.suspicions.notes')}
            />{' '}
            {one.reason}
            <div className={`${classes.quiet} ${classes.evidence}`}>
              <Facts items={Object.entries(one.evidence).map(([key, value]) => [key.replaceAll('_', ' '), value])} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The commissions a refund took from. The commission's page says the amount with its currency. */
export function TakenBack({ conversion: { reversals } }: Props) {
  const { t } = useTranslation('screens-partners');
  if (reversals.length === 0) return null;
  return (
    <Section title={t('conversion.takenBack.title')}>
      <ul className={classes.rows}>
        {reversals.map(({ commission_id, was_paid }) => (
          <li key={commission_id}>
            <Link to="/commissions/$id" params={{ id: commission_id } as never} className="gw-link">
              {t('conversion.facts.openCommission')}
            </Link>{' '}
            {t(was_paid ? 'conversion.takenBack.after' : 'conversion.takenBack.before')}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was decided before and later decided again. */
export function Earlier({ conversion: { earlier } }: Props) {
  const { t } = useTranslation('screens-partners');
  if (earlier.length === 0) return null;
  return (
    <Section title={t('conversion.earlier')}>
      <ul className={classes.rows}>
        {earlier.map((one) => (
          <li key={one.decided_at}>
            <StateBadge state={one.outcome} /> {one.reason}{' '}
            <span className={classes.quiet}>
              <DateOnly on={one.decided_at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
