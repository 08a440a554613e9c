import { Button } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got, ProblemError } from '../../../lib/api.ts';
import { dateText, numberText, percentText } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MetricCard, MetricCards } from '../../../ui/metric-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { Contributions } from '../../../ui/why.tsx';
import { Calibration } from './calibration.tsx';
import classes from './churn.module.css';
import { type Horizon, useHorizon } from './churn-query.ts';

export type Card = Got<'/v1/churn/model'>;
export type Quality = NonNullable<Card['quality']>;

/** Everything one may ask about a model before believing it. */
export default function ChurnModel() {
  const { t } = useTranslation('screens-churn');
  const horizon = useHorizon();
  const card = useQuery({
    queryKey: ['churn', 'model', horizon],
    queryFn: () => ask(api.GET('/v1/churn/model', { params: { query: { horizon_days: horizon } } })),
  });
  return (
    <>
      <PageHeader
        back={
          <Link to={`/churn?horizon_days=${horizon}` as never} className="gw-link">
            {t('plain')}
          </Link>
        }
        title={t('model.title', { days: horizon })}
        answer={card.data?.sentence}
      />
      {isMissing(card.error) ? (
        <NoModel horizon={horizon} />
      ) : (
        <QueryView query={card}>{(data) => <View card={data} />}</QueryView>
      )}
    </>
  );
}

const isMissing = (error: unknown) => error instanceof ProblemError && error.problem.status === 404;

function NoModel({ horizon }: { horizon: Horizon }) {
  const { t } = useTranslation('screens-churn');
  return (
    <Section>
      <EmptyState
        icon={IconGauge}
        title={t('model.none', { days: horizon })}
        text={t('model.noneText')}
        action={
          <Button component={Link} to={`/churn?horizon_days=${horizon}`}>
            {t('model.toChurn')}
          </Button>
        }
      />
    </Section>
  );
}

function View({ card }: { card: Card }) {
  const { t } = useTranslation('screens-churn');
  const tone = card.outcome === 'cannot_be_predicted' ? 'bad' : 'warn';
  return (
    <>
      {card.outcome !== 'predicts' && (
        <div className={classes.stack}>
          <Notice tone={tone} title={t(`status.${card.outcome}`)}>
            {card.needed.length > 0 && t('needed')}
            <List items={card.needed} />
          </Notice>
        </div>
      )}
      {card.quality && <Measures quality={card.quality} />}
      <TwoColumns>
        <div>
          {card.quality && <Calibration quality={card.quality} />}
          {card.features.length > 0 && <Features card={card} />}
          <Section title={t('model.refused')} note={t('model.refusedNote')}>
            {card.refused.length === 0 ? (
              <p className={classes.quiet}>{t('model.nothingRefused')}</p>
            ) : (
              <List items={card.refused.map(({ reason }) => reason)} />
            )}
          </Section>
        </div>
        <div>
          <Section title={t('model.limits')}>
            <List items={card.limits} />
          </Section>
          <Section title={t('model.facts')}>
            <HowMade card={card} />
          </Section>
        </div>
      </TwoColumns>
    </>
  );
}

function List({ items }: { items: string[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.list}>
      {items.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Measures({ quality }: { quality: Quality }) {
  const { t } = useTranslation('screens-churn');
  const interval = ({ low, high }: { low: number; high: number }, digits = 3) =>
    t('model.interval', { low: numberText(low, digits), high: numberText(high, digits) });
  const counts = {
    rows: numberText(quality.rows),
    accounts: numberText(quality.accounts),
    churned: numberText(quality.churned),
  };
  return (
    <Section title={t('model.quality')} note={t('model.qualityNote', counts)}>
      <MetricCards>
        <MetricCard
          label={t('model.auc')}
          value={numberText(quality.auc.value, 3)}
          comparison={interval(quality.auc)}
          period={t('model.aucNote')}
        />
        <MetricCard
          label={t('model.brier')}
          value={numberText(quality.brier.value, 3)}
          comparison={interval(quality.brier)}
          period={t('model.brierNote', { mean: numberText(quality.brier_of_mean, 3) })}
        />
        <MetricCard
          label={t('model.error')}
          value={numberText(quality.calibration_error.value, 3)}
          comparison={interval(quality.calibration_error)}
          period={t('model.errorNote')}
        />
        <MetricCard
          label={t('model.lift')}
          value={`${numberText(quality.lift_top_decile.value, 2)}×`}
          comparison={interval(quality.lift_top_decile, 2)}
          period={t('model.liftNote')}
        />
      </MetricCards>
    </Section>
  );
}

const MOST_FEATURES = 12;

function Features({ card }: { card: Card }) {
  const { t } = useTranslation('screens-churn');
  const largest = card.features[0]?.importance || 1;
  return (
    <Section title={t('model.features')} note={t('model.featuresNote')}>
      <Contributions
        items={card.features.slice(0, MOST_FEATURES).map(({ feature, name, importance }) => ({
          key: feature,
          label: name,
          share: importance / largest,
          value: `×${numberText(Math.exp(importance), 2)}`,
          tone: 'calm',
        }))}
      />
    </Section>
  );
}

function precision({ average_precision, churned, rows }: Quality, t: TFunction<'screens-churn'>): string {
  const { value, low, high } = average_precision;
  const interval = t('model.interval', { low: numberText(low, 3), high: numberText(high, 3) });
  return `${numberText(value, 3)} (${interval}). ${t('model.precisionNote', { mean: numberText(churned / rows, 3) })}`;
}

function HowMade({ card }: { card: Card }) {
  const { t } = useTranslation('screens-churn');
  const { quality } = card;
  const period = (of: Card['trained_on']) =>
    of && t('model.period', { from: dateText(of.from), to: dateText(of.to), count: of.snapshots });
  return (
    <Facts
      items={[
        [t('model.kind'), card.chosen && t(`model.kinds.${card.chosen}`)],
        [t('model.challenger'), card.challenger?.sentence],
        [t('model.trained'), <RelativeTime key="trained" at={card.trained_at} />],
        [t('model.data'), dateText(card.data_until)],
        [t('model.trainedOn'), period(card.trained_on)],
        [t('model.testedOn'), period(card.tested_on)],
        [
          t('model.accounts'),
          t('model.accountsOf', { accounts: numberText(card.accounts), churned: numberText(card.churned_accounts) }),
        ],
        [t('model.rows'), numberText(card.rows)],
        [t('exposed.mean'), card.base_rate === null ? null : percentText(card.base_rate)],
        [t('model.precision'), quality && precision(quality, t)],
        [t('model.folds'), quality?.fold_aucs.map((auc) => numberText(auc, 3)).join(' · ')],
        [
          t('model.hash'),
          <span key="hash" className={classes.hash}>
            {card.data_hash}
          </span>,
        ],
        [t('model.seed'), String(card.seed)],
      ]}
    />
  );
}
