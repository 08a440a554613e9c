import { readConfig } from '../config.ts';
import { openDatabase } from '../platform/database.ts';
import { migrate, readMigrations } from '../platform/migrate.ts';
import { type AddCommand, printJson } from './command.ts';

/** `goodword migrate`: brings the schema up to date without serving, for upgrades that want to see it happen. */
export const addMigrate: AddCommand = (program) => {
  program
    .command('migrate')
    .description('bring the database schema up to date')
    .option('--json', 'print one JSON document')
    .action(run);
};

async function run(options: { json?: boolean }): Promise<void> {
  const database = await openDatabase(readConfig());
  try {
    const applied = await migrate(database.pool);
    const total = readMigrations().length;
    if (options.json) printJson({ applied, total });
    else process.stdout.write(`${applied.length} of ${total} migrations applied now; the schema is up to date.\n`);
  } finally {
    await database.close();
  }
}
