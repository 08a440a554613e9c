import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './paths.module.css';
import { LOOK } from './standings.tsx';

/** On an account's page: which steps of the path are done, and which is due when; nothing while none is followed. */
export function AccountPath({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-paths');
  const may = useMay('success:read');
  const found = useQuery({
    queryKey: ['paths', 'of', accountId],
    queryFn: () => ask(api.GET('/v1/accounts/{id}/path', { params: { path: { id: accountId } } })),
    enabled: may,
  });
  if (!found.data?.path) return null;
  const { standing, sentence, path } = found.data;
  return (
    <Section
      title={t('account.title')}
      note={
        <Link to="/success/paths" className="gw-link">
          {path.name}
        </Link>
      }
    >
      <p className={classes.sentence}>
        {standing && <StateBadge state={LOOK[standing.standing]} label={t(`standings.${standing.standing}`)} />}{' '}
        {sentence}
      </p>
      <ol className={classes.rows}>
        {standing?.steps.map(({ action, name, done_on, due_on }) => (
          <li key={action} className={classes.row}>
            {done_on ? (
              <IconCircleCheck size={16} style={{ color: 'var(--gw-good)' }} aria-label={t('account.done')} />
            ) : (
              <IconCircleDashed size={16} aria-label={t('account.open')} />
            )}
            <span>
              {name}{' '}
              <span className={classes.quiet}>
                {done_on
                  ? t('account.doneOn', { day: dateText(done_on) })
                  : t('account.due', { day: dateText(due_on) })}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
