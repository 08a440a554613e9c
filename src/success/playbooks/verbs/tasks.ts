import { stringify } from 'csv-stringify/sync';
import { invalidField, notFound } from '../../../kernel/errors.ts';
import { offsetOf, type Page } from '../../../kernel/page.ts';
import type { IsoDate } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Run } from '../model.ts';
import { checkReopen, checkSettle } from '../rules.ts';
import type { TaskChange, TaskFilter, TaskQuery, TaskView } from '../schema.ts';
import { listMemberIds } from '../store/playbooks.ts';
import * as store from '../store/tasks.ts';
import { lockedRun, settleRun, todayOf } from './runs.ts';

const MOST_ROWS = 50_000;

/** Open ones first, the longest overdue on top. */
export async function listTasks(ctx: Ctx, query: TaskQuery): Promise<Page<TaskView>> {
  requireScope(ctx, 'success:read');
  const { page, per_page } = query;
  const today = todayOf(ctx);
  const span = { today, limit: per_page, offset: offsetOf(query) };
  const { rows, total } = await store.listTasks(ctx.db, toStored(ctx, query), span);
  return { items: rows.map((row) => show(row, today)), total, page, per_page };
}

/** The same list as CSV; cells that a spreadsheet would run as a formula are quoted off. */
export async function tasksCsv(ctx: Ctx, filter: TaskFilter): Promise<string> {
  requireScope(ctx, 'success:read');
  const { items } = await listTasks(ctx, { ...filter, page: 1, per_page: MOST_ROWS });
  const rows = items.map((task) => ({
    ...task,
    account: task.account.name,
    playbook: task.playbook.name,
    assignee: task.assignee?.name,
    overdue: task.overdue ? 'yes' : 'no',
  }));
  const columns = ['due_on', 'overdue', 'state', 'title', 'account', 'playbook', 'assignee', 'note', 'minutes'];
  return `\ufeff${stringify(rows, { header: true, columns: [...columns, 'settled_at'], escape_formulas: true })}`;
}

function toStored(ctx: Ctx, { assignee, ...rest }: TaskFilter): store.StoredFilter {
  if (assignee === undefined) return rest;
  if (assignee === 'me') return { ...rest, assignee: ctx.actor.id };
  return { ...rest, assignee: assignee === 'none' ? null : assignee };
}

/** What came of a task. @throws 404; 409 when it is settled already */
export async function finishTask(
  ctx: Ctx,
  id: string,
  input: { note?: string; minutes?: number } = {},
): Promise<TaskView> {
  requireScope(ctx, 'success:write');
  const { note = '', minutes = null } = input;
  return withTask(ctx, id, 'task.done', async (ctx, task, run) => {
    checkSettle(task, run);
    await store.updateTask(ctx.db, id, { state: 'done', note, minutes, ...settled(ctx) });
  });
}

/** Leaves a task out, with the reason. @throws 404; 409 when it is settled already */
export async function skipTask(ctx: Ctx, id: string, reason: string): Promise<TaskView> {
  requireScope(ctx, 'success:write');
  return withTask(ctx, id, 'task.skip', async (ctx, task, run) => {
    checkSettle(task, run);
    await store.updateTask(ctx.db, id, { state: 'skipped', note: reason, ...settled(ctx) });
  });
}

/** Takes back that a task was done or skipped. @throws 404; 409 when its playbook was stopped or started anew */
export async function reopenTask(ctx: Ctx, id: string): Promise<TaskView> {
  requireScope(ctx, 'success:write');
  return withTask(ctx, id, 'task.reopen', async (ctx, task, run) => {
    checkReopen(task, run);
    const open = { state: 'open', note: '', minutes: null, settled_by: null, settled_at: null } as const;
    await store.updateTask(ctx.db, id, open);
  });
}

/** Gives a task to somebody else, or moves its day. @throws 404; 422 for somebody who is not of the team */
export async function changeTask(ctx: Ctx, id: string, change: TaskChange): Promise<TaskView> {
  requireScope(ctx, 'success:write');
  const { assignee_id } = change;
  if (assignee_id && !(await listMemberIds(ctx.db)).has(assignee_id))
    throw invalidField('assignee_id', 'Nobody of the team has this id.');
  return withTask(ctx, id, 'task.change', async (ctx) => {
    if (Object.keys(change).length > 0) await store.updateTask(ctx.db, id, change);
  });
}

const settled = (ctx: Ctx) => ({ settled_by: ctx.actor.id, settled_at: ctx.clock.now() });

type Change = (ctx: Ctx, task: store.TaskRow, run: Run) => Promise<void>;

/** The run is held first, so that two tasks settled at once end it once. */
function withTask(ctx: Ctx, id: string, action: string, change: Change): Promise<TaskView> {
  return inTransaction(ctx, async (ctx) => {
    const { run_id } = await taskOf(ctx, id);
    const run = await lockedRun(ctx, run_id);
    const task = await taskOf(ctx, id);
    await change(ctx, task, run);
    if (run.state !== 'stopped') await settleRun(ctx, run);
    const detail = { task_id: id, title: task.title };
    await writeAudit(ctx, { action, subjectKind: 'account', subjectId: task.account_id, detail });
    return show(await taskOf(ctx, id), todayOf(ctx));
  });
}

async function taskOf(ctx: Ctx, id: string): Promise<store.TaskRow> {
  const task = await store.findTask(ctx.db, id);
  if (!task) throw notFound('task', id);
  return task;
}

function show(row: store.TaskRow, today: IsoDate): TaskView {
  const { playbook_id, playbook_name, account_id, account_name, assignee_id, assignee_name, ...task } = row;
  return {
    ...task,
    playbook: { id: playbook_id, name: playbook_name },
    account: { id: account_id, name: account_name },
    assignee: assignee_id === null ? null : { id: assignee_id, name: assignee_name ?? assignee_id },
    overdue: task.state === 'open' && task.due_on < today,
    settled_at: task.settled_at?.toISOString() ?? null,
  };
}
