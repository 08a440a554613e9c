import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { useAccountRisk } from '../churn/churn-query.ts';
import { CareHistory } from './care-history.tsx';
import { LogTouch } from './log-touch.tsx';
import classes from './playbooks.module.css';
import { StartPlaybook } from './start-playbook.tsx';
import { Undo, WithReason } from './undo.tsx';

type Run = Item<'/v1/playbook-runs'>;

/** On an account's page: the playbooks that run for it, what is next, and what was done. */
export function AccountCare({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-playbooks');
  const mayWrite = useMay('success:write');
  const mayLog = useMay('customers:write');
  const runs = useRuns(accountId);
  const raising = useRaising(accountId);
  if (!runs.data) return null;
  const shown = runs.data.items.filter(({ state }, at) => state === 'running' || (state === 'stopped' && at === 0));
  return (
    <Section
      title={t('care.title')}
      actions={
        <>
          {mayLog && <LogTouch accountId={accountId} />}
          {mayWrite && <StartPlaybook accountIds={[accountId]} reasons={raising} size="compact-sm" variant="light" />}
        </>
      }
    >
      {shown.length === 0 && <p className={classes.quiet}>{t('care.nothing')}</p>}
      <ul className={classes.rows}>
        {shown.map((run) => (
          <RunRow key={run.id} run={run} mayWrite={mayWrite} />
        ))}
      </ul>
      <CareHistory accountId={accountId} />
    </Section>
  );
}

function useRuns(accountId: string) {
  return useQuery({
    queryKey: ['care', accountId, 'runs'],
    queryFn: () => ask(api.GET('/v1/playbook-runs', { params: { query: { account_id: accountId } } })),
    enabled: useMay('success:read'),
  });
}

/** What raises its risk of leaving, the strongest first. */
function useRaising(accountId: string) {
  return useAccountRisk(accountId).data?.risk?.reasons.filter(({ direction }) => direction === 'raises') ?? [];
}

/** The first thing to do for an account that may leave: start a playbook, or go on with the one that runs. */
export function CareAction({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-playbooks');
  const runs = useRuns(accountId);
  const raising = useRaising(accountId);
  if (!runs.data) return null;
  if (runs.data.items.every(({ state }) => state !== 'running'))
    return <StartPlaybook accountIds={[accountId]} reasons={raising} />;
  return (
    <Button component={Link} to={`/tasks?whose=all&account_id=${accountId}` as never}>
      {t('care.goOn')}
    </Button>
  );
}

function RunRow({ run, mayWrite }: { run: Run; mayWrite: boolean }) {
  const { t } = useTranslation('screens-playbooks');
  const next = useQuery({
    queryKey: ['care', run.account.id, 'next', run.playbook.id],
    queryFn: () =>
      ask(
        api.GET('/v1/tasks', {
          params: {
            query: { account_id: run.account.id, playbook_id: run.playbook.id, state: 'open', per_page: 1 },
          },
        }),
      ),
  });
  const task = next.data?.items[0];
  return (
    <li className={classes.pair}>
      <div>
        <Link to="/playbooks/$id" params={{ id: run.playbook.id }} className="gw-link">
          {run.playbook.name}
        </Link>{' '}
        <StateBadge state={run.overdue > 0 ? 'overdue' : run.state} />
        <div className={classes.quiet}>
          {run.stop_reason ?? t('care.open', { open: run.open, tasks: run.tasks })}
          {task && ` · ${t('care.next', { task: task.title })}`}
        </div>
        <Link to={`/tasks?whose=all&account_id=${run.account.id}` as never} className="gw-link">
          {t('care.toTasks')}
        </Link>
      </div>
      {mayWrite && (run.state === 'running' ? <Stop run={run} /> : <Resume run={run} />)}
    </li>
  );
}

function Stop({ run }: { run: Run }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <WithReason
      danger
      label={t('care.stop')}
      title={t('care.stopTitle', { playbook: run.playbook.name })}
      done={t('care.stopped')}
      text={t('care.stopText')}
      run={(body) => ask(api.POST('/v1/playbook-runs/{id}/stop', { params: { path: { id: run.id } }, body }))}
    />
  );
}

function Resume({ run }: { run: Run }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <Undo
      label={t('care.resume')}
      run={() => ask(api.POST('/v1/playbook-runs/{id}/resume', { params: { path: { id: run.id } } }))}
    />
  );
}
