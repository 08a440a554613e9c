import { matureAllCommissions } from '../flows/mature-commissions.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

/** `goodword mature` does now what the hourly job does: commissions whose waiting time is over become payable. */
export const addMature: AddCommand = (program) => {
  program
    .command('mature')
    .description('make payable every commission whose waiting time is over')
    .option('--json', 'print one JSON document')
    .action(mature);
};

async function mature(options: { json?: boolean }): Promise<void> {
  const matured = await withProduct((product) => matureAllCommissions(product.systemCtx('goodword mature')));
  if (options.json) return printJson({ matured });
  process.stdout.write(`${matured} commissions became payable.\n`);
}
