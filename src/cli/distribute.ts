import { readConfig } from '../config.ts';
import { openDatabase } from '../platform/database.ts';
import { type Distribution, distribute } from '../platform/distribute.ts';
import { migrate } from '../platform/migrate.ts';
import { type AddCommand, printJson } from './command.ts';

type Options = { dryRun?: boolean; undo?: boolean; json?: boolean };

/** `goodword distribute` spreads the firehoses over the workers of a Citus cluster; `--undo` brings them back. */
export const addDistribute: AddCommand = (program) => {
  program
    .command('distribute')
    .description('place usage and clicks on the workers of a Citus cluster; everything else stays')
    .option('--dry-run', 'print the statements and run none')
    .option('--undo', 'bring them back to the coordinator')
    .option('--json', 'print one JSON document')
    .action(run);
};

async function run(options: Options): Promise<void> {
  const database = await openDatabase(readConfig());
  try {
    await migrate(database.pool);
    const result = await distribute(database.pool, options);
    if (options.json) printJson(result);
    else process.stdout.write(`${tell(result, options).join('\n')}\n`);
  } finally {
    await database.close();
  }
}

/** What happened, or would, a line each. */
export function tell({ state, statements, done }: Distribution, { dryRun }: Options): string[] {
  const listed = statements.map((statement) => `${statement};`);
  if (!state.has_citus) {
    const alone = 'This database has no Citus extension: nothing is distributed, and nothing has to be.';
    return dryRun ? [alone, 'On a cluster these statements would run:', ...listed] : [alone];
  }
  const where = `${state.workers} workers, ${state.distributed.length} tables distributed`;
  if (statements.length === 0) return [`Nothing to do (${where}).`];
  return [done ? 'Done:' : `These statements would run (${where}):`, ...listed];
}
