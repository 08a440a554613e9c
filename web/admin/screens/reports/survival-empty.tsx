import { Button } from '@mantine/core';
import { IconFilter, IconTrendingDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';

/** What will be here once somebody has paid. */
export function SurvivalEmpty() {
  const { t } = useTranslation('screens-survival');
  return (
    <Section>
      <EmptyState
        icon={IconTrendingDown}
        title={t('empty')}
        text={t('emptyText')}
        action={
          <Button component={Link} to="/imports/new">
            {t('import')}
          </Button>
        }
      />
    </Section>
  );
}

/** Teaches what segments are for here, until a customer is in one. */
export function NoSegments() {
  const { t } = useTranslation('screens-survival');
  return (
    <Section>
      <EmptyState
        icon={IconFilter}
        title={t('noSegments')}
        text={t('noSegmentsText')}
        action={
          <Button component={Link} to="/segments">
            {t('toSegments')}
          </Button>
        }
      />
    </Section>
  );
}
