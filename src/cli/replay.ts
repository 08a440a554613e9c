import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { replayFile, type ScenarioResult } from '../flows/replay.ts';
import { type ScenarioFile, scenarioFileSchema } from '../flows/replay-format.ts';
import { AppError } from '../kernel/errors.ts';
import { type AddCommand, printJson } from './command.ts';

/** `goodword replay FILE`: plays scenarios through the real flows and store, in a company that is thrown away. */
export const addReplay: AddCommand = (program) => {
  program
    .command('replay')
    .description('play scenarios of sales and refunds through the real rules and compare the outcome')
    .argument('<file>', 'a file of scenarios (goodword-scenarios-1)')
    .option('--json', 'print one JSON document')
    .action(replay);
};

async function replay(path: string, options: { json?: boolean }): Promise<void> {
  const results = await playInScratch(readScenarios(path));
  const count = (result: ScenarioResult['result']) => results.filter((one) => one.result === result).length;
  const counts = { passed: count('passed'), failed: count('failed'), unsupported: count('unsupported') };
  if (options.json) printJson({ file: path, ...counts, scenarios: results });
  else process.stdout.write(`${results.map(line).join('')}${counts.passed} of ${results.length} scenarios passed\n`);
  if (counts.passed < results.length) process.exitCode = 1;
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
