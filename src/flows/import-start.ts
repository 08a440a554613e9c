import { getImport, type ImportDetail } from '../customers/imports/service.ts';
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
  runImport(ctx, { ...input, folder: found.folder, plan: found.plan, onBegin: begun.resolve }).catch((error) => {
    ctx.log.warn({ err: error, import: input.id }, 'an import failed');
    begun.reject(error);
  });
  await begun.promise;
  return { ...found, state: 'running', error: null };
}
