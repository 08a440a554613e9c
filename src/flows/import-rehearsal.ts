import { orphanSentence } from '../customers/imports/rules/orphans.ts';
import { refuseOpenQuestions } from '../customers/imports/verbs/plan.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { importFile } from './import-file.ts';
import { companyFor, importFiles, type Outcome, type RunInput, requireRoom } from './import-folder.ts';
import { alone } from './import-lock.ts';

export type Rehearsal = Outcome & { notes: string[] };

/**
 * Imports the planned files in one transaction and takes it back: the counts are those of a real import, and nothing is
 * changed. Beside a simulated company it counts as if that were emptied first.
 * @throws unprocessable when the mapping leaves something open, conflict when another import runs, unavailable when the
 * disk has no room for the rows meanwhile
 */
export async function rehearseImport(ctx: Ctx, input: RunInput): Promise<Rehearsal> {
  requireScope(ctx, 'imports:write');
  refuseOpenQuestions(input.plan);
  // What is taken back needs its room first.
  requireRoom(input);
  return alone(ctx, async (held) => {
    const db = await held.db.startTransaction().execute();
    const inside = { ...ctx, db };
    try {
      const notes: string[] = [];
      const company = await companyFor(inside, { ...input, replaceDemo: true }, notes);
      const run = { ...input, company };
      const outcome = await importFiles(inside, run, (job) => importFile(inside, held.client, job));
      return { ...outcome, notes: [...notes, ...outcome.orphans.map(orphanSentence)] };
    } finally {
      await db.rollback().execute();
    }
  });
}
