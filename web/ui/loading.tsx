import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './kit.module.css';

/** The shape of what comes, while it comes. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack gap="md" aria-busy="true" aria-label={t('kit.loading')} role="status">
      <Skeleton height={28} width="45%" />
      <Skeleton height={16} width="65%" mb="sm" />
      <Skeleton height={96} />
      <Skeleton height={280} />
    </Stack>
  );
}

export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" aria-label={t('kit.loading')} role="status">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={index} className={classes.cardItem}>
          <Skeleton height={14} width={`${90 - ((index * 13) % 40)}%`} />
        </div>
      ))}
    </div>
  );
}
