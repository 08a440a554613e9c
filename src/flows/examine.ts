import type { Config } from '../config.ts';
import { type Check, fail, ok } from '../kernel/check.ts';
import { checkBooks } from '../money/ledger/service.ts';
import { checkDatabase, checkSettings, countFailedMails } from '../platform/checkup/database.ts';
import { checkMachine } from '../platform/checkup/machine.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { Database } from '../platform/database.ts';

export type Patient = { config: Config; database: Database; webDir: string };

/** Everything the doctor can see with an open database. The books are read only when their tables are as expected. */
export async function examine(ctx: Ctx, { config, database, webDir }: Patient): Promise<Check[]> {
  requireScope(ctx, 'settings:read');
  const machine = checkMachine(config, webDir);
  const inside = await checkDatabase(database, ctx.clock);
  const current = inside.some(({ check, state }) => check === 'schema' && state === 'ok');
  if (!current) return [...machine, ...inside, ...checkSettings(config, 0)];
  const settings = checkSettings(config, await countFailedMails(database));
  return [...machine, ...inside, await examineBooks(ctx), ...settings];
}

async function examineBooks(ctx: Ctx): Promise<Check> {
  const broken = await checkBooks({ ...ctx, scopes: new Set(['money:read']) });
  if (broken.length === 0) return ok('books', 'every invariant of the ledger holds');
  const { invariant, message } = broken[0] ?? { invariant: '', message: '' };
  return fail(
    'books',
    `${broken.length} breaches, the first: not true that ${invariant} (${message})`,
    'Stop paying out and restore a backup beside it to compare; correct by reversing transfers, never by hand.',
  );
}
