import { Button, CloseButton, FileButton, Group } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytesText } from '../../../lib/format.ts';
import { upload } from '../../../lib/upload.ts';
import { LongWork } from '../../../ui/long-work.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './imports.module.css';

/** The server takes no more at once; an archive may hold any number. */
const MOST_FILES = 50;

/** Files first; how they would be read comes before anything is changed. */
export default function NewImport() {
  const { t } = useTranslation('screens-imports');
  const navigate = useNavigate();
  const [files, setFiles] = useState<File[]>([]);
  const [sent, setSent] = useState(0);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const plan = useMutation({
    mutationFn: () => upload<{ id: string }>('/v1/imports/plan', files, setSent),
    onSuccess: ({ id }) => navigate({ to: '/imports/$id', params: { id } }),
  });
  const add = (more: File[]) =>
    setFiles((known) => [...known.filter(({ name }) => !more.some((file) => file.name === name)), ...more]);
  return (
    <>
      <PageHeader
        back={
          <Link to="/imports" className="gw-link">
            {t('list.label')}
          </Link>
        }
        title={t('new.title')}
        answer={t('new.answer')}
      />
      <Section>
        <DropZone onFiles={add} />
        <Chosen files={files} onChange={setFiles} />
        {files.length > MOST_FILES && <Notice tone="warn">{t('new.tooMany', { count: MOST_FILES })}</Notice>}
        {plan.isError && <ProblemAlert error={plan.error} />}
        {plan.isPending && (
          <LongWork
            label={sent < total ? t('new.sending') : t('new.reading')}
            done={sent}
            total={sent < total ? total : undefined}
            note={t('new.stay')}
          />
        )}
        {files.length > 0 && (
          <Group justify="flex-end" mt="md">
            <Button disabled={files.length > MOST_FILES} loading={plan.isPending} onClick={() => plan.mutate()}>
              {t('new.plan', { count: files.length })}
            </Button>
          </Group>
        )}
      </Section>
    </>
  );
}

function Chosen({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const { t } = useTranslation('screens-imports');
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t('new.chosen')}>
      {files.map((file) => (
        <li key={file.name}>
          <span>{file.name}</span>
          <Group gap={8}>
            <span className={classes.quiet}>{bytesText(file.size)}</span>
            <CloseButton
              aria-label={t('new.remove', { name: file.name })}
              onClick={() => onChange(files.filter(({ name }) => name !== file.name))}
            />
          </Group>
        </li>
      ))}
    </ul>
  );
}

function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('screens-imports');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classes.drop}
      aria-label={t('new.drop')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload size={28} stroke={1.5} aria-hidden />
      <strong>{t('new.drop')}</strong>
      <span className={classes.quiet}>{t('new.kinds')}</span>
      <FileButton multiple accept=".csv,.tsv,.txt,.zip" onChange={onFiles}>
        {(props) => (
          <Button {...props} variant="default">
            {t('new.choose')}
          </Button>
        )}
      </FileButton>
    </section>
  );
}
