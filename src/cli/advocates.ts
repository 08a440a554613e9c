import { type Command, InvalidArgumentError } from 'commander';
import type { NominationItem } from '../advocacy/advocates/schema.ts';
import { listAdvocates } from '../advocacy/advocates/verbs/read-advocates.ts';
import { scoreReadiness } from '../flows/score-readiness.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

type Options = { top: number; json?: boolean; score: boolean };

/** `goodword advocates --top N`: which customers should speak for us, whom to ask there, for what, and why. */
export const addAdvocates: AddCommand = (program: Command) => {
  program
    .command('advocates')
    .description('rank the customers who should vouch for us')
    .option('--top <n>', 'how many, 1 to 200', readCount, 10)
    .option('--no-score', 'read the last scoring instead of scoring now')
    .option('--json', 'print one JSON document')
    .action(advocates);
};

async function advocates(options: Options): Promise<void> {
  await withProduct(async (product) => {
    const ctx = product.systemCtx('goodword advocates');
    if (options.score) await scoreReadiness(ctx);
    const page = await listAdvocates(ctx, { page: 1, per_page: options.top, sort: 'rank' });
    if (options.json) return printJson(page);
    const note = page.people_known
      ? ''
      : '\nNo person is known at any customer, so nobody can be asked yet. Import people first.\n';
    process.stdout.write(`${page.items.map(line).join('\n')}\n${note}`);
  });
}

function line(item: NominationItem): string {
  const whom = item.person?.name ?? 'nobody known';
  const against = item.blockers.map((blocker) => `   ${blocker.reason} ${blocker.lifts}`);
  const head = `${String(item.rank).padStart(3)}. ${item.score.toFixed(1).padStart(5)}  ${item.status.padEnd(7)}  ${item.account.name}`;
  return [`${head} · ${whom} · ${item.ask_kind}`, `   ${item.reason}`, ...against].join('\n');
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 200) return count;
  throw new InvalidArgumentError('It must be a whole number from 1 to 200.');
}
