import { Button, Code } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../lib/api.ts';
import { EmptyState } from './empty-state.tsx';
import { PageHeader } from './page-header.tsx';
import { ProblemAlert } from './problem-alert.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <PageHeader
      title={t('shell.notFound')}
      answer={t('shell.notFoundText')}
      actions={
        <Button component="a" href="/" variant="default">
          {t('shell.toOverview')}
        </Button>
      }
    />
  );
}

export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof ProblemError || error instanceof TypeError)
    return <ProblemAlert error={error} onRetry={() => window.location.reload()} />;
  return (
    <EmptyState
      icon={IconPlugConnectedX}
      title={t('shell.crashed')}
      text={t('shell.crashedText')}
      action={
        <>
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('shell.reload')}
          </Button>
          <Code block>{error instanceof Error ? error.message : String(error)}</Code>
        </>
      }
    />
  );
}
