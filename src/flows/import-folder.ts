import { statSync } from 'node:fs';
import type { Company } from '../customers/company/model.ts';
import { ensureCompany, findCompanyOrNone, listExchangeRates } from '../customers/company/service.ts';
import {
  ENTITIES,
  type Entity,
  type EntityCounts,
  type FileMapping,
  NO_COUNTS,
  type Orphans,
  type Plan,
} from '../customers/imports/model.ts';
import { orphanSentence } from '../customers/imports/rules/orphans.ts';
import {
  beginFile,
  beginImport,
  createImport,
  endImport,
  failFile,
  noteProgress,
  type PlanRequest,
  planFolder,
} from '../customers/imports/service.ts';
import { refuseOpenQuestions } from '../customers/imports/verbs/plan.ts';
import { listSourceFiles, type SourceFile } from '../customers/imports/verbs/read-folder.ts';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { requireDiskSpace } from '../platform/disk-space.ts';
import type { Held } from '../platform/postgres.ts';
import { clearSimulatedCompany } from '../simulator/clear-company.ts';
import { type FileJob, type FileResult, importFile } from './import-file.ts';
import { alone } from './import-lock.ts';
import { scoreAccounts } from './score-accounts.ts';

export type Progress = { file: string; rows: number; done: boolean };

export type ImportResult = {
  import_id: string;
  entities: Partial<Record<Entity, EntityCounts>>;
  files: { file: string; entities: Partial<Record<Entity, EntityCounts>> }[];
  left_out: { file: string; why: string }[];
  missing: string[];
  /** Rows that belong to nobody. */
  orphans: Orphans[];
  notes: string[];
  rejects_folder: string | null;
};

export type RunInput = {
  folder: string;
  dataDir: string;
  plan: Plan;
  /** Empty a simulated company first, instead of refusing to import beside it. */
  replaceDemo?: boolean;
  onBegin?: () => void;
  onProgress?: (progress: Progress) => void;
};

const DEFAULT_CURRENCY = 'USD';

/** Runs a planned import to its end. @throws unprocessable when the mapping leaves something open, conflict when another import runs. */
export async function runImport(ctx: Ctx, input: RunInput & { id: string }): Promise<ImportResult> {
  refuseOpenQuestions(input.plan);
  requireRoom(input);
  return alone(ctx, async (held) => {
    const notes: string[] = [];
    const company = await companyFor(ctx, input, notes);
    await beginImport(ctx, input.id);
    input.onBegin?.();
    try {
      const result = await importAll(ctx, held, { ...input, company });
      await endImport(ctx, input.id);
      await scoreAccounts(asScorer(ctx));
      return { ...result, notes: [...notes, ...result.orphans.map(orphanSentence)] };
    } catch (error) {
      await endImport(ctx, input.id, error instanceof Error ? error.message : String(error)).catch(() => {});
      throw error;
    }
  });
}

/** The files the plan reads, wherever in the folder they lie. */
function sourcesOf({ folder, plan }: Pick<RunInput, 'folder' | 'plan'>): SourceFile[] {
  const { files } = plan.mapping;
  return listSourceFiles(folder, { named: Object.keys(files) }).filter(({ name }) => files[name]);
}

/** @throws unavailable when the disk has no room for what the files become. */
export function requireRoom(input: Pick<RunInput, 'dataDir' | 'folder' | 'plan'>): void {
  const bytes = sourcesOf(input).reduce((sum, { path }) => sum + statSync(path).size, 0);
  requireDiskSpace(input.dataDir, bytes);
}

/** Whoever may import customers thereby brings their scores up to date. */
function asScorer(ctx: Ctx): Ctx {
  return { ...ctx, scopes: new Set([...ctx.scopes, 'success:write' as const, 'customers:read' as const]) };
}

/** Plans and runs the import of a folder in one go. */
export async function importFolder(ctx: Ctx, input: RunInput & { label: string }): Promise<ImportResult> {
  refuseOpenQuestions(input.plan);
  refuseBesideDemo(await findCompanyOrNone(ctx), input);
  const id = await createImport(ctx, input);
  return runImport(ctx, { ...input, id });
}

/** Plans the import of a folder with the company's own currency as the default; a simulated company has no say. */
export async function planImport(ctx: Ctx, input: Omit<PlanRequest, 'currency'>): Promise<Plan> {
  const company = await findCompanyOrNone(ctx);
  if (company?.simulated) return planFolder(ctx, { ...input, fresh: true });
  return planFolder(ctx, { ...input, currency: company?.reporting_currency });
}

function refuseBesideDemo(company: Company | undefined, { replaceDemo }: RunInput): void {
  if (!company?.simulated || replaceDemo) return;
  throw new AppError('conflict', 'This installation shows a simulated company; real customers do not go beside it.', {
    hint: 'Import with --replace-demo to empty it first, or give GOODWORD_DATA another folder.',
  });
}

/** The company that the rows will belong to: the one there is, or a new one. */
export async function companyFor(ctx: Ctx, input: RunInput, notes: string[]): Promise<Company> {
  const found = await findCompanyOrNone(ctx);
  refuseBesideDemo(found, input);
  if (found && !found.simulated) return found;
  if (found) {
    await clearSimulatedCompany(ctx);
    notes.push('The simulated company was emptied first.');
  }
  return newCompanyFor(ctx, input.plan, notes);
}

async function newCompanyFor(ctx: Ctx, plan: Plan, notes: string[]): Promise<Company> {
  const currency = plan.mapping.currency ?? DEFAULT_CURRENCY;
  const how = plan.mapping.currency ? 'as the files say' : 'assumed, for no file says';
  notes.push(`The company is called "My company" and reports in ${currency} (${how}). Change both in Settings.`);
  return ensureCompany(ctx, { name: 'My company', reportingCurrency: currency });
}

/** An import without `id` is a rehearsal: nobody keeps a record of it. */
export type Run = Omit<RunInput, 'onBegin' | 'replaceDemo'> & { id?: string; company: Company };
export type Outcome = Pick<ImportResult, 'entities' | 'files' | 'orphans'>;

async function importAll(ctx: Ctx, held: Held, run: Run & { id: string }): Promise<Omit<ImportResult, 'notes'>> {
  const outcome = await importFiles(ctx, run, (job) => importOne(ctx, held, job));
  const rejected = Object.values(outcome.entities).some((counts) => counts.rejected > 0);
  return {
    import_id: run.id,
    ...outcome,
    left_out: leftOut(run.plan),
    missing: run.plan.missing,
    rejects_folder: rejected ? `${run.dataDir}/imports/${run.id}` : null,
  };
}

/** Takes the files in order through `work`, one after another. */
export async function importFiles(ctx: Ctx, run: Run, work: (job: FileJob) => Promise<FileResult>): Promise<Outcome> {
  const { rates } = await listExchangeRates(ctx);
  const reportingCurrency = run.company.reporting_currency;
  const money = { currency: run.plan.mapping.currency ?? reportingCurrency, reportingCurrency, rates };
  const paths = new Map(sourcesOf(run).map((file) => [file.name, file.path]));
  const record = run.id === undefined ? null : { importId: run.id, dataDir: run.dataDir };
  const files: ImportResult['files'] = [];
  const orphans: Orphans[] = [];
  for (const [name, mapping] of inOrder(run.plan.mapping.files)) {
    const path = paths.get(name);
    if (!path) throw new AppError('unprocessable', `The file ${name} is no longer there.`, { file: name });
    const job = { record, file: { name, path }, mapping, money, onRows: progressOf(ctx, run, name) };
    const done = await work(job);
    files.push({ file: name, entities: Object.fromEntries(done.counts) });
    orphans.push(...done.orphans);
    run.onProgress?.({ file: name, rows: [...done.counts.values()][0]?.rows ?? 0, done: true });
  }
  return { entities: sumEntities(files), files, orphans };
}

/** A file that others refer to comes before them. */
function inOrder(files: Record<string, FileMapping>): [string, FileMapping][] {
  const rank = (file: FileMapping) => ENTITIES.findIndex((entity) => file.entities[entity] !== undefined);
  return Object.entries(files)
    .filter(([, file]) => rank(file) >= 0)
    .sort(([, a], [, b]) => rank(a) - rank(b));
}

/** Imports one file in one transaction: all of it is stored or nothing. */
async function importOne(ctx: Ctx, held: Held, job: FileJob): Promise<FileResult> {
  const key = { import_id: job.record?.importId ?? '', file: job.file.name };
  await beginFile(ctx, key);
  try {
    return await held.db.transaction().execute((db) => importFile({ ...ctx, db }, held.client, job));
  } catch (error) {
    await failFile(ctx, key, error instanceof Error ? error.message : String(error)).catch(() => {});
    throw error;
  }
}

const PROGRESS_ROWS = 20_000;

/** Tells the caller of every batch and writes down every 20,000 rows, never waiting: the embedded database answers later. */
function progressOf(ctx: Ctx, run: Run, file: string): (rows: number) => void {
  let noted = 0;
  let writing = false;
  return (rows) => {
    run.onProgress?.({ file, rows, done: false });
    if (run.id === undefined || writing || rows - noted < PROGRESS_ROWS) return;
    noted = rows;
    writing = true;
    noteProgress(ctx, { import_id: run.id, file, rows })
      .catch(() => {})
      .finally(() => {
        writing = false;
      });
  };
}

function sumEntities(files: ImportResult['files']): ImportResult['entities'] {
  const sums: ImportResult['entities'] = {};
  for (const { entities } of files) {
    for (const [entity, counts] of Object.entries(entities) as [Entity, EntityCounts][]) {
      const sum = sums[entity] ?? { ...NO_COUNTS };
      for (const key of Object.keys(sum) as (keyof EntityCounts)[]) sum[key] += counts[key];
      sums[entity] = sum;
    }
  }
  return sums;
}

function leftOut(plan: Plan): ImportResult['left_out'] {
  return plan.evidence.filter((file) => file.entity === null).map(({ file, why }) => ({ file, why }));
}
