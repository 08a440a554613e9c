import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { DataQuality } from './data-quality.tsx';
import type { ImportDetail } from './import.tsx';

const COUNTS = [
  'rows_read',
  'rows_inserted',
  'rows_updated',
  'rows_unchanged',
  'rows_rejected',
  'repeated_ids',
] as const;

export function ImportResult({ data }: { data: ImportDetail }) {
  const { t } = useTranslation('screens-imports');
  const rejected = data.files.reduce((sum, { rows_rejected }) => sum + rows_rejected, 0);
  const orphaned = data.files.reduce((sum, { rows_orphaned }) => sum + rows_orphaned, 0);
  const leftOut = data.plan.evidence.filter(({ entity }) => entity === null);
  return (
    <>
      <Section title={t('result.title')} flush>
        <PlainTable
          label={t('result.title')}
          columns={[
            { title: t('result.file') },
            { title: t('result.entity') },
            { title: t('list.state') },
            ...COUNTS.map((key) => ({ title: t(`counts.${key}`), end: true })),
          ]}
          rows={data.files.map((file) => [
            file.file,
            t(`entities.${file.entity}`, { defaultValue: file.entity }),
            file.error ? `${t('common:states.failed')}: ${file.error}` : <StateBadge key="state" state={file.state} />,
            ...COUNTS.map((key) => <Count key={key} value={file[key]} />),
          ])}
        />
      </Section>
      {orphaned > 0 && (
        <Notice tone="warn" title={t('result.orphans', { count: orphaned, total: numberText(orphaned) })}>
          {t('result.orphansText', {
            files: data.files
              .filter(isOrphaned)
              .map(({ file }) => file)
              .join(', '),
          })}
        </Notice>
      )}
      {leftOut.length > 0 && <LeftOut files={leftOut} />}
      {rejected > 0 && <Rejects id={data.id} />}
      {data.plan.missing.length > 0 && <Missing sentences={data.plan.missing} />}
      {data.state === 'done' && <DataQuality />}
    </>
  );
}

function isOrphaned({ rows_orphaned }: ImportDetail['files'][number]): boolean {
  return rows_orphaned > 0;
}

function LeftOut({ files }: { files: ImportDetail['plan']['evidence'] }) {
  const { t } = useTranslation('screens-imports');
  return (
    <Section title={t('result.leftOut')} flush>
      <PlainTable
        label={t('result.leftOut')}
        columns={[{ title: t('result.file') }, { title: t('result.reason') }]}
        rows={files.map(({ file, why }) => [file, why])}
      />
    </Section>
  );
}

export function Missing({ sentences }: { sentences: string[] }) {
  const { t } = useTranslation('screens-imports');
  return (
    <Section title={t('result.missing')} note={t('result.missingNote')}>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

function Rejects({ id }: { id: string }) {
  const { t } = useTranslation('screens-imports');
  const rejects = useQuery({
    queryKey: ['imports', id, 'rejects'],
    queryFn: () => ask(api.GET('/v1/imports/{id}/rejects', { params: { path: { id }, query: { per_page: 20 } } })),
  });
  return (
    <Section
      title={t('result.rejects')}
      note={
        rejects.data &&
        t('result.rejectsNote', { total: numberText(rejects.data.total), count: rejects.data.items.length })
      }
      actions={
        <Button
          component="a"
          href={`/v1/imports/${id}/rejects.csv`}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} />}
        >
          {t('result.download')}
        </Button>
      }
      flush
    >
      <QueryView query={rejects} skeleton={<RowsSkeleton rows={4} />}>
        {({ items }) => (
          <PlainTable
            label={t('result.rejects')}
            columns={[
              { title: t('result.line'), end: true },
              { title: t('result.file') },
              { title: t('result.reason') },
              { title: t('result.row') },
            ]}
            rows={items.map((reject) => [
              <span key="line" className="gw-num">
                {reject.line}
              </span>,
              reject.file,
              reject.reason,
              <code key="row" style={{ overflowWrap: 'anywhere' }}>
                {reject.row_text.slice(0, 160)}
              </code>,
            ])}
          />
        )}
      </QueryView>
    </Section>
  );
}
