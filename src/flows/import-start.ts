import { rmSync } from 'node:fs';
import { getImport, type ImportDetail, uploadFolderOf } from '../customers/imports/service.ts';
import { refuseOpenQuestions } from '../customers/imports/verbs/plan.ts';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { runImport } from './import-folder.ts';

/**
 * Starts a planned import, or a failed one again, and answers at once; the run goes on in this process and records how
 * it ends. @throws conflict when it is running or done, unprocessable when the mapping leaves something open.
 */
export async function startImport(
  ctx: Ctx,
  input: { id: string; dataDir: string; replaceDemo: boolean },
): Promise<ImportDetail> {
  const found = await getImport(ctx, input.id);
  if (found.state === 'done')
    throw new AppError('conflict', 'This import is done already.', {
      hint: 'Send the files again to import them again.',
    });
  refuseOpenQuestions(found.plan);
  const begun = Promise.withResolvers<void>();
  runImport(ctx, { ...input, folder: found.folder, plan: found.plan, onBegin: begun.resolve }).then(
    () => removeUpload(input, found.folder),
    (error) => {
      ctx.log.warn({ err: error, import: input.id }, 'an import failed');
      begun.reject(error);
    },
  );
  await begun.promise;
  return { ...found, state: 'running', error: null };
}

/** What was sent is stored now; the copy holds personal data and goes. A failed import keeps it, to be run again. */
function removeUpload(input: { id: string; dataDir: string }, folder: string): void {
  if (folder === uploadFolderOf(input.dataDir, input.id)) rmSync(folder, { recursive: true, force: true });
}
