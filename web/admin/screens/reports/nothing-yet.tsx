import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';

/** What will be here once the facts are; `of` names the texts of the report. */
export function NothingYet({ of }: { of: string }) {
  const { t } = useTranslation('screens-reports');
  return (
    <Section>
      <EmptyState
        icon={IconFileImport}
        title={t(`${of}.empty`)}
        text={t(`${of}.emptyText`)}
        action={
          <Button component={Link} to="/imports/new">
            {t('import')}
          </Button>
        }
      />
    </Section>
  );
}
