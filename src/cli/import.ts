import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { EntityCounts, Plan } from '../customers/imports/model.ts';
import { parseMapping, printMapping } from '../customers/imports/service.ts';
import { type ImportResult, importFolder, type Progress, planImport } from '../flows/import-folder.ts';
import { type Rehearsal, rehearseImport } from '../flows/import-rehearsal.ts';
import { AppError } from '../kernel/errors.ts';
import { dataQuality, type QualityReport } from '../reports/data-quality.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

type Options = { mapping?: string; recursive?: boolean; dryRun?: boolean; json?: boolean; replaceDemo?: boolean };

/** `goodword import FOLDER`: reads CSV exports, stores what can be used, and says what the data cannot show. */
export const addImport: AddCommand = (program) => {
  program
    .command('import')
    .argument('<folder>', 'a folder of CSV files (or one file)')
    .description('import customers, subscriptions, usage, tickets, surveys and churn from CSV files')
    .option('--mapping <file>', 'how the columns are read; without it they are guessed')
    .option('--recursive', 'read the folders inside the folder too')
    .option('--dry-run', 'print the mapping, and how many rows of each file would be stored; change nothing')
    .option('--replace-demo', 'empty the simulated company first')
    .option('--json', 'print one JSON document')
    .action((folder: string, options: Options) => importCommand(resolve(folder), options));
};

async function importCommand(folder: string, options: Options): Promise<void> {
  const given = options.mapping === undefined ? undefined : parseMapping(readMapping(options.mapping));
  await withProduct(async (product) => {
    const ctx = product.systemCtx('import');
    const plan = await planImport(ctx, { folder, given, recursive: options.recursive });
    const progress = showProgress();
    if (options.dryRun) {
      const run = { folder, dataDir: product.config.dataDir, plan, onProgress: progress.on };
      const rehearsal = plan.questions.length > 0 ? null : await rehearseImport(ctx, run).finally(progress.end);
      if (options.json) printJson({ ...plan, would: rehearsal });
      else printPlan(plan, rehearsal);
      return;
    }
    const input = { folder, dataDir: product.config.dataDir, label: basename(folder), plan, onProgress: progress.on };
    const result = await importFolder(ctx, { ...input, replaceDemo: options.replaceDemo }).finally(progress.end);
    const quality = await dataQuality(ctx);
    if (options.json) printJson({ ...result, quality: quality.findings });
    else printResult(result, quality);
  });
}

function readMapping(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new AppError('not_found', `The mapping file ${file} cannot be read.`, { field: 'mapping' });
  }
}

/** The mapping on standard output, to be saved; everything about it on standard error. */
function printPlan(plan: Plan, rehearsal: Rehearsal | null): void {
  process.stdout.write(printMapping(plan.mapping));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  for (const file of plan.evidence) say(`${file.file}: ${file.entity ?? 'left out'} (${file.why})`);
  for (const question of plan.questions) say(`${question.question} ${question.line}`);
  for (const sentence of plan.missing) say(sentence);
  if (!rehearsal) return;
  for (const { file, entities } of rehearsal.files)
    for (const [entity, counts] of Object.entries(entities)) say(`${file}, ${entity}: ${wouldBe(counts)}`);
  for (const note of rehearsal.notes) say(note);
  say('Nothing was changed.');
}

function wouldBe({ rows, inserted, updated, unchanged, rejected }: EntityCounts): string {
  return `${rows} rows read; would be new ${inserted}, changed ${updated}, unchanged ${unchanged}, rejected ${rejected}`;
}

/** A live line on a terminal, a plain line every 100,000 rows elsewhere; always on standard error. */
function showProgress(): { on(progress: Progress): void; end(): void } {
  const live = process.stderr.isTTY === true;
  let said = 0;
  const line = ({ file, rows }: Progress) => `${file}: ${rows.toLocaleString('en')} rows`;
  return {
    on(progress) {
      if (live) process.stderr.write(`\r\x1b[2K${line(progress)}${progress.done ? '\n' : ''}`);
      else if (progress.done || progress.rows - said >= 100_000) process.stderr.write(`${line(progress)}\n`);
      if (progress.done || progress.rows - said >= 100_000) said = progress.done ? 0 : progress.rows;
    },
    end: () => {
      if (live) process.stderr.write('\r\x1b[2K');
    },
  };
}

function printResult(result: ImportResult, quality: QualityReport): void {
  const lines = Object.entries(result.entities).map(
    ([entity, counts]) =>
      `${entity}: ${counts.rows} rows, ${counts.inserted} new, ${counts.updated} changed, ${counts.unchanged} unchanged, ` +
      `${counts.rejected} rejected${counts.repeated_ids ? ` (${counts.repeated_ids} repeated ids)` : ''}`,
  );
  if (result.rejects_folder) lines.push(`Rejected rows, with the reason of each: ${result.rejects_folder}`);
  for (const file of result.left_out) lines.push(`Left out ${file.file}: ${file.why}.`);
  const found = quality.findings.map((finding) => `- ${finding.sentence}${finding.effect ? ` ${finding.effect}` : ''}`);
  const sections = [
    lines,
    result.notes,
    result.missing,
    found.length > 0 ? ['What the data show about themselves:', ...found] : [],
  ];
  for (const section of sections) if (section.length > 0) process.stdout.write(`${section.join('\n')}\n\n`);
}
