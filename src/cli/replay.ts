import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { replayFile, type ScenarioResult } from '../flows/replay.ts';
import { type ScenarioFile, scenarioFileSchema } from '../flows/replay-format.ts';
import { type ProgrammeReplay, replayProgramme } from '../flows/replay-programme.ts';
import { AppError } from '../kernel/errors.ts';
import { formatMajor } from '../kernel/money.ts';
import { isIsoDate } from '../kernel/time.ts';
import type { Terms } from '../partners/programmes/model.ts';
import { termsSchema } from '../partners/programmes/schema.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

/**
 * `goodword replay FILE`: plays scenarios through the real flows and store, in a company that is thrown away. With
 * `--programme`, `--terms` and `--since`: the company's own sales under draft terms; nothing is written.
 */
export const addReplay: AddCommand = (program) => {
  program
    .command('replay')
    .description('play scenarios of sales and refunds, or your own history under draft terms, through the real rules')
    .argument('[file]', 'a file of scenarios (goodword-scenarios-1)')
    .option('--programme <id>', 'a programme whose own sales are played again instead')
    .option('--terms <file>', 'its draft terms, as JSON')
    .option('--since <date>', 'the first day of the sales, YYYY-MM-DD')
    .option('--json', 'print one JSON document')
    .action(replay);
};

type Options = { json?: boolean; programme?: string; terms?: string; since?: string };

async function replay(path: string | undefined, options: Options): Promise<void> {
  if (options.programme) return replayDraft(options);
  if (path === undefined)
    throw new AppError('bad_request', 'Name a file of scenarios, or a programme.', {
      hint: 'goodword replay FILE, or goodword replay --programme P --terms DRAFT.json --since 2026-01-01',
    });
  const results = await playInScratch(readScenarios(path));
  const count = (result: ScenarioResult['result']) => results.filter((one) => one.result === result).length;
  const counts = { passed: count('passed'), failed: count('failed'), unsupported: count('unsupported') };
  if (options.json) printJson({ file: path, ...counts, scenarios: results });
  else process.stdout.write(`${results.map(line).join('')}${counts.passed} of ${results.length} scenarios passed\n`);
  if (counts.passed < results.length) process.exitCode = 1;
}

async function replayDraft({ programme = '', terms: path, since, json }: Options): Promise<void> {
  if (!path || !since || !isIsoDate(since))
    throw new AppError('bad_request', 'Draft terms and a first day are missing.', {
      hint: 'Add --terms DRAFT.json --since 2026-01-01.',
    });
  const terms = readTerms(path);
  const input = { programme, terms, since: new Date(`${since}T00:00:00Z`) };
  const outcome = await withProduct((product) => replayProgramme(product.systemCtx('goodword replay'), input));
  if (json) printJson(outcome);
  else process.stdout.write(draftTable(outcome));
}

function readTerms(path: string): Terms {
  try {
    return termsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) as Terms;
  } catch (error) {
    const hint = 'The file holds what the API calls `terms`: GET /v1/programmes/{id} shows those in force.';
    throw new AppError('bad_request', `${path} cannot be read as terms: ${(error as Error).message}`, { hint });
  }
}

/** What was earned, what would have been, and the difference, per partner. */
export function draftTable({ programme, since, sales, partners, ...totals }: ProgrammeReplay): string {
  const money = (minor: number) => formatMajor(minor, programme.currency).padStart(14);
  const row = (name: string, was: number, wouldBe: number) =>
    `${name.slice(0, 30).padEnd(32)}${money(was)}${money(wouldBe)}${money(wouldBe - was)}\n`;
  const title = `${programme.name}: ${sales} sales since ${since.slice(0, 10)}, in ${programme.currency}\n`;
  const head = `${'partner'.padEnd(32)}${['earned', 'draft', 'difference'].map((text) => text.padStart(14)).join('')}\n`;
  const lines = partners.map((one) => row(one.partner, one.was_minor, one.would_be_minor));
  return `${title}${head}${lines.join('')}${row('all', totals.was_minor, totals.would_be_minor)}`;
}

function line({ id, title, result, differences }: ScenarioResult): string {
  return `${result.padEnd(12)}${id.padEnd(6)}${title}\n${differences.map((text) => `${' '.repeat(18)}${text}\n`).join('')}`;
}

function readScenarios(path: string): ScenarioFile {
  try {
    return scenarioFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const hint = 'The file is {"format": "goodword-scenarios-1", "defaults": …, "scenarios": […]}.';
    throw new AppError('bad_request', `${path} cannot be read as scenarios: ${(error as Error).message}`, { hint });
  }
}

async function playInScratch(file: ScenarioFile): Promise<ScenarioResult[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodword-replay-'));
  const product = await compose({ ...readConfig(), databaseUrl: undefined, dataDir, logLevel: 'warn' });
  try {
    return await replayFile(product.systemCtx('goodword replay'), file);
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
