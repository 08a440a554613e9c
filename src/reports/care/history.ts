import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import type { Care } from './schema.ts';

type Row = Omit<Care['items'][number], 'at'> & { at: string; total: number };
const MOST = 100;

/** What was done for an account, the newest first: touches, settled tasks, playbooks begun and ended. @throws 404 */
export async function careHistory(ctx: Ctx, accountId: string): Promise<Care> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const found = await sql`select 1 from accounts where id = ${accountId}`.execute(ctx.db);
  if (found.rows.length === 0) throw notFound('account', accountId);
  const { rows } = await sql<Row>`
    with happened as (
      select id, 'touch' as what, happened_on::timestamp at time zone 'UTC' as at, kind, null as title, note, minutes,
        logged_by as by from touches where account_id = ${accountId}
      union all
      select t.id, 'task_' || t.state, t.settled_at, null, t.title, t.note, t.minutes, t.settled_by
      from playbook_tasks t join playbook_runs r on r.id = t.run_id
      where r.account_id = ${accountId} and t.state in ('done', 'skipped')
      union all
      select r.id, 'run_started', r.started_at, null, p.name, '', null, r.started_by
      from playbook_runs r join playbooks p on p.id = r.playbook_id where r.account_id = ${accountId}
      union all
      select r.id, 'run_' || r.state, r.ended_at, null, p.name, coalesce(r.stop_reason, ''), null, r.ended_by
      from playbook_runs r join playbooks p on p.id = r.playbook_id
      where r.account_id = ${accountId} and r.state <> 'running'
    )
    select id, what, to_char(at at time zone 'UTC', case what when 'touch' then 'YYYY-MM-DD'
      else 'YYYY-MM-DD"T"HH24:MI:SS"Z"' end) as at, kind, title, note, minutes, by, count(*) over () as total
    from happened order by happened.at desc, id desc, what desc limit ${MOST}`.execute(ctx.db);
  return { items: rows.map(({ total: _total, ...item }) => item), total: rows[0]?.total ?? 0 };
}
