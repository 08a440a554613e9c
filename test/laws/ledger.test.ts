import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import { accountKey, type Transfer } from '../../src/money/ledger/model.ts';
import { checkBooks, listLedgerAccounts, postTransfers } from '../../src/money/ledger/service.ts';
import { inTransaction } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { LedgerGame, PURE_RULES } from '../harness/ledger-operations.ts';

const OPERATIONS = 50_000;
const LONGEST_CALL = 600;
const SEED = Number(process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));

describe('the ledger', () => {
  let database: Database;
  let ctx: TestCtx;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database);
  });
  afterAll(() => database.close());

  it(`keeps every invariant through ${OPERATIONS} random transfers (GOODWORD_SEED=${SEED})`, async () => {
    const game = new LedgerGame(seededRandom(SEED), 6);
    const posted: Transfer[] = [];
    const counts = { posted: 0, refused: 0, replayed: 0, mixed: 0, conflicts: 0 };
    const post = (transfers: Transfer[]) => inTransaction(ctx, (ctx) => postTransfers(ctx, transfers));

    while (game.made < OPERATIONS) {
      const { transfers, isLegal } = game.next(1 + game.draw(LONGEST_CALL));
      if (transfers.length === 0) continue;
      // The database and the model give the same answer, also when the call repeats transfers of the past.
      const repeated = isLegal && game.draw(3) === 0 ? posted.slice(-3) : [];
      const answer = await post([...repeated, ...transfers]).catch((error: unknown) => error);
      if (!isLegal) {
        expect(answer).toMatchObject({ code: 'conflict' });
        counts.refused += transfers.length;
        continue;
      }
      expect(answer).toEqual(transfers);
      counts.posted += transfers.length;
      counts.mixed += repeated.length;
      posted.push(...transfers);
      const known = posted[game.draw(posted.length)];
      if (!known || game.draw(4) > 0) continue;
      expect(await post([known])).toEqual([]);
      counts.replayed += 1;
      const other = { ...known, amount_minor: known.amount_minor + 1 };
      await expect(post([other])).rejects.toThrow(AppError);
      counts.conflicts += 1;
    }

    const { items } = await listLedgerAccounts(ctx, { page: 1, per_page: 200 });
    const stored = new Map(items.map((account) => [accountKey(account, account.currency), account.balance_minor]));
    for (const [key, balance] of game.balances) expect([key, stored.get(key) ?? 0]).toEqual([key, balance]);
    expect((await checkBooks(ctx)).filter(({ invariant }) => PURE_RULES.has(invariant))).toEqual([]);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  }, 600_000);
});
