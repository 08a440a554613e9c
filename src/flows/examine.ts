import type { Config } from '../config.ts';
import { type Check, fail, ok, warn } from '../kernel/check.ts';
import { checkBooks } from '../money/ledger/service.ts';
import { checkDatabase, checkSettings, countFailedMails } from '../platform/checkup/database.ts';
import { checkMachine } from '../platform/checkup/machine.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { Database } from '../platform/database.ts';
import { say } from '../platform/locale.ts';
import { findUnreconciled } from '../reports/reconciliation.ts';
import { knownDrift } from './watch-health.ts';

export type Patient = { config: Config; database: Database; webDir: string };

/** Everything the doctor can see with an open database. The books are read only when their tables are as expected. */
export async function examine(ctx: Ctx, { config, database, webDir }: Patient): Promise<Check[]> {
  requireScope(ctx, 'settings:read');
  const machine = checkMachine(config, webDir);
  const inside = await checkDatabase(database, ctx.clock);
  const current = inside.some(({ check, state }) => check === 'schema' && state === 'ok');
  if (!current) return [...machine, ...inside, ...checkSettings(config, 0)];
  const settings = checkSettings(config, await countFailedMails(database));
  const own = [await examineBooks(ctx), await examineRewards(ctx), await examineHealth(ctx)];
  return [...machine, ...inside, ...own, ...settings];
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

async function examineHealth(ctx: Ctx): Promise<Check> {
  const drift = await knownDrift({ ...ctx, scopes: new Set(['success:read']) });
  if (drift?.state !== 'alarm')
    return ok('health', drift?.sentence ?? 'the scores were not yet compared with a month ago');
  return warn('health', drift.sentence, drift.advice ?? '');
}

async function examineRewards(ctx: Ctx): Promise<Check> {
  const found = await findUnreconciled({ ...ctx, scopes: new Set(['money:read']) });
  const [first] = found;
  if (!first) return ok('rewards', 'every referred customer who paid has a commission and the rewards promised');
  const says = say(`reasons-rewards:finding.${first.kind}`, first.params);
  return warn(
    'rewards',
    `${found.length} missing, late or double, the first: ${says}`,
    'Open Rewards, Reconciliation in the console: it lists each with the way to mend it.',
  );
}
