import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/postgres.ts';
import type { Task, TaskState } from '../model.ts';
import type { TaskFilter } from '../schema.ts';

export type TaskRow = Task & {
  playbook_id: string;
  playbook_name: string;
  account_id: string;
  account_name: string;
  assignee_name: string | null;
};

/** `assignee` as it is kept: a member, or null for nobody. */
export type StoredFilter = Omit<TaskFilter, 'assignee'> & { assignee?: string | null };

const FROM = sql`
  from playbook_tasks t join playbook_runs r on r.id = t.run_id join playbooks p on p.id = r.playbook_id
  join accounts a on a.id = r.account_id left join auth."user" u on u.id = t.assignee_id`;
const COLUMNS = sql`t.*, r.playbook_id, p.name as playbook_name, r.account_id, a.name as account_name,
  coalesce(nullif(u.name, ''), u.email) as assignee_name`;

function matching(filter: StoredFilter, today: IsoDate): RawBuilder<unknown> {
  const conditions = [sql`true`];
  const { assignee, state, account_id, playbook_id, q } = filter;
  if (assignee !== undefined) conditions.push(sql`t.assignee_id is not distinct from ${assignee}::text`);
  if (state === 'overdue') conditions.push(sql`t.state = 'open' and t.due_on < ${today}::date`);
  else if (state) conditions.push(sql`t.state = ${state}`);
  if (account_id) conditions.push(sql`r.account_id = ${account_id}`);
  if (playbook_id) conditions.push(sql`r.playbook_id = ${playbook_id}`);
  if (q) {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(t.title ilike ${like} or a.name ilike ${like} or p.name ilike ${like})`);
  }
  return sql.join(conditions, sql` and `);
}

type Span = { limit: number; offset: number };

/** Open ones first, by the day they are due (so that the overdue ones lead), then what was settled, the newest first. */
export async function listTasks(
  db: Db,
  filter: StoredFilter,
  { today, limit, offset }: Span & { today: IsoDate },
): Promise<{ rows: TaskRow[]; total: number }> {
  const where = matching(filter, today);
  const { rows } = await sql<TaskRow>`
    select ${COLUMNS} ${FROM} where ${where}
    order by t.state = 'open' desc, case when t.state = 'open' then t.due_on end, t.settled_at desc nulls first, t.id
    limit ${limit} offset ${offset}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total ${FROM} where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findTask(db: Db, id: string): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`select ${COLUMNS} ${FROM} where t.id = ${id}`.execute(db);
  return rows[0];
}

export async function listStates(db: Db, runId: string): Promise<{ state: TaskState }[]> {
  const rows = await db.selectFrom('playbook_tasks').select('state').where('run_id', '=', runId).execute();
  return rows.map(({ state }) => ({ state: state as TaskState }));
}

export type TaskPatch = Partial<
  Pick<Task, 'state' | 'note' | 'minutes' | 'settled_by' | 'settled_at' | 'assignee_id' | 'due_on'>
>;

export async function updateTask(db: Db, id: string, patch: TaskPatch): Promise<void> {
  await db.updateTable('playbook_tasks').set(patch).where('id', '=', id).execute();
}
