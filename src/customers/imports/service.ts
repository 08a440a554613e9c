import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import type { Page, PageQuery } from '../../kernel/page.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Entity, EntityCounts, FileEvidence, Mapping, Plan } from './model.ts';
import { mappingSchema } from './schema.ts';
import * as store from './store.ts';
import { planFiles } from './verbs/plan.ts';
import { listFoldersInside, listSourceFiles } from './verbs/read-folder.ts';

/** Reads a mapping file. @throws unprocessable naming the place that is wrong. */
export function parseMapping(text: string): Mapping {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    throw invalidField('mapping', `The mapping is not readable YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  const result = mappingSchema.safeParse(document);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalidField(
    `mapping.${issue?.path.join('.') ?? ''}`,
    `The mapping cannot be used: ${z.prettifyError(result.error)}`,
  );
}

/** The mapping as a file people read and change. */
export function printMapping(mapping: Mapping): string {
  const { version, currency, files } = mapping;
  return stringify({ version, ...(currency ? { currency } : {}), files }, { lineWidth: 0 });
}

export type PlanRequest = {
  folder: string;
  given?: Mapping;
  currency?: string;
  /** Read the folders inside too; without it only the files there that a mapping names. */
  recursive?: boolean;
};

/** Decides how the files of a folder are read; nothing is stored. `fresh`: what is stored now will not be there then. */
export async function planFolder(ctx: Ctx, input: PlanRequest & { fresh?: boolean }): Promise<Plan> {
  requireScope(ctx, 'imports:write');
  const { folder, recursive } = input;
  const files = listSourceFiles(folder, { recursive, named: Object.keys(input.given?.files ?? {}) });
  const stored = input.fresh ? new Set<Entity>() : await store.storedEntities(ctx.db);
  const plan = await planFiles({ ...input, files, stored });
  if (!recursive) plan.evidence.push(...foldersLeftOut(folder, files));
  return plan;
}

function foldersLeftOut(folder: string, files: readonly { name: string }[]): FileEvidence[] {
  const unread = listFoldersInside(folder).filter(
    (name) => !files.some((file) => file.name.startsWith(join(name, '/'))),
  );
  const why = 'it is a folder inside; --recursive reads those too';
  return unread.map((name) => ({ file: `${name}/`, entity: null, why, size_bytes: 0, columns: [] }));
}

/** Records a planned import and keeps its mapping as a readable file in its own folder. */
export async function createImport(
  ctx: Ctx,
  input: { label: string; folder: string; dataDir: string; plan: Plan; id?: string },
): Promise<string> {
  requireScope(ctx, 'imports:write');
  const id = input.id ?? newId(ctx, 'import');
  await inTransaction(ctx, async (ctx) => {
    const by = { started_by: ctx.actor.id, started_at: ctx.clock.now() };
    await store.insertImport(ctx.db, { id, label: input.label, folder: input.folder, plan: input.plan, ...by });
    const detail = { label: input.label, files: Object.keys(input.plan.mapping.files).length };
    await writeAudit(ctx, { action: 'import.planned', subjectKind: 'import', subjectId: id, detail });
  });
  keepMapping(input.dataDir, id, input.plan.mapping);
  return id;
}

export function importFolderOf(dataDir: string, id: string): string {
  return join(dataDir, 'imports', id);
}

/** Where the files of an upload wait for their import. */
export function uploadFolderOf(dataDir: string, id: string): string {
  return join(importFolderOf(dataDir, id), 'files');
}

function keepMapping(dataDir: string, id: string, mapping: Mapping): void {
  const folder = importFolderOf(dataDir, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'mapping.yaml'), printMapping(mapping));
}

/** Replaces the mapping of an import that has not run yet. @throws conflict when it has, 422 naming what does not fit. */
export async function changeMapping(
  ctx: Ctx,
  input: { id: string; mapping: Mapping; dataDir: string; currency?: string },
): Promise<ImportDetail> {
  requireScope(ctx, 'imports:write');
  const found = await getImport(ctx, input.id);
  if (found.state !== 'planned' && found.state !== 'failed')
    throw new AppError('conflict', `This import is ${found.state}; its mapping stays.`);
  const request = { folder: found.folder, given: input.mapping, currency: input.currency, recursive: true };
  const plan = await planFolder(ctx, request);
  await inTransaction(ctx, async (ctx) => {
    await store.setPlan(ctx.db, input.id, plan);
    await writeAudit(ctx, { action: 'import.mapped', subjectKind: 'import', subjectId: input.id });
  });
  keepMapping(input.dataDir, input.id, plan.mapping);
  return getImport(ctx, input.id);
}

export type ImportView = store.ImportRecord & { rows_read: number; bytes_total: number };
export type ImportDetail = ImportView & { plan: Plan };

function view<T extends store.ImportRecord>(record: T): T & { rows_read: number; bytes_total: number } {
  const sum = (of: (file: store.ImportFile) => number) => record.files.reduce((total, file) => total + of(file), 0);
  return { ...record, rows_read: sum((file) => file.rows_read), bytes_total: sum((file) => file.size_bytes) };
}

export async function getImport(ctx: Ctx, id: string): Promise<ImportDetail> {
  requireScope(ctx, 'customers:read');
  const found = await store.findImport(ctx.db, id);
  if (!found) throw notFound('import', id);
  return view(found);
}

export async function listImports(ctx: Ctx, query: PageQuery): Promise<Page<ImportView>> {
  requireScope(ctx, 'customers:read');
  const page = await store.listImports(ctx.db, query);
  return { ...page, items: page.items.map(view) };
}

export async function listRejects(ctx: Ctx, input: { id: string } & PageQuery): Promise<Page<store.ListedReject>> {
  requireScope(ctx, 'customers:read');
  const { id, ...query } = input;
  if (!(await store.findImport(ctx.db, id))) throw notFound('import', id);
  return store.listRejects(ctx.db, id, query);
}

/** Starts the record of a run; what an interrupted run left as running is marked failed. */
export async function beginImport(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'imports:write');
  await inTransaction(ctx, async (ctx) => {
    await store.failInterrupted(ctx.db, ctx.clock.now());
    await store.setImportState(ctx.db, id, { state: 'running', error: null, finished_at: null });
  });
}

/** Ends the record of a run, well or with the reason it failed. */
export async function endImport(ctx: Ctx, id: string, error?: string): Promise<void> {
  requireScope(ctx, 'imports:write');
  await inTransaction(ctx, async (ctx) => {
    const state = error === undefined ? 'done' : 'failed';
    await store.setImportState(ctx.db, id, { state, error: error ?? null, finished_at: ctx.clock.now() });
    await writeAudit(ctx, { action: `import.${state}`, subjectKind: 'import', subjectId: id, detail: { error } });
  });
}

export async function beginFile(ctx: Ctx, key: { import_id: string; file: string }): Promise<void> {
  requireScope(ctx, 'imports:write');
  await store.setFileState(ctx.db, key, { state: 'running', at: ctx.clock.now() });
}

export async function failFile(ctx: Ctx, key: { import_id: string; file: string }, error: string): Promise<void> {
  requireScope(ctx, 'imports:write');
  await store.setFileState(ctx.db, key, { state: 'failed', at: ctx.clock.now(), error });
}

/** Records how far a running file is; what is shown meanwhile. */
export async function noteProgress(ctx: Ctx, key: { import_id: string; file: string; rows: number }): Promise<void> {
  requireScope(ctx, 'imports:write');
  await store.setRowsRead(ctx.db, key.import_id, key.file, key.rows);
}

/** Records a file's result in the transaction that stores its rows: both are there or neither is. */
export async function endFile(
  ctx: Ctx,
  key: { import_id: string; file: string; entity: Entity },
  result: { counts: EntityCounts; rejects: readonly store.StoredReject[] },
): Promise<void> {
  requireScope(ctx, 'imports:write');
  await store.setFileState(ctx.db, key, { state: 'done', at: ctx.clock.now(), counts: result.counts });
  await store.clearRejects(ctx.db, key);
  await store.insertRejects(ctx.db, key, result.rejects);
}
