import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

/** What stands in the way of opening it, all at once. */
export function Launch({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-programmes');
  const launch = useQuery({
    queryKey: ['programmes', programme.id, 'launch'],
    queryFn: () => ask(api.GET('/v1/programmes/{id}/launch', { params: { path: { id: programme.id } } })),
  });
  const missing = launch.data?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn" title={t('launch.title')}>
      <ul className={classes.sentences}>
        {missing.map(({ code, says }) => (
          <li key={code + says}>{says}</li>
        ))}
      </ul>
    </Notice>
  );
}
