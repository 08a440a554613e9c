import type { z } from 'zod';
import { runPathSearch } from '../flows/search-paths.ts';
import { pathOutlook } from '../reports/paths/outlook.ts';
import type { outlookSchema } from '../reports/paths/schema.ts';
import { newSearchSchema } from '../success/paths/schema.ts';
import { startSearch } from '../success/paths/service.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

type Options = { search?: boolean; json?: boolean };
type Outlook = z.infer<typeof outlookSchema>;

/** `goodword paths`: what customers who succeed do first; with `--search` it looks again before. */
export const addPaths: AddCommand = (program) => {
  program
    .command('paths')
    .description('what customers who succeed do first, how sure that is, and the path that is followed')
    .option('--search', 'look again in everything known, and wait for the answer')
    .option('--json', 'print one JSON document')
    .action(showPaths);
};

async function showPaths(options: Options): Promise<void> {
  await withProduct(async (product) => {
    const ctx = product.systemCtx('goodword paths');
    if (options.search) await runPathSearch(ctx, (await startSearch(ctx, newSearchSchema.parse({}))).id);
    const outlook = await pathOutlook(ctx);
    if (options.json) printJson(outlook);
    else process.stdout.write(pathsTable(outlook));
  });
}

type Shown = Pick<Outlook, 'sentence' | 'needed' | 'limits'> & {
  best: { flow: readonly { sentence: string }[] } | null;
  paths: readonly Pick<Outlook['paths'][number], 'sentence' | 'confirmed' | 'redundant' | 'q'>[];
  followed: Pick<NonNullable<Outlook['followed']>, 'name' | 'version' | 'steps'> | null;
};

/** The answer first, then the path step by step, what else was confirmed, what is followed, and what it cannot say. */
export function pathsTable({ sentence, needed, limits, best, paths, followed }: Shown): string {
  const others = paths.filter(({ confirmed, redundant }) => confirmed && !redundant);
  const lines = [
    sentence,
    ...(needed.length > 0 ? ['What would be needed:', ...needed.map((one) => `  - ${one}`)] : []),
    ...(best ? ['', ...best.flow.map((stage, at) => `${String(at + 1).padStart(3)}. ${stage.sentence}`)] : []),
    ...(others.length > 0
      ? [
          '',
          'Confirmed on customers kept apart:',
          ...others.map((one) => `  - ${one.sentence} (q ${one.q.toFixed(3)})`),
        ]
      : []),
    '',
    followed
      ? `Followed: ${followed.name} (version ${followed.version}): ${followed.steps.map(({ name }) => name).join(' → ')}`
      : 'No path is followed.',
    ...limits,
  ];
  return `${lines.join('\n')}\n`;
}
