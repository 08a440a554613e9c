import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { percentText } from '../../../lib/format.ts';
import { Count } from '../../../ui/numbers.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './overview.module.css';

type Health = { green: number; amber: number; red: number; unknown: number };
const BANDS = ['green', 'amber', 'red', 'unknown'] as const;

/** How many customers are in each band, as bar and words. */
export function HealthSplit({ health }: { health: Health }) {
  const { t } = useTranslation('screens-overview');
  const total = BANDS.reduce((sum, band) => sum + health[band], 0);
  if (total === 0) return <p className={classes.quiet}>{t('health.none')}</p>;
  return (
    <>
      <div className={classes.split} aria-hidden>
        {BANDS.map((band) => (
          <span key={band} data-band={band} style={{ flexGrow: health[band] }} />
        ))}
      </div>
      <ul className={classes.bands}>
        {BANDS.map((band) => (
          <li key={band}>
            <Link to="/accounts" search={{ band }} className={classes.band}>
              <StateBadge state={band} />
              <span>
                <Count value={health[band]} />{' '}
                <span className={classes.quiet}>{percentText(health[band] / total, 0)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
