import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { LongWork } from '../../../ui/long-work.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { ImportPlan } from './import-plan.tsx';
import { ImportResult } from './import-result.tsx';

export type ImportDetail = Got<'/v1/imports/{id}'>;

/** One import: how it would be read, how far it is, what came of it. */
export default function Import() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['imports', id],
    queryFn: () => ask(api.GET('/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1000 : false),
  });
  return <QueryView query={found}>{(data) => <View data={data} />}</QueryView>;
}

function View({ data }: { data: ImportDetail }) {
  const { t } = useTranslation('screens-imports');
  const rejected = data.files.reduce((sum, { rows_rejected }) => sum + rows_rejected, 0);
  return (
    <>
      <PageHeader
        back={
          <Link to="/imports" className="gw-link">
            {t('list.label')}
          </Link>
        }
        title={t(`one.title.${data.state}`)}
        badge={<StateBadge state={data.state} />}
        answer={t(`one.answer.${data.state}`, {
          label: data.label,
          rows: numberText(data.rows_read),
          count: rejected,
          rejected: numberText(rejected),
          error: data.error,
        })}
      />
      {data.state === 'planned' && <ImportPlan data={data} />}
      {data.state === 'running' && (
        <Section>
          <Running data={data} />
        </Section>
      )}
      {data.state !== 'planned' && <ImportResult data={data} />}
    </>
  );
}

function Running({ data }: { data: ImportDetail }) {
  const { t } = useTranslation('screens-imports');
  const done = data.files
    .filter(({ state }) => state === 'done' || state === 'skipped' || state === 'failed')
    .reduce((sum, { size_bytes }) => sum + size_bytes, 0);
  return (
    <LongWork label={t('one.running', { rows: numberText(data.rows_read) })} done={done} total={data.bytes_total} />
  );
}
