import { useTranslation } from 'react-i18next';
import type { Got } from '../../../lib/api.ts';
import { dateText, numberText, percentText } from '../../../lib/format.ts';
import { MetricCard, MetricCards } from '../../../ui/metric-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Tone } from '../../../ui/state-badge.tsx';
import { Evidence } from './evidence.tsx';

export type Backtest = Got<'/v1/health/backtest'>;
export type BacktestResult = Backtest['results']['events'];

const TONE: Record<string, Tone> = {
  does_not_predict: 'bad',
  points_the_wrong_way: 'bad',
  fair: 'good',
  good: 'good',
  strong: 'good',
};

/** Would the score have told who leaves? The verdict first, then the evidence. */
export function BacktestView({ backtest }: { backtest: Backtest }) {
  const { t } = useTranslation('screens-health');
  const tone = TONE[backtest.verdict] ?? 'warn';
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
      <Notice tone={tone} title={t(`backtest.verdicts.${backtest.verdict}`)}>
        {backtest.sentence}
      </Notice>
      <Figures result={result} />
      <Evidence backtest={backtest} result={result} />
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
