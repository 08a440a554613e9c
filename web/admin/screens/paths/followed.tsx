import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './paths.module.css';
import type { Outlook } from './paths-query.ts';

/** The path customers are measured against now, and those before it. */
export function Followed({ outlook: { followed, versions } }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-paths');
  const mayWrite = useMay('success:write');
  const queries = useQueryClient();
  if (!followed && versions.length === 0) return null;
  return (
    <Section
      title={t('followed.title')}
      note={followed ? t('followed.since', { version: followed.version, at: dateText(followed.chosen_at) }) : undefined}
      actions={
        followed &&
        mayWrite && (
          <ConfirmAction
            label={t('followed.stop')}
            title={t('followed.stopTitle', { name: followed.name })}
            confirmLabel={t('followed.stopConfirm', { name: followed.name })}
            variant="subtle"
            size="compact-sm"
            run={async () => {
              await ask(api.DELETE('/v1/paths/followed'));
              await queries.invalidateQueries({ queryKey: ['paths'] });
            }}
          >
            {t('followed.stopText')}
          </ConfirmAction>
        )
      }
    >
      {followed ? (
        <>
          <strong>{followed.name}</strong>
          <ol className={classes.list}>
            {followed.steps.map(({ action, name, due_day }) => (
              <li key={action}>{t('follow.step', { name, day: due_day })}</li>
            ))}
          </ol>
          {followed.note && <p className={classes.quiet}>{followed.note}</p>}
        </>
      ) : (
        <p className={classes.quiet}>{t('followed.none')}</p>
      )}
      {versions.length > 0 && (
        <details className={classes.details}>
          <summary>{t('followed.before', { count: versions.length })}</summary>
          <ul className={classes.list}>
            {versions.map(({ version, name, chosen_at, steps }) => (
              <li key={version}>
                {t('followed.version', { version, name, at: dateText(chosen_at) })}{' '}
                {steps.map((step) => step.name).join(' → ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
