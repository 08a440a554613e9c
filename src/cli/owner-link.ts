import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnerLink } from '../access/members/verbs/links.ts';
import { readConfig } from '../config.ts';
import { AppError } from '../kernel/errors.ts';
import { systemClock } from '../platform/clock.ts';
import { keepSecret } from '../platform/database.ts';
import { readRunning } from '../platform/running.ts';
import { makeTokens } from '../platform/token.ts';
import { type AddCommand, printJson } from './command.ts';

/** `goodword owner-link`: a way in that needs no mail and no database, so it works beside a running server. */
export const addOwnerLink: AddCommand = (program) => {
  program
    .command('owner-link')
    .description('make a link that signs the owner, or another member, in once')
    .option('--email <address>', 'the member to sign in; default: the first owner')
    .option('--json', 'print one JSON document')
    .action(ownerLink);
};

async function ownerLink(options: { email?: string; json?: boolean }): Promise<void> {
  const config = readConfig();
  if (!config.secret && !existsSync(join(config.dataDir, 'secret'))) {
    throw new AppError('not_found', `There is no Goodword in ${config.dataDir} yet, so there is no owner.`, {
      hint: 'Start it once, or name its folder with GOODWORD_DATA and its secret with GOODWORD_SECRET.',
    });
  }
  const { publicUrl } = readRunning(config.dataDir) ?? config;
  const maker = { tokens: makeTokens(keepSecret(config)), clock: systemClock, publicUrl };
  const url = makeOwnerLink(maker, options.email);
  if (options.json) return printJson({ url });
  const whom = options.email ? `${options.email}, if they are a member` : 'the owner';
  process.stdout.write(`${url}\nIt signs in ${whom}: once, within 24 hours.\n`);
}
