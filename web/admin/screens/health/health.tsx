import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { HealthSplit } from '../overview/health-split.tsx';
import { BacktestView } from './backtest.tsx';
import { DriftView } from './drift.tsx';
import { ModelTable } from './model-table.tsx';
import { Overrides } from './overrides.tsx';
import { ScoreNow } from './score-now.tsx';
import { Versions } from './versions.tsx';

/** Whether the score can be believed, what it is made of, and who is in which band. */
export default function Health() {
  const { t } = useTranslation('screens-health');
  const backtest = useQuery({ queryKey: ['backtest'], queryFn: () => ask(api.GET('/v1/health/backtest')) });
  const model = useQuery({ queryKey: ['health-model'], queryFn: () => ask(api.GET('/v1/health/model')) });
  const drift = useQuery({ queryKey: ['health-drift'], queryFn: () => ask(api.GET('/v1/health/drift')) });
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => ask(api.GET('/v1/reports/overview')) });
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={backtest.data?.sentence}
        actions={
          <>
            <Button component={Link} to="/accounts?sort=health&order=asc" variant="default">
              {t('worst')}
            </Button>
            <Button component={Link} to="/health/model" variant="default">
              {t('editor.open_editor')}
            </Button>
            <ScoreNow />
          </>
        }
      />
      <Section title={t('split')} note={t('splitNote')}>
        <QueryView query={overview}>{(data) => <HealthSplit health={data.health} />}</QueryView>
      </Section>
      {drift.data?.state === 'alarm' && (
        <Notice tone="warn" title={t('drift.states.alarm')}>
          {drift.data.sentence} {drift.data.advice}
        </Notice>
      )}
      <QueryView query={backtest}>{(data) => <BacktestView backtest={data} />}</QueryView>
      <QueryView query={model}>
        {(data) => (
          <Section title={t('model.title')} note={t('model.note', { name: data.name, version: data.version })} flush>
            <ModelTable model={data} />
          </Section>
        )}
      </QueryView>
      <Versions />
      {drift.data && <DriftView drift={drift.data} />}
      <Overrides />
    </>
  );
}
