import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Got } from '../../../lib/api.ts';
import { dateText, numberText, percentText } from '../../../lib/format.ts';
import { MetricCard, MetricCards } from '../../../ui/metric-card.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { ChurnByBand } from './churn-by-band.tsx';

export type Backtest = Got<'/v1/health/backtest'>;
export type BacktestResult = Backtest['results']['events'];

const GOOD = { color: 'green', icon: IconCircleCheck };
const BAD = { color: 'red', icon: IconAlertTriangle };
const LOOK: Record<string, typeof GOOD> = {
  does_not_predict: BAD,
  points_the_wrong_way: BAD,
  fair: GOOD,
  good: GOOD,
  strong: GOOD,
};
const UNSURE = { color: 'yellow', icon: IconHelp };

/** Would the score have told who leaves? The verdict first, then the evidence. */
export function BacktestView({ backtest }: { backtest: Backtest }) {
  const { t } = useTranslation('screens-health');
  const { color, icon: Icon } = LOOK[backtest.verdict] ?? UNSURE;
  const result = backtest.results[backtest.judged_by];
  return (
    <Section
      title={t('backtest.title')}
      note={
        <>
          {t('backtest.note', { days: backtest.horizon_days })} <RelativeTime at={backtest.run_at} />
        </>
      }
    >
      <Alert
        variant="outline"
        color={color}
        icon={<Icon size={18} />}
        title={t(`backtest.verdicts.${backtest.verdict}`)}
        mb="md"
      >
        {backtest.sentence}
      </Alert>
      <Figures result={result} />
      <ChurnByBand result={result} />
      <p style={{ color: 'var(--mantine-color-dimmed)', fontSize: '0.8125rem' }}>
        {t('backtest.judgedBy', {
          definition: t(`backtest.definitions.${backtest.judged_by}`),
          reason: backtest.judged_by_reason,
        })}{' '}
        {result.from &&
          result.to &&
          t('backtest.span', { from: dateText(result.from), to: dateText(result.to), count: result.snapshots })}
      </p>
    </Section>
  );
}

function Figures({ result }: { result: BacktestResult }) {
  const { t } = useTranslation('screens-health');
  const interval = (auc: BacktestResult['auc']) =>
    auc ? t('backtest.interval', { low: numberText(auc.low, 2), high: numberText(auc.high, 2) }) : t('backtest.tooFew');
  return (
    <MetricCards>
      <MetricCard
        label={t('backtest.auc')}
        definition="health-backtest"
        value={result.auc ? numberText(result.auc.value, 3) : '—'}
        comparison={interval(result.auc)}
        period={t('backtest.aucNote')}
      />
      <MetricCard
        label={t('backtest.aucLater')}
        value={result.auc_later_half ? numberText(result.auc_later_half.value, 3) : '—'}
        comparison={interval(result.auc_later_half)}
        period={t('backtest.aucLaterNote')}
      />
      <MetricCard
        label={t('backtest.lift')}
        value={result.lift_top_decile === null ? '—' : `${numberText(result.lift_top_decile, 2)}×`}
        period={t('backtest.liftNote')}
      />
      <MetricCard
        label={t('backtest.churned')}
        value={numberText(result.churned_accounts)}
        comparison={
          result.accounts > 0 &&
          t('backtest.ofAccounts', {
            count: result.accounts,
            share: percentText(result.churned_accounts / result.accounts),
          })
        }
        period={t('backtest.needed', { count: result.churned_accounts_needed })}
      />
    </MetricCards>
  );
}
