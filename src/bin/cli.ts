import { Command, CommanderError } from 'commander';
import { addAdvocates } from '../cli/advocates.ts';
import { addChurn } from '../cli/churn.ts';
import { type AddCommand, printFailure } from '../cli/command.ts';
import { addDistribute } from '../cli/distribute.ts';
import { addDoctor } from '../cli/doctor.ts';
import { addImport } from '../cli/import.ts';
import { addKeys } from '../cli/keys.ts';
import { addMature } from '../cli/mature.ts';
import { addMetrics } from '../cli/metrics.ts';
import { addMigrate } from '../cli/migrate.ts';
import { addOutcome } from '../cli/outcome.ts';
import { addOwnerLink } from '../cli/owner-link.ts';
import { addPaths } from '../cli/paths.ts';
import { addReplay } from '../cli/replay.ts';
import { addRollup } from '../cli/rollup.ts';
import { addScore } from '../cli/score.ts';
import { addStart } from '../cli/start.ts';

const COMMANDS: AddCommand[] = [
  addImport,
  addAdvocates,
  addChurn,
  addDistribute,
  addDoctor,
  addKeys,
  addMature,
  addMetrics,
  addOutcome,
  addPaths,
  addReplay,
  addRollup,
  addScore,
  addMigrate,
  addOwnerLink,
  addStart,
];

const EXIT = { done: 0, refused: 1, wrongUsage: 2 } as const;

/** argv → exit code: 0 done, 1 refused or failed with the reason on standard error, 2 wrong usage. */
async function run(argv: string[]): Promise<number> {
  const program = new Command('goodword')
    .description('Finds the customers who succeed and turns them into partners.')
    .exitOverride();
  for (const add of COMMANDS) add(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
    printFailure(error);
    return EXIT.refused;
  }
}

process.exitCode = await run(process.argv.slice(2));
