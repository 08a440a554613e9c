import { type Selectable, sql } from 'kysely';
import type { Playbooks } from '../../../../db/types.ts';
import type { Db } from '../../../platform/postgres.ts';
import type { Playbook, Step } from '../model.ts';

export type Counts = { playbook_id: string; running: number; started: number };

const toPlaybook = (row: Selectable<Playbooks>): Playbook => ({ ...row, steps: row.steps as Step[] });
const asStored = ({ steps, ...rest }: Playbook) => ({ ...rest, steps: JSON.stringify(steps) });

/** Keeps a playbook; one that came with the product is kept once. */
export async function insertPlaybook(db: Db, playbook: Playbook): Promise<void> {
  await db
    .insertInto('playbooks')
    .values(asStored(playbook))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function updatePlaybook(db: Db, playbook: Playbook): Promise<void> {
  await db.updateTable('playbooks').set(asStored(playbook)).where('id', '=', playbook.id).execute();
}

export async function findPlaybook(db: Db, id: string): Promise<Playbook | undefined> {
  const row = await db.selectFrom('playbooks').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPlaybook(row);
}

export async function listPlaybooks(db: Db): Promise<Playbook[]> {
  const rows = await db.selectFrom('playbooks').selectAll().orderBy(sql`lower(name)`).orderBy('id').execute();
  return rows.map(toPlaybook);
}

export async function countRuns(db: Db): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    select playbook_id, count(*) filter (where state = 'running') as running, count(*) as started
    from playbook_runs group by playbook_id`.execute(db);
  return rows;
}

/** One change of the list at a time, so that a name is taken once. */
export async function lockPlaybooks(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goodword.playbooks'))`.execute(db);
}

/** Everybody of the team who may be given a task. */
export async function listMemberIds(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('members').select('user_id').where('role', '<>', 'partner').execute();
  return new Set(rows.map(({ user_id }) => user_id));
}
