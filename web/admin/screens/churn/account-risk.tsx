import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Got } from '../../../lib/api.ts';
import { numberText, percentText } from '../../../lib/format.ts';
import { Section } from '../../../ui/section.tsx';
import { Term } from '../../../ui/term.tsx';
import { Contributions } from '../../../ui/why.tsx';
import classes from './churn.module.css';
import { LevelBadge } from './churn-columns.tsx';
import { useAccountRisk } from './churn-query.ts';

type AccountRisk = Got<'/v1/accounts/{id}/churn-risk'>;

/** On an account's page: may it leave, and why; or why that cannot be said. */
export function AccountRiskSection({ accountId }: { accountId: string }) {
  const found = useAccountRisk(accountId);
  return found.data ? <View found={found.data} /> : null;
}

function View({ found }: { found: AccountRisk }) {
  const { t } = useTranslation('screens-churn');
  const { risk, base_rate } = found;
  return (
    <Section
      title={t('account.title', { days: found.horizon_days })}
      note={
        <>
          <Term of="odds">{t('account.odds')}</Term> ·{' '}
          <Link to={'/churn/model' as never} className="gw-link">
            {t('account.why')}
          </Link>
        </>
      }
    >
      {risk ? (
        <>
          <div className={classes.pair}>
            <span className={classes.sum}>{percentText(risk.risk, risk.risk < 0.1 ? 1 : 0)}</span>
            <LevelBadge level={risk.level} />
          </div>
          {base_rate !== null && <p className={classes.quiet}>{t('account.mean', { mean: percentText(base_rate) })}</p>}
          <Reasons reasons={risk.reasons} />
        </>
      ) : (
        <p className={classes.quiet}>{found.sentence}</p>
      )}
    </Section>
  );
}

function Reasons({ reasons }: { reasons: NonNullable<AccountRisk['risk']>['reasons'] }) {
  const { t } = useTranslation('screens-churn');
  const largest = Math.max(0.001, ...reasons.map(({ log_odds }) => Math.abs(log_odds)));
  return (
    <Contributions
      items={reasons.map(({ feature, name, direction, log_odds, factor, fact }) => ({
        key: feature,
        label: name,
        share: Math.abs(log_odds) / largest,
        tone: direction === 'raises' ? 'bad' : 'good',
        value: t('times', { factor: numberText(factor, 2) }),
        note: fact,
      }))}
    />
  );
}
