// Random histories of an account (clicks, sign-ups, payments, partial refunds, changes of the subscription, another partner set
// by hand, duplicates), every fifth one of two accounts that become one,
// told once in the order they happened and once in a random one: the same books, and sound ones, at the end.
// npm run bench histories -- [--histories 2000] [--seed N]
import { deepStrictEqual } from 'node:assert';
import { parseArgs } from 'node:util';
import { checkBooks } from '../src/money/ledger/service.ts';
import { openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import { seededRandom } from '../src/stats/random.ts';
import { testCtx } from '../test/harness/ctx.ts';
import { startTestServer } from '../test/harness/server.ts';
import {
  AFTERWARDS,
  booksOf,
  deliver,
  type Happening,
  newAccount,
  openMarket,
  randomHistory,
  randomMerger,
  shuffled,
} from '../test/laws/histories.fixture.ts';

const { values } = parseArgs({ options: { histories: { type: 'string' }, seed: { type: 'string' } } });
const histories = Number(values.histories ?? 2000);
const seed = Number(values.seed ?? process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));

const server = startTestServer();
const database = await openDatabase({ databaseUrl: server.url, dataDir: '' });
try {
  await migrate(database.pool);
  const ctx = testCtx(database, { at: '2026-01-01T00:00:00Z' });
  const market = await openMarket(ctx);
  ctx.clock.set(AFTERWARDS);
  const played = async (order: readonly Happening[]) => {
    const account = newAccount(ctx);
    for (const one of order) await deliver(ctx, market, account, one);
    return booksOf(ctx, account);
  };
  const draw = seededRandom(seed);
  console.log(`seed ${seed}`);
  let differing = 0;
  let commissions = 0;
  for (let n = 0; n < histories; n += 1) {
    const parts = n % 5 === 4 ? randomMerger(draw) : [randomHistory(draw)];
    const [history, order] = [parts.flat(), parts.flatMap((part) => shuffled(part, draw))];
    const [inOrder, inAnother] = [await played(history), await played(order)];
    commissions += inOrder.filter((line) => line.startsWith('-in') && !line.includes('invoice')).length;
    try {
      deepStrictEqual(inAnother, inOrder);
    } catch (error) {
      differing += 1;
      console.log(`history ${n}:`, JSON.stringify(order), (error as Error).message);
    }
  }
  const broken = await checkBooks(ctx);
  console.log(`seed ${seed}: ${histories} histories of 12 events, each told in two orders; ${commissions} commissions`);
  console.log(`different books: ${differing}; broken invariants: ${broken.length}`);
  for (const violation of broken.slice(0, 5)) console.log(violation);
  if (differing + broken.length > 0) process.exitCode = 1;
} finally {
  await database.close();
  server.stop();
}
