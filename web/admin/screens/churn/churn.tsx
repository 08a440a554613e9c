import { Button, SegmentedControl } from '@mantine/core';
import { IconGauge, IconMoodSad } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText, moneyText, numberText, percentText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MetricCard, MetricCards } from '../../../ui/metric-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { Term } from '../../../ui/term.tsx';
import { StartPlaybook } from '../playbooks/start-playbook.tsx';
import classes from './churn.module.css';
import { type RiskRow, useChurnColumns } from './churn-columns.tsx';
import { HORIZONS, type Horizon, type Outlook, useHorizon, useOutlook } from './churn-query.ts';
import { TrainButton, TrainingState } from './train.tsx';

/** Who may leave, what they pay, and why; or what is missing to say so. */
export default function Churn() {
  const { t } = useTranslation('screens-churn');
  const horizon = useHorizon();
  const outlook = useOutlook(horizon);
  return (
    <>
      <PageHeader
        title={t('title', { days: horizon })}
        answer={outlook.data && <InShort outlook={outlook.data} />}
        actions={
          <>
            <ChooseHorizon horizon={horizon} />
            {outlook.data && outlook.data.status !== 'untrained' && (
              <Button
                component={Link}
                to={`/churn/model?horizon_days=${horizon}`}
                variant="default"
                leftSection={<IconGauge size={16} />}
              >
                {t('card')}
              </Button>
            )}
            {outlook.data && <TrainButton outlook={outlook.data} horizon={horizon} />}
          </>
        }
      />
      <QueryView query={outlook}>{(data) => <Answer outlook={data} horizon={horizon} />}</QueryView>
    </>
  );
}

/** Who first, then how sure. */
function InShort({ outlook: { status, exposed, sentence } }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-churn');
  if (status !== 'predicts') return sentence;
  return (
    <>
      <strong>{t('answer', { count: exposed.high, accounts: exposed.accounts })}</strong> {sentence}
    </>
  );
}

function ChooseHorizon({ horizon }: { horizon: Horizon }) {
  const { t } = useTranslation('screens-churn');
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label={t('horizon')}
      value={horizon}
      data={HORIZONS.map((value) => ({ value, label: t(`horizons.${value}`) }))}
      onChange={(value) => navigate({ to: '.', search: { horizon_days: value === '90' ? undefined : value } } as never)}
    />
  );
}

function Answer({ outlook, horizon }: { outlook: Outlook; horizon: Horizon }) {
  return (
    <>
      <div className={classes.stack}>
        <TrainingState outlook={outlook} />
        {outlook.status !== 'predicts' && <WhatIsNeeded outlook={outlook} />}
        <DriftNotice outlook={outlook} />
      </div>
      {outlook.status === 'predicts' && <Exposed outlook={outlook} />}
      {outlook.status === 'predicts' && <Risks horizon={horizon} />}
    </>
  );
}

function WhatIsNeeded({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-churn');
  return (
    <Notice tone={outlook.status === 'cannot_be_predicted' ? 'bad' : 'warn'} title={t(`status.${outlook.status}`)}>
      <p>{outlook.sentence}</p>
      {outlook.needed.length > 0 && (
        <>
          <strong>{t('needed')}</strong>
          <ul className={classes.list}>
            {outlook.needed.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function DriftNotice({ outlook: { drift } }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-churn');
  if (!drift || drift.verdict === 'stable') return null;
  return (
    <Notice tone={drift.verdict === 'alarm' ? 'bad' : 'warn'} title={t(`drift.${drift.verdict}`)}>
      {drift.sentence} <Term of="shift">{t('drift.term')}</Term>
    </Notice>
  );
}

function Exposed({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-churn');
  const { exposed, auc, base_rate } = outlook;
  const money = (minor: number) => (exposed.currency ? moneyText(minor, exposed.currency) : '—');
  const hasMrr = exposed.mrr_minor > 0;
  return (
    <>
      <MetricCards>
        <MetricCard
          label={t('exposed.high')}
          definition="churn-risk"
          value={numberText(exposed.high)}
          comparison={t('exposed.ofAccounts', { count: exposed.accounts })}
          period={base_rate !== null && t('exposed.highNote', { mean: percentText(base_rate) })}
        />
        {hasMrr && (
          <MetricCard
            label={t('exposed.mrr')}
            value={money(exposed.high_mrr_minor)}
            comparison={t('exposed.ofMrr', { amount: money(exposed.mrr_minor) })}
          />
        )}
        {hasMrr && (
          <MetricCard
            label={t('exposed.loss')}
            value={money(exposed.expected_loss_minor)}
            period={t('exposed.lossNote')}
          />
        )}
        {auc && (
          <MetricCard
            label={t('exposed.sure')}
            value={percentText(auc.value, 0)}
            period={t('exposed.sureNote', { low: percentText(auc.low, 0), high: percentText(auc.high, 0) })}
          />
        )}
      </MetricCards>
      <p className={`${classes.quiet} ${classes.under}`}>
        {outlook.data_until && t('asOf', { day: dateText(outlook.data_until) })} <RelativeTime at={outlook.scored_at} />
        {hasMrr && exposed.without_mrr > 0 && ` · ${t('exposed.noMrr', { count: exposed.without_mrr })}`}
        {' · '}
        {t('unlike')} <Term of="odds">{t('account.odds')}</Term>
      </p>
    </>
  );
}

function Risks({ horizon }: { horizon: Horizon }) {
  const { t } = useTranslation(['screens-churn', 'screens-playbooks']);
  const { data: segments } = useQuery({
    queryKey: ['segments', { archived: false }],
    queryFn: () => ask(api.GET('/v1/segments', { params: { query: { archived: 'false' } } })),
  });
  const mayStart = useMay('success:write');
  const named = (segments?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ServerTable<RiskRow>
      name="churn"
      label={t('list')}
      fixed={{ horizon_days: horizon }}
      fetchPage={(query) => ask(api.GET('/v1/churn/risks', { params: { query: query as never } }))}
      columns={useChurnColumns()}
      rowId={({ account_id }) => account_id}
      rowTo={({ account_id }) => `/accounts/${account_id}`}
      searchLabel={t('search')}
      filters={[
        {
          key: 'level',
          label: t('level'),
          options: (['high', 'raised', 'low'] as const).map((value) => ({ value, label: t(`levels.${value}`) })),
        },
        { key: 'segment', label: t('segment'), options: named },
        {
          key: 'looked_after',
          label: t('screens-playbooks:list.filter'),
          options: (['no', 'yes'] as const).map((value) => ({ value, label: t(`screens-playbooks:list.${value}`) })),
        },
      ]}
      bulk={
        mayStart
          ? {
              nameOf: ({ name }) => name,
              render: (rows, clear) => (
                <>
                  <StartPlaybook
                    accountIds={rows.map(({ account_id }) => account_id)}
                    reasons={rows.flatMap(({ reasons }) => reasons.filter(({ direction }) => direction === 'raises'))}
                    onStarted={clear}
                  />
                  <Button variant="subtle" onClick={clear}>
                    {t('screens-playbooks:start.clear')}
                  </Button>
                </>
              ),
            }
          : undefined
      }
      defaultSort={{ sort: 'risk', order: 'desc' }}
      exportHref={(query) => `/v1/churn/risks.csv?${query}`}
      empty={<EmptyState icon={IconMoodSad} title={t('none')} text={t('noneText')} />}
    />
  );
}
