import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './playbooks.module.css';

/** For which accounts a playbook runs and ran. */
export function RunsSection({ playbookId }: { playbookId: string }) {
  const { t } = useTranslation('screens-playbooks');
  const { data } = useQuery({
    queryKey: ['playbooks', playbookId, 'runs'],
    queryFn: () => ask(api.GET('/v1/playbook-runs', { params: { query: { playbook_id: playbookId } } })),
  });
  if (!data) return null;
  if (data.total === 0)
    return (
      <Section title={t('runs.title')}>
        <p className={classes.quiet}>{t('runs.empty')}</p>
      </Section>
    );
  return (
    <Section title={t('runs.title')} flush>
      <PlainTable
        label={t('runs.title')}
        columns={[
          { title: t('runs.account') },
          { title: t('runs.state') },
          { title: t('runs.tasks'), end: true },
          { title: t('runs.began'), end: true },
        ]}
        rows={data.items.map((run) => [
          <Link key="account" to="/accounts/$id" params={{ id: run.account.id }} className="gw-link">
            {run.account.name}
          </Link>,
          <StateBadge key="state" state={run.state} />,
          t('runs.open', { open: run.open, tasks: run.tasks }),
          <RelativeTime key="began" at={run.started_at} />,
        ])}
      />
    </Section>
  );
}
