import { type Selectable, sql } from 'kysely';
import type { Scenarios, TermsDrafts } from '../../../db/types.ts';
import { offsetOf, type PageQuery } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { ForecastMonth, Played, Scenario, ScenarioInput, TermsDraft } from './model.ts';

function toScenario(row: Selectable<Scenarios>): Scenario {
  return { ...row, input: row.input as ScenarioInput, result: row.result as Played };
}

/** One change of names at a time. */
export async function lockScenarios(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goodword.scenarios'))`.execute(db);
}

export async function insertScenario(db: Db, { input, result, ...row }: Scenario): Promise<void> {
  await db
    .insertInto('scenarios')
    .values({ ...row, input: JSON.stringify(input), result: JSON.stringify(result) })
    .execute();
}

export async function updateScenario(db: Db, { id, input, result, ...row }: Scenario): Promise<void> {
  const { name, updated_at, updated_by } = row;
  await db
    .updateTable('scenarios')
    .set({ name, updated_at, updated_by, input: JSON.stringify(input), result: JSON.stringify(result) })
    .where('id', '=', id)
    .execute();
}

export async function deleteScenario(db: Db, id: string): Promise<void> {
  await db.deleteFrom('scenarios').where('id', '=', id).execute();
}

export async function findScenario(db: Db, id: string): Promise<Scenario | undefined> {
  const row = await db.selectFrom('scenarios').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toScenario(row);
}

export async function findByName(db: Db, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('scenarios')
    .select('id')
    .where(sql`lower(name)`, '=', sql`lower(${name}::text)`)
    .executeTakeFirst();
  return row?.id;
}

export async function listScenarios(
  db: Db,
  { q, ...page }: PageQuery & { q?: string | undefined },
): Promise<{ items: Scenario[]; total: number }> {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : '%';
  const found = db.selectFrom('scenarios').where('name', 'ilike', like);
  const rows = await found
    .selectAll()
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.per_page)
    .offset(offsetOf(page))
    .execute();
  const count = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(toScenario), total: count.total };
}

function toDraft(row: Selectable<TermsDrafts>): TermsDraft {
  return {
    ...row,
    offer: row.offer as TermsDraft['offer'],
    state: row.state as TermsDraft['state'],
    terms: row.terms as object,
    input: row.input as ScenarioInput,
    forecast: row.forecast as ForecastMonth[],
  };
}

export async function insertDraft(db: Db, { terms, input, forecast, ...row }: TermsDraft): Promise<void> {
  const kept = { terms: JSON.stringify(terms), input: JSON.stringify(input), forecast: JSON.stringify(forecast) };
  await db
    .insertInto('terms_drafts')
    .values({ ...row, ...kept })
    .execute();
}

export type Decision = Pick<TermsDraft, 'state' | 'terms_id' | 'decided_by' | 'decided_at'>;

export async function decideDraft(db: Db, id: string, decision: Decision): Promise<void> {
  await db.updateTable('terms_drafts').set(decision).where('id', '=', id).execute();
}

/** Waits until nobody else decides about it. */
export async function lockDraft(db: Db, id: string): Promise<TermsDraft | undefined> {
  const row = await db.selectFrom('terms_drafts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toDraft(row);
}

export async function findOpenDraft(db: Db, programmeId: string): Promise<TermsDraft | undefined> {
  const row = await db
    .selectFrom('terms_drafts')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row && toDraft(row);
}
