import type pg from 'pg';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../ctx.ts';
import { holdConnection } from '../postgres.ts';
import { lockPosition, movePosition, type Position } from './positions.ts';

/** The records themselves are why they cannot be stored. */
export class Unusable extends Error {}

/** The database is further than thought: a commit whose answer was lost, or a log that an earlier process drained. */
export class Elsewhere extends Error {
  readonly at: Position;
  constructor(at: Position) {
    super('The database is at another place of the log.');
    this.at = at;
  }
}

type Step = { edgeId: string; from: Position; to: Position };

/**
 * Does `work` in the transaction that moves the edge's position from `from` to `to`, so that it is done exactly once.
 * @throws Elsewhere when the database is not at `from`, Unusable when the data are to blame; anything else: try again
 */
export async function storeOnce(
  ctx: Ctx,
  { edgeId, from, to }: Step,
  work: (ctx: Ctx, client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const now = ctx.clock.now();
  await holdConnection(ctx.db, async ({ db, client }) => {
    const transaction = db.transaction().execute(async (db) => {
      const stored = await lockPosition(db, edgeId, now);
      if (stored.segment !== from.segment || stored.offset !== from.offset) throw new Elsewhere(stored);
      await work({ ...ctx, db }, client);
      await movePosition(db, edgeId, to, now);
    });
    await transaction.catch(async (error: unknown) => {
      throw isAboutData(error) && (await isThere(client)) ? new Unusable(String(error), { cause: error }) : error;
    });
  });
}

/** Cardinality, data, constraint, program limit, raised by a function: the first two characters of SQLSTATE. */
const ABOUT_DATA = /^(21|22|23|54|P0)[0-9A-Z]{3}$/;

/** What the database says of data, and what code throws that reads them; a lost connection may have no code either. */
function isAboutData(error: unknown): boolean {
  if (error instanceof Elsewhere) return false;
  if (error instanceof AppError) return error.code !== 'unavailable';
  const { code } = error as { code?: unknown };
  return code === undefined || (typeof code === 'string' && ABOUT_DATA.test(code));
}

function isThere(client: pg.PoolClient): Promise<boolean> {
  return client.query('select 1').then(
    () => true,
    () => false,
  );
}
