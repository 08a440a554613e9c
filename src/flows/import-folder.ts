import { statSync } from 'node:fs';
import type { Company } from '../customers/company/model.ts';
import { ensureCompany, findCompanyOrNone, listExchangeRates } from '../customers/company/service.ts';
import {
  ENTITIES,
  type Entity,
  type EntityCounts,
  type FileMapping,
  NO_COUNTS,
  type Plan,
} from '../customers/imports/model.ts';
import {
  beginFile,
  beginImport,
  createImport,
  endImport,
  failFile,
  noteProgress,
  planFolder,
} from '../customers/imports/service.ts';
import { refuseOpenQuestions } from '../customers/imports/verbs/plan.ts';
import { listSourceFiles } from '../customers/imports/verbs/read-folder.ts';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { requireDiskSpace } from '../platform/disk-space.ts';
import { type Held, holdConnection } from '../platform/postgres.ts';
import { clearSimulatedCompany } from '../simulator/clear-company.ts';
import { importFile } from './import-file.ts';
import { scoreAccounts } from './score-accounts.ts';

export type Progress = { file: string; rows: number; done: boolean };

export type ImportResult = {
  import_id: string;
  entities: Partial<Record<Entity, EntityCounts>>;
  files: { file: string; entities: Partial<Record<Entity, EntityCounts>> }[];
  left_out: { file: string; why: string }[];
  missing: string[];
  notes: string[];
  rejects_folder: string | null;
};

type RunInput = {
  folder: string;
  dataDir: string;
  plan: Plan;
  /** Empty a simulated company first, instead of refusing to import beside it. */
  replaceDemo?: boolean;
  onBegin?: () => void;
  onProgress?: (progress: Progress) => void;
};

const IMPORT_LOCK = 7_463_002;
const DEFAULT_CURRENCY = 'USD';
/** Databases of this process with an import under way: the embedded one has a single session, which cannot lock itself out. */
const RUNNING = new WeakSet<object>();

/** Runs a planned import to its end. @throws unprocessable when the mapping leaves something open, conflict when another import runs. */
export async function runImport(ctx: Ctx, input: RunInput & { id: string }): Promise<ImportResult> {
  refuseOpenQuestions(input.plan);
  requireDiskSpace(input.dataDir, sizeOf(listSourceFiles(input.folder)));
  return alone(ctx, async (held) => {
    const notes: string[] = [];
    const company = await companyFor(ctx, input, notes);
    await beginImport(ctx, input.id);
    input.onBegin?.();
    try {
      const result = await importFiles(ctx, held, { ...input, company });
      await endImport(ctx, input.id);
      await scoreAccounts(asScorer(ctx));
      return { ...result, notes };
    } catch (error) {
      await endImport(ctx, input.id, error instanceof Error ? error.message : String(error)).catch(() => {});
      throw error;
    }
  });
}

function sizeOf(files: { path: string }[]): number {
  return files.reduce((bytes, { path }) => bytes + statSync(path).size, 0);
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
export async function planImport(ctx: Ctx, input: { folder: string; given?: Plan['mapping'] }): Promise<Plan> {
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

async function companyFor(ctx: Ctx, input: RunInput, notes: string[]): Promise<Company> {
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

/** Holds the import lock for as long as `work` lasts. @throws conflict when somebody else has it. */
async function alone<T>(ctx: Ctx, work: (held: Held) => Promise<T>): Promise<T> {
  if (RUNNING.has(ctx.db)) throw anotherImport();
  RUNNING.add(ctx.db);
  try {
    return await holdConnection(ctx.db, async (held) => {
      const { rows } = await held.client.query<{ locked: boolean }>(
        `select pg_try_advisory_lock(${IMPORT_LOCK}) as locked`,
      );
      if (!rows[0]?.locked) throw anotherImport();
      try {
        return await work(held);
      } finally {
        await held.client.query(`select pg_advisory_unlock(${IMPORT_LOCK})`).catch(() => {});
      }
    });
  } finally {
    RUNNING.delete(ctx.db);
  }
}

function anotherImport(): AppError {
  return new AppError('conflict', 'Another import is running.', {
    hint: 'Wait until it is done, then start this one.',
  });
}

type Run = {
  id: string;
  folder: string;
  dataDir: string;
  plan: Plan;
  company: Company;
  onProgress?: (progress: Progress) => void;
};

async function importFiles(ctx: Ctx, held: Held, run: Run): Promise<Omit<ImportResult, 'notes'>> {
  const { rates } = await listExchangeRates(ctx);
  const reportingCurrency = run.company.reporting_currency;
  const money = { currency: run.plan.mapping.currency ?? reportingCurrency, reportingCurrency, rates };
  const paths = new Map(listSourceFiles(run.folder).map((file) => [file.name, file.path]));
  const files: ImportResult['files'] = [];
  for (const [name, mapping] of inOrder(run.plan.mapping.files)) {
    const path = paths.get(name);
    if (!path) throw new AppError('unprocessable', `The file ${name} is no longer there.`, { file: name });
    const job = { importId: run.id, dataDir: run.dataDir, file: { name, path }, mapping, money };
    const counts = await importOne(ctx, held, { ...job, onRows: progressOf(ctx, run, name) });
    files.push({ file: name, entities: Object.fromEntries(counts) });
    run.onProgress?.({ file: name, rows: [...counts.values()][0]?.rows ?? 0, done: true });
  }
  const rejected = files.some((file) => Object.values(file.entities).some((counts) => counts.rejected > 0));
  return {
    import_id: run.id,
    entities: sumEntities(files),
    files,
    left_out: leftOut(run.plan),
    missing: run.plan.missing,
    rejects_folder: rejected ? `${run.dataDir}/imports/${run.id}` : null,
  };
}

/** A file that others refer to comes before them. */
function inOrder(files: Record<string, FileMapping>): [string, FileMapping][] {
  const rank = (file: FileMapping) => ENTITIES.findIndex((entity) => file.entities[entity] !== undefined);
  return Object.entries(files)
    .filter(([, file]) => rank(file) >= 0)
    .sort(([, a], [, b]) => rank(a) - rank(b));
}

/** Imports one file in one transaction: all of it is stored or nothing. */
async function importOne(
  ctx: Ctx,
  held: Held,
  job: Parameters<typeof importFile>[2],
): Promise<Map<Entity, EntityCounts>> {
  const key = { import_id: job.importId, file: job.file.name };
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
    if (writing || rows - noted < PROGRESS_ROWS) return;
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
