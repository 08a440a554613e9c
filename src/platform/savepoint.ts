import { sql } from 'kysely';
import type { Ctx } from './ctx.ts';

/** Runs `work` inside the caller's transaction so that its failure undoes it alone: what went before stays. */
export async function inSavepoint<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  if (!ctx.db.isTransaction) throw new Error('a savepoint is set inside a transaction');
  await sql`savepoint attempt`.execute(ctx.db);
  try {
    const result = await work();
    await sql`release savepoint attempt`.execute(ctx.db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(ctx.db);
    await sql`release savepoint attempt`.execute(ctx.db);
    throw error;
  }
}
