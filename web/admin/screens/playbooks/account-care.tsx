import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { CareHistory } from './care-history.tsx';
import { LogTouch } from './log-touch.tsx';
import classes from './playbooks.module.css';
import { StartPlaybook } from './start-playbook.tsx';
import { useRefreshCare } from './task-actions.tsx';

type Run = Item<'/v1/playbook-runs'>;

/** On an account's page: the playbooks that run for it, what is next, and what was done. */
export function AccountCare({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-playbooks');
  const mayRead = useMay('success:read');
  const mayWrite = useMay('success:write');
  const mayLog = useMay('customers:write');
  const runs = useQuery({
    queryKey: ['care', accountId, 'runs'],
    queryFn: () => ask(api.GET('/v1/playbook-runs', { params: { query: { account_id: accountId } } })),
    enabled: mayRead,
  });
  const risk = useQuery({
    queryKey: ['churn', 'account', accountId],
    queryFn: () => ask(api.GET('/v1/accounts/{id}/churn-risk', { params: { path: { id: accountId } } })),
    enabled: mayRead,
  });
  if (!runs.data) return null;
  const shown = runs.data.items.filter(({ state }, at) => state === 'running' || (state === 'stopped' && at === 0));
  const raising = risk.data?.risk?.reasons.filter(({ direction }) => direction === 'raises') ?? [];
  return (
    <Section
      title={t('care.title')}
      actions={
        <>
          {mayLog && <LogTouch accountId={accountId} />}
          {mayWrite && (
            <StartPlaybook
              accountIds={[accountId]}
              reasons={raising.map(({ feature }) => feature)}
              size="compact-sm"
              variant="light"
            />
          )}
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
  const refresh = useRefreshCare();
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <FormDialog
      size="compact-sm"
      variant="default"
      danger
      label={t('care.stop')}
      title={t('care.stopTitle', { playbook: run.playbook.name })}
      submitLabel={t('care.stop')}
      done={t('care.stopped')}
      form={form}
      run={async (body) => {
        await ask(api.POST('/v1/playbook-runs/{id}/stop', { params: { path: { id: run.id } }, body }));
        await refresh();
      }}
    >
      <p>{t('care.stopText')}</p>
      <Textarea label={t('tasks.reason')} required autosize maxLength={2000} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

function Resume({ run }: { run: Run }) {
  const { t } = useTranslation('screens-playbooks');
  const refresh = useRefreshCare();
  const resume = useMutation({
    mutationFn: () => ask(api.POST('/v1/playbook-runs/{id}/resume', { params: { path: { id: run.id } } })),
    onSuccess: refresh,
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Button size="compact-sm" variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
      {t('care.resume')}
    </Button>
  );
}
