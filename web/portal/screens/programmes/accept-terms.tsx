import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { PortalProgramme } from './programme.tsx';
import classes from './programmes.module.css';

/** New terms that wait for a yes: what changed, sentence by sentence, and from when on. */
export function AcceptTerms({ programme }: { programme: PortalProgramme }) {
  const { t } = useTranslation('screens-portal-programmes');
  const queries = useQueryClient();
  const accepted = programme.accepted_version;
  const [newest] = programme.versions;
  const accept = useMutation({
    mutationFn: (version: number) =>
      ask(api.POST('/v1/portal/programmes/{id}/terms', { params: { path: { id: programme.id } }, body: { version } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portal'] }),
  });
  if (!newest || newest.version <= accepted) return null;
  const unread = programme.versions.filter(({ version }) => version > accepted).reverse();
  return (
    <Notice tone={unread.some(({ needs_acceptance }) => needs_acceptance) ? 'warn' : 'info'} title={t('terms.title')}>
      {unread.map(({ version, effective_at, changes }) => (
        <div key={version}>
          <strong>{t('terms.from', { version, on: dateText(effective_at) })}</strong>
          <ul className={classes.rows}>
            {changes.map(({ before, after }) => (
              <li key={`${before}${after}`}>
                {before && <div className={classes.before}>{before}</div>}
                {after && <div>{after}</div>}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {accept.isError && <ProblemAlert error={accept.error} />}
      <Button loading={accept.isPending} onClick={() => accept.mutate(newest.version)}>
        {t('terms.accept', newest)}
      </Button>
    </Notice>
  );
}
