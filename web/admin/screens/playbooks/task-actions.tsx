import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import classes from './playbooks.module.css';
import type { Task } from './tasks.tsx';
import { Undo, WithReason } from './undo.tsx';
import { useMembers } from './use-members.ts';
import { useRefreshCare } from './use-refresh-care.ts';

/** What may be done with a task as it stands. */
export function TaskActions({ task }: { task: Task }) {
  if (task.state === 'dropped') return null;
  if (task.state !== 'open') return <Reopen task={task} />;
  return (
    <div className={classes.actions}>
      <Done task={task} />
      <Skip task={task} />
      <Give task={task} />
    </div>
  );
}

function Done({ task }: { task: Task }) {
  const { t } = useTranslation('screens-playbooks');
  const refresh = useRefreshCare();
  const form = useForm<{ note: string; minutes: number | '' }>({ initialValues: { note: '', minutes: '' } });
  return (
    <FormDialog
      size="compact-sm"
      label={t('tasks.done')}
      title={t('tasks.doneTitle', { task: task.title })}
      submitLabel={t('tasks.done')}
      done={t('tasks.doneSaved')}
      form={form}
      run={async ({ note, minutes }) => {
        const body = { note, ...(minutes === '' ? {} : { minutes: Number(minutes) }) };
        await ask(api.POST('/v1/tasks/{id}/done', { params: { path: { id: task.id } }, body }));
        await refresh();
      }}
    >
      <Textarea label={t('tasks.note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
      <NumberInput
        label={t('tasks.minutes')}
        description={t('tasks.minutesText')}
        min={0}
        max={6000}
        allowDecimal={false}
        {...form.getInputProps('minutes')}
      />
    </FormDialog>
  );
}

function Skip({ task }: { task: Task }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <WithReason
      label={t('tasks.skip')}
      title={t('tasks.skipTitle', { task: task.title })}
      run={(body) => ask(api.POST('/v1/tasks/{id}/skip', { params: { path: { id: task.id } }, body }))}
    />
  );
}

function Give({ task }: { task: Task }) {
  const { t } = useTranslation('screens-playbooks');
  const refresh = useRefreshCare();
  const members = useMembers();
  const form = useForm({ initialValues: { assignee_id: task.assignee?.id ?? null, due_on: task.due_on } });
  return (
    <FormDialog<{ assignee_id: string | null; due_on: string }>
      size="compact-sm"
      variant="subtle"
      label={t('tasks.give')}
      title={t('tasks.giveTitle', { task: task.title })}
      submitLabel={t('tasks.save')}
      form={form}
      run={async (body) => {
        await ask(api.PATCH('/v1/tasks/{id}', { params: { path: { id: task.id } }, body }));
        await refresh();
      }}
    >
      <Select
        label={t('tasks.who')}
        data={members}
        placeholder={t('tasks.nobody')}
        clearable
        {...form.getInputProps('assignee_id')}
      />
      <TextInput type="date" label={t('tasks.due')} required {...form.getInputProps('due_on')} />
    </FormDialog>
  );
}

function Reopen({ task }: { task: Task }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <Undo
      label={t('tasks.reopen')}
      run={() => ask(api.POST('/v1/tasks/{id}/reopen', { params: { path: { id: task.id } } }))}
    />
  );
}
