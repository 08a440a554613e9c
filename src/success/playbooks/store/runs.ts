import { type RawBuilder, sql } from 'kysely';
import { offsetOf } from '../../../kernel/page.ts';
import type { IsoDate } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/postgres.ts';
import { type Planned, RISK_DAYS, type Run, type RunState } from '../model.ts';
import type { RunQuery } from '../schema.ts';

export type Candidate = {
  id: string;
  name: string;
  merged_into_id: string | null;
  owner: string | null;
  risk: number | null;
};

/** The accounts, with the member who owns each and its churn risk now. */
export async function listCandidates(db: Db, accountIds: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.id, a.name, a.merged_into_id, r.risk::float8 as risk, (
      select m.user_id from members m join auth."user" u on u.id = m.user_id
      where m.role <> 'partner' and (lower(u.name) = lower(a.owner_name) or u.email = lower(a.owner_name))
      order by m.created_at, m.user_id limit 1) as owner
    from accounts a left join churn_risks r on r.account_id = a.id and r.horizon_days = ${RISK_DAYS}
    where a.id = any(${[...accountIds]}::text[]) order by a.id`.execute(db);
  return rows;
}

/** False when the playbook runs for the account already. */
export async function insertRun(db: Db, run: Run): Promise<boolean> {
  const made = await db
    .insertInto('playbook_runs')
    .values(run)
    .onConflict((conflict) =>
      conflict.columns(['playbook_id', 'account_id']).where('state', '=', 'running').doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function insertTasks(db: Db, tasks: (Planned & { id: string; run_id: string })[]): Promise<void> {
  await db
    .insertInto('playbook_tasks')
    .values(tasks.map((task) => ({ ...task, state: 'open' })))
    .execute();
}

/** Holds a run until the transaction ends. */
export async function lockRun(db: Db, id: string): Promise<Run | undefined> {
  const row = await db.selectFrom('playbook_runs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && { ...row, state: row.state as RunState, risk: row.risk === null ? null : Number(row.risk) };
}

export type RunEnd = Pick<Run, 'state' | 'ended_by' | 'ended_at' | 'stop_reason'>;

export async function updateRun(db: Db, id: string, end: RunEnd): Promise<void> {
  await db.updateTable('playbook_runs').set(end).where('id', '=', id).execute();
}

/** A stopped run leaves its open tasks behind. */
export async function dropTasks(db: Db, runId: string, by: { settled_by: string; settled_at: Date }): Promise<void> {
  await db
    .updateTable('playbook_tasks')
    .set({ state: 'dropped', ...by })
    .where('run_id', '=', runId)
    .where('state', '=', 'open')
    .execute();
}

export async function pickUpTasks(db: Db, runId: string): Promise<void> {
  await db
    .updateTable('playbook_tasks')
    .set({ state: 'open', settled_by: null, settled_at: null })
    .where('run_id', '=', runId)
    .where('state', '=', 'dropped')
    .execute();
}

/** Another run of the same playbook for the same account that is under way. */
export async function findRunning(
  db: Db,
  run: Pick<Run, 'id' | 'playbook_id' | 'account_id'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('playbook_runs')
    .select('id')
    .where('playbook_id', '=', run.playbook_id)
    .where('account_id', '=', run.account_id)
    .where('state', '=', 'running')
    .where('id', '<>', run.id)
    .executeTakeFirst();
  return row?.id;
}

export type RunRow = Run & {
  playbook_name: string;
  account_name: string;
  tasks: number;
  open: number;
  overdue: number;
  next_due_on: IsoDate | null;
};

const runsWith = (today: IsoDate, condition: RawBuilder<unknown>) => sql`
  from playbook_runs r join playbooks p on p.id = r.playbook_id join accounts a on a.id = r.account_id
  left join lateral (
    select count(*) as tasks, count(*) filter (where t.state = 'open') as open,
      count(*) filter (where t.state = 'open' and t.due_on < ${today}::date) as overdue,
      min(t.due_on) filter (where t.state = 'open') as next_due_on
    from playbook_tasks t where t.run_id = r.id) t on true
  where ${condition}`;

const RUN_COLUMNS = sql`r.id, r.playbook_id, r.account_id, r.state, r.risk::float8 as risk, r.started_by, r.started_at,
  r.ended_by, r.ended_at, r.stop_reason, p.name as playbook_name, a.name as account_name, t.tasks, t.open, t.overdue,
  t.next_due_on`;

/** Those under way first, the newest first. */
export async function listRuns(db: Db, query: RunQuery, today: IsoDate): Promise<{ rows: RunRow[]; total: number }> {
  const conditions = [sql`true`];
  if (query.account_id) conditions.push(sql`r.account_id = ${query.account_id}`);
  if (query.playbook_id) conditions.push(sql`r.playbook_id = ${query.playbook_id}`);
  if (query.state) conditions.push(sql`r.state = ${query.state}`);
  const from = runsWith(today, sql.join(conditions, sql` and `));
  const { rows } = await sql<RunRow>`
    select ${RUN_COLUMNS} ${from} order by r.state = 'running' desc, r.started_at desc, r.id desc
    limit ${query.per_page} offset ${offsetOf(query)}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findRun(db: Db, id: string, today: IsoDate): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`select ${RUN_COLUMNS} ${runsWith(today, sql`r.id = ${id}`)}`.execute(db);
  return rows[0];
}

/** The runs of a merged account belong to the other; what runs for both is listed first. */
export async function listDoubleRuns(db: Db, fromId: string, intoId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from playbook_runs r join playbook_runs o
      on o.playbook_id = r.playbook_id and o.account_id = ${intoId} and o.state = 'running'
    where r.account_id = ${fromId} and r.state = 'running'`.execute(db);
  return rows.map(({ id }) => id);
}

export async function updateAccountOfRuns(db: Db, fromId: string, intoId: string): Promise<void> {
  await db.updateTable('playbook_runs').set({ account_id: intoId }).where('account_id', '=', fromId).execute();
}
