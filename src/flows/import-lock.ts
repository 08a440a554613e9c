import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type Held, holdConnection } from '../platform/postgres.ts';

const IMPORT_LOCK = 7_463_002;
/** Databases of this process with an import under way: the embedded one has a single session, which cannot lock itself out. */
const RUNNING = new WeakSet<object>();

/** Holds the import lock for as long as `work` lasts. @throws conflict when somebody else has it. */
export async function alone<T>(ctx: Ctx, work: (held: Held) => Promise<T>): Promise<T> {
  if (RUNNING.has(ctx.db)) throw anotherImport();
  RUNNING.add(ctx.db);
  try {
    return await holdConnection(ctx.db, async (held) => {
      const { rows } = await held.client.query<{ locked: boolean }>(
        `select pg_try_advisory_lock(${IMPORT_LOCK}) as locked`,
      );
      if (!rows[0]?.locked) throw anotherImport();
      try {
        return await work(held);
      } finally {
        await held.client.query(`select pg_advisory_unlock(${IMPORT_LOCK})`).catch(() => {});
      }
    });
  } finally {
    RUNNING.delete(ctx.db);
  }
}

function anotherImport(): AppError {
  return new AppError('conflict', 'Another import is running.', {
    hint: 'Wait until it is done, then start this one.',
  });
}
