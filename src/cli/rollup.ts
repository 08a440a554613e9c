import { rebuildDays, tendFirehoses } from '../flows/keep-firehoses.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

type RollupOptions = { rebuild?: boolean; json?: boolean };

/** `goodword rollup` makes and drops months as the nightly job does; `--rebuild` counts all days again. */
export const addRollup: AddCommand = (program) => {
  program
    .command('rollup')
    .description('make the months to come, drop those no longer kept, and with --rebuild count all days again')
    .option('--rebuild', 'count the days of use and of clicks again from their events')
    .option('--json', 'print one JSON document')
    .action(rollup);
};

async function rollup({ rebuild, json }: RollupOptions): Promise<void> {
  const result = await withProduct(async (product) => {
    const ctx = product.systemCtx('goodword rollup');
    return { rebuilt: rebuild ? await rebuildDays(ctx) : null, tended: await tendFirehoses(ctx) };
  });
  if (json) return printJson(result);
  const rebuilt = Object.entries(result.rebuilt ?? {}).map(
    ([name, { days, same }]) =>
      `${name}: ${days} days, ${same ? 'the same as before' : 'some were different and are mended'}`,
  );
  const tended = result.tended.map(
    ({ firehose, dropped, kept_back }) =>
      `${firehose}: ${list(dropped)} dropped${kept_back.length ? `, ${list(kept_back)} not, because its days do not count it` : ''}`,
  );
  process.stdout.write(`${[...rebuilt, ...tended].join('\n')}\n`);
}

function list(months: readonly string[]): string {
  return months.length === 0 ? 'no month' : months.join(', ');
}
