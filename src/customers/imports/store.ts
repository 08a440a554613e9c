import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '../../../db/types.ts';
import { offsetOf, type Page, type PageQuery } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Entity, EntityCounts, Mapping, Plan, Reject } from './model.ts';

export type ImportState = 'planned' | 'running' | 'done' | 'failed';
export type FileState = 'waiting' | 'running' | 'done' | 'skipped' | 'failed';

export type ImportFile = {
  file: string;
  entity: string;
  state: FileState;
  size_bytes: number;
  rows_read: number;
  rows_inserted: number;
  rows_updated: number;
  rows_unchanged: number;
  rows_rejected: number;
  repeated_ids: number;
  rows_orphaned: number;
  error: string | null;
};

export type ImportRecord = {
  id: string;
  label: string;
  state: ImportState;
  folder: string;
  started_by: string;
  started_at: Date;
  finished_at: Date | null;
  error: string | null;
  files: ImportFile[];
};

export type StoredReject = Reject & { row_text: string; repeated: object | null };
export type ListedReject = Reject & { file: string; entity: string; row_text: string };

const FILE_FIELDS = [
  'file',
  'entity',
  'state',
  'size_bytes',
  'rows_read',
  'rows_inserted',
  'rows_updated',
  'rows_unchanged',
  'rows_rejected',
  'repeated_ids',
  'rows_orphaned',
  'error',
] as const;
const FIELDS = ['id', 'label', 'state', 'folder', 'started_by', 'started_at', 'finished_at', 'error'] as const;

function filesOf(eb: ExpressionBuilder<DB, 'imports'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('import_files')
      .select(FILE_FIELDS)
      .whereRef('import_files.import_id', '=', 'imports.id')
      .orderBy('file')
      .orderBy('entity'),
  ).as('files');
}

export async function insertImport(
  db: Db,
  row: { id: string; label: string; folder: string; started_by: string; started_at: Date; plan: Plan },
): Promise<void> {
  const { plan, ...rest } = row;
  const { mapping, ...found } = plan;
  await db
    .insertInto('imports')
    .values({ ...rest, state: 'planned', mapping: JSON.stringify(mapping), plan: JSON.stringify(found) })
    .execute();
  await putFiles(db, row.id, plan);
}

/** Writes the files of a plan anew: one row for each entity a file feeds. */
export async function putFiles(db: Db, importId: string, plan: Plan): Promise<void> {
  await db.deleteFrom('import_files').where('import_id', '=', importId).execute();
  const sizes = new Map(plan.evidence.map((file) => [file.file, file.size_bytes]));
  const rows = Object.entries(plan.mapping.files).flatMap(([file, mapping]) =>
    Object.keys(mapping.entities).map((entity) => ({
      import_id: importId,
      file,
      entity,
      size_bytes: sizes.get(file) ?? 0,
      state: 'waiting',
    })),
  );
  if (rows.length > 0) await db.insertInto('import_files').values(rows).execute();
}

export async function setPlan(db: Db, importId: string, plan: Plan): Promise<void> {
  const { mapping, ...found } = plan;
  await db
    .updateTable('imports')
    .set({ mapping: JSON.stringify(mapping), plan: JSON.stringify(found) })
    .where('id', '=', importId)
    .execute();
  await putFiles(db, importId, plan);
}

export async function findImport(db: Db, id: string): Promise<(ImportRecord & { plan: Plan }) | undefined> {
  const row = await db
    .selectFrom('imports')
    .select(FIELDS)
    .select(['mapping', 'plan'])
    .select(filesOf)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const plan = { ...(row.plan as Omit<Plan, 'mapping'>), mapping: row.mapping as Mapping };
  return { ...row, plan } as ImportRecord & { plan: Plan };
}

export async function listImports(db: Db, query: PageQuery): Promise<Page<ImportRecord>> {
  const items = await db
    .selectFrom('imports')
    .select(FIELDS)
    .select(filesOf)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  const total = await db.selectFrom('imports').select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return { items: items as ImportRecord[], total: total.n, ...query };
}

export async function setImportState(
  db: Db,
  id: string,
  change: { state: ImportState; error?: string | null; finished_at?: Date | null },
): Promise<void> {
  await db.updateTable('imports').set(change).where('id', '=', id).execute();
}

/** Marks what a process that ended in the middle left behind. */
export async function failInterrupted(db: Db, now: Date): Promise<void> {
  const error = 'The import was interrupted. Run it again: what was stored stays, the rest follows.';
  await db
    .updateTable('imports')
    .set({ state: 'failed', error, finished_at: now })
    .where('state', '=', 'running')
    .execute();
  await db.updateTable('import_files').set({ state: 'failed' }).where('state', '=', 'running').execute();
}

export async function setFileState(
  db: Db,
  key: { import_id: string; file: string; entity?: Entity },
  change: { state: FileState; at: Date; counts?: EntityCounts; error?: string },
): Promise<void> {
  const counts = change.counts && {
    rows_read: change.counts.rows,
    rows_inserted: change.counts.inserted,
    rows_updated: change.counts.updated,
    rows_unchanged: change.counts.unchanged,
    rows_rejected: change.counts.rejected,
    repeated_ids: change.counts.repeated_ids,
    rows_orphaned: change.counts.orphaned,
  };
  const times = change.state === 'running' ? { started_at: change.at } : { finished_at: change.at };
  let update = db
    .updateTable('import_files')
    .set({ state: change.state, error: change.error ?? null, ...times, ...counts })
    .where('import_id', '=', key.import_id)
    .where('file', '=', key.file);
  if (key.entity) update = update.where('entity', '=', key.entity);
  await update.execute();
}

export async function setRowsRead(db: Db, importId: string, file: string, rows: number): Promise<void> {
  await db
    .updateTable('import_files')
    .set({ rows_read: rows })
    .where('import_id', '=', importId)
    .where('file', '=', file)
    .where('state', '=', 'running')
    .execute();
}

export async function clearRejects(db: Db, key: { import_id: string; file: string; entity: Entity }): Promise<void> {
  await db
    .deleteFrom('import_rejects')
    .where('import_id', '=', key.import_id)
    .where('file', '=', key.file)
    .where('entity', '=', key.entity)
    .execute();
}

export async function insertRejects(
  db: Db,
  key: { import_id: string; file: string; entity: Entity },
  rejects: readonly StoredReject[],
): Promise<void> {
  for (let at = 0; at < rejects.length; at += 1_000) {
    const rows = rejects.slice(at, at + 1_000).map(({ repeated, ...reject }) => ({
      ...key,
      ...reject,
      repeated: repeated && JSON.stringify(repeated),
    }));
    await db.insertInto('import_rejects').values(rows).execute();
  }
}

export async function listRejects(db: Db, importId: string, query: PageQuery): Promise<Page<ListedReject>> {
  const of = db.selectFrom('import_rejects').where('import_id', '=', importId);
  const items = await of
    .select(['file', 'entity', 'line', 'reason', 'field', 'row_text'])
    .orderBy('file')
    .orderBy('entity')
    .orderBy('line')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  const total = await of.select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return { items, total: total.n, ...query };
}

/** Which entities have at least one row stored. */
export async function storedEntities(db: Db): Promise<Set<Entity>> {
  const { rows } = await sql<{ entity: Entity; has: boolean }>`
    select 'accounts' as entity, exists (select from accounts) as has
    union all select 'people', exists (select from people)
    union all select 'subscriptions', exists (select from subscriptions)
    union all select 'invoices', exists (select from invoices)
    union all select 'refunds', exists (select from invoice_refunds)
    union all select 'usage', exists (select from usage_events)
    union all select 'tickets', exists (select from tickets)
    union all select 'survey_answers', exists (select from survey_answers)
    union all select 'churn_events', exists (select from churn_claims)`.execute(db);
  return new Set(rows.filter((row) => row.has).map((row) => row.entity));
}
