import { SegmentedControl } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import classes from './playbooks.module.css';
import { TaskActions } from './task-actions.tsx';

export type Task = Item<'/v1/tasks'>;
const STATES = ['open', 'overdue', 'done', 'skipped', 'dropped'] as const;
const WHOSE = ['mine', 'all', 'nobodys'] as const;

/** What is to be done, the longest overdue first. */
export default function Tasks() {
  const { t } = useTranslation('screens-playbooks');
  const { whose = 'mine', account_id } = useSearch({ strict: false }) as { whose?: string; account_id?: string };
  const assignee: Record<string, Record<string, string>> = { all: {}, nobodys: { assignee: 'none' } };
  const fixed = { ...(assignee[whose] ?? { assignee: 'me' }), ...(account_id ? { account_id } : {}) };
  return (
    <>
      <PageHeader title={t('tasks.title')} answer={t('tasks.answer')} actions={<Whose whose={whose} />} />
      <ServerTable<Task>
        name="tasks"
        label={t('tasks.title')}
        fixed={fixed}
        fetchPage={(query) => ask(api.GET('/v1/tasks', { params: { query: query as never } }))}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowTo={({ account }) => `/accounts/${account.id}`}
        searchLabel={t('tasks.search')}
        filters={[
          {
            key: 'state',
            label: t('tasks.state'),
            options: STATES.map((value) => ({ value, label: t(`tasks.states.${value}`) })),
          },
        ]}
        exportHref={(query) => `/v1/tasks.csv?${query}`}
        empty={<EmptyState icon={IconListCheck} title={t('tasks.none')} text={t('tasks.noneText')} />}
      />
    </>
  );
}

function Whose({ whose }: { whose: string }) {
  const { t } = useTranslation('screens-playbooks');
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label={t('tasks.whose')}
      value={whose}
      data={WHOSE.map((value) => ({ value, label: t(`tasks.${value}`) }))}
      onChange={(value) => navigate({ to: '.', search: { whose: value === 'mine' ? undefined : value } } as never)}
    />
  );
}

function useColumns(): Column<Task>[] {
  const { t } = useTranslation('screens-playbooks');
  const mayWrite = useMay('success:write');
  const columns: Column<Task>[] = [
    { key: 'account', title: t('tasks.columns.account'), render: ({ account }) => account.name },
    { key: 'title', title: t('tasks.columns.title'), render: (task) => <What task={task} /> },
    { key: 'due', title: t('tasks.columns.due'), render: ({ due_on }) => <DateOnly on={due_on} /> },
    {
      key: 'state',
      title: t('tasks.columns.state'),
      render: ({ state, overdue }) => <StateBadge state={overdue ? 'overdue' : state} />,
    },
    {
      key: 'who',
      title: t('tasks.columns.who'),
      render: ({ assignee }) => assignee?.name ?? t('tasks.nobody'),
      wideOnly: true,
    },
  ];
  const act: Column<Task> = {
    key: 'actions',
    title: t('tasks.columns.actions'),
    render: (task) => <TaskActions task={task} />,
  };
  return mayWrite ? [...columns, act] : columns;
}

/** The task, the playbook it is of, its hint one click away, and what came of it. */
function What({ task: { title, hint, note, playbook } }: { task: Task }) {
  const { t } = useTranslation('screens-playbooks');
  return (
    <div>
      <div>{title}</div>
      <div className={classes.quiet}>
        <Link to="/playbooks/$id" params={{ id: playbook.id }} className="gw-link">
          {playbook.name}
        </Link>
      </div>
      {note && <div className={classes.note}>{note}</div>}
      {hint && (
        <details>
          <summary className={classes.quiet}>{t('tasks.hint')}</summary>
          <div className={classes.hint}>{hint}</div>
        </details>
      )}
    </div>
  );
}
