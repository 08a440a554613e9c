import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkBooks } from '../../src/money/ledger/service.ts';
import type { Database } from '../../src/platform/database.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import {
  AFTERWARDS,
  booksOf,
  deliver,
  type Happening,
  type Market,
  newAccount,
  openMarket,
  randomHistory,
  randomMerger,
  shuffled,
} from './histories.fixture.ts';

const SEED = Number(process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));
/** On one rung only; all 2,000 by `npm run bench histories`. */
const HISTORIES = 40;
const MERGERS = 5;

const FIVE: Happening[] = [
  { type: 'click', at: 0, partner: 0, visitor: 0 },
  { type: 'signup', at: 24, visitor: 0 },
  { type: 'payment', at: 200, invoice: 1, amount: 9999, coupon: null },
  { type: 'subscription', at: 210, seats: 4 },
  { type: 'refund', at: 260, invoice: 1, refund: 1, amount: 3333 },
];

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, at) => permutations(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}

describe('the books do not depend on the order of arrival', () => {
  let database: Database;
  let ctx: TestCtx;
  let market: Market;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2026-01-01T00:00:00Z' });
    market = await openMarket(ctx);
    ctx.clock.set(AFTERWARDS);
  });
  afterAll(() => database.close());
  afterEach(async () => expect(await checkBooks(ctx)).toEqual([]));

  async function played(order: readonly Happening[]): Promise<string[]> {
    const account = newAccount(ctx);
    for (const one of order) await deliver(ctx, market, account, one);
    return booksOf(ctx, account);
  }

  it('of a click, a sign-up, a payment, a partial refund and a change of the subscription: all 120', async () => {
    const inOrder = await played(FIVE);
    expect(inOrder).toContain('-in1 A 2000 1333 pending 2026-02-17T08:00');
    for (const order of permutations(FIVE))
      expect([order.map(({ type }) => type), await played(order)]).toEqual([order.map(({ type }) => type), inOrder]);
  });

  it.skipIf(!inject('serverDir'))(
    `of ${HISTORIES} random histories of 12 events with duplicates (GOODWORD_SEED=${SEED})`,
    async () => {
      const draw = seededRandom(SEED);
      for (let n = 0; n < HISTORIES; n += 1) {
        const history = randomHistory(draw);
        const order = shuffled(history, draw);
        expect([order, await played(order)]).toEqual([order, await played(history)]);
      }
    },
  );

  it.skipIf(!inject('serverDir'))(
    `of ${MERGERS} random accounts that become one, before it and after it (GOODWORD_SEED=${SEED})`,
    async () => {
      const draw = seededRandom(SEED);
      for (let n = 0; n < MERGERS; n += 1) {
        const parts = randomMerger(draw);
        const order = parts.flatMap((part) => shuffled(part, draw));
        expect([order, await played(order)]).toEqual([order, await played(parts.flat())]);
      }
    },
  );
});
