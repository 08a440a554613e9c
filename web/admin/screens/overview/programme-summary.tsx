import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../ui/money.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './overview.module.css';
import type { OverviewData } from './overview.tsx';

/** What the programmes did lately and what is owed; currencies are never added up. */
export function ProgrammeSummary({ programmes }: { programmes: OverviewData['programmes'] }) {
  const { t } = useTranslation('screens-overview');
  const { commissions, ...counts } = programmes;
  return (
    <>
      <ul className={classes.counts}>
        {(Object.keys(counts) as (keyof typeof counts)[]).map((key) => (
          <li key={key}>
            <strong className={classes.count}>
              <Count value={counts[key]} />
            </strong>
            <span className={classes.quiet}>{t(`programmes.${key}`)}</span>
          </li>
        ))}
      </ul>
      {commissions.length > 0 ? (
        <PlainTable
          label={t('programmes.commissions')}
          columns={[
            { title: t('programmes.commissions') },
            { title: t('programmes.number'), end: true },
            { title: t('programmes.amount'), end: true },
          ]}
          rows={commissions.map((row) => [
            <StateBadge key="state" state={row.state} />,
            <Count key="n" value={row.commissions} />,
            <Money key="amount" minor={row.amount_minor} currency={row.currency} />,
          ])}
        />
      ) : (
        <p className={classes.quiet}>
          {t('programmes.none')}{' '}
          <Link to="/programmes" className="gw-link">
            {t('programmes.link')}
          </Link>
        </p>
      )}
    </>
  );
}
