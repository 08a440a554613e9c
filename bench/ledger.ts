// Random operations on the ledger, posted through the verb that every booking uses (locks, keys, floors, balances kept by
// the database), against plain inserts of the same rows in the same calls into a table with the same columns and indexes
// that checks nothing; the books are checked at the end.  npm run bench ledger -- [--ops 1000000] [--size 500]
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Transfer } from '../src/money/ledger/model.ts';
import { checkBooks, postTransfers } from '../src/money/ledger/service.ts';
import { inTransaction } from '../src/platform/ctx.ts';
import { openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import { seededRandom } from '../src/stats/random.ts';
import { testCtx } from '../test/harness/ctx.ts';
import { LedgerGame, PURE_RULES } from '../test/harness/ledger-operations.ts';
import { startTestServer } from '../test/harness/server.ts';

const GOAL = 0.4;
const PARTNERS = 100;
const { values } = parseArgs({
  options: { ops: { type: 'string' }, size: { type: 'string' }, seed: { type: 'string' } },
});
const operations = Number(values.ops ?? 100_000);
const size = Number(values.size ?? 500);
const seed = Number(values.seed ?? process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));

const server = startTestServer({ fsync: 'on' });
const database = await openDatabase({ databaseUrl: server.url, dataDir: '' });
try {
  await migrate(database.pool);
  const ctx = testCtx(database);
  await sql`create table plain_transfers (like ledger_transfers including defaults including identity including indexes)`.execute(
    database.db,
  );
  const game = new LedgerGame(seededRandom(seed), PARTNERS);
  const spent = { posting: 0, plain: 0 };
  const counts = { posted: 0, refused: 0, replayed: 0, wrong: 0 };
  let plainId = 0;
  for (let done = 0; done < operations; done += size) {
    const { transfers, isLegal } = game.next(Math.min(size, operations - done));
    if (transfers.length === 0) continue;
    const started = performance.now();
    const answer = await post(transfers);
    if (isLegal) spent.posting += performance.now() - started;
    if (isLegal !== (answer === transfers.length)) counts.wrong += 1;
    counts[isLegal ? 'posted' : 'refused'] += transfers.length;
    if (!isLegal) continue;
    const before = performance.now();
    await insertPlain(transfers);
    spent.plain += performance.now() - before;
    if (game.random() < 0.02) counts.wrong += (await post(transfers)) === 0 ? 0 : 1;
    counts.replayed += 1;
  }
  const violations = (await checkBooks(ctx)).filter(({ invariant }) => PURE_RULES.has(invariant));
  const ratio = spent.plain / spent.posting;
  const perSecond = (ms: number) => Math.round((counts.posted / ms) * 1000).toLocaleString('en');
  console.log(`seed ${seed}: ${operations.toLocaleString('en')} operations in calls of up to ${size}`);
  console.log(`posted ${counts.posted}, refused ${counts.refused}, wrong answers ${counts.wrong}`);
  console.log(`broken invariants: ${violations.length}`);
  for (const violation of violations) console.log(violation);
  console.log(`plain inserts:  ${perSecond(spent.plain)} a second`);
  console.log(`postings:       ${perSecond(spent.posting)} a second`);
  console.log(`ratio postings ÷ plain inserts: ${ratio.toFixed(2)} (goal: at least ${GOAL.toFixed(2)})`);
  process.exitCode = violations.length + counts.wrong === 0 && ratio >= GOAL ? 0 : 1;

  async function post(transfers: Transfer[]): Promise<number> {
    const posting = inTransaction(ctx, (ctx) => postTransfers(ctx, transfers));
    return posting.then(
      (fresh) => fresh.length,
      () => -1,
    );
  }

  function nextPlainId(): number {
    plainId += 1;
    return plainId;
  }

  async function insertPlain(transfers: Transfer[]): Promise<void> {
    const at = ctx.clock.now();
    const column = (of: (transfer: Transfer) => string | number) => transfers.map(of);
    await inTransaction(ctx, async ({ db }) => {
      await sql`insert into plain_transfers (id, idempotency_key, event, debit_account_id, credit_account_id, currency,
          amount_minor, ref_kind, ref_id, at)
        select x.*, ${at}::timestamptz from unnest(
          ${column(() => `lt_01KM${String(nextPlainId()).padStart(22, '0')}`)}::text[], ${column((t) => t.idempotency_key)}::text[],
          ${column((t) => t.event)}::text[], ${column((t) => `la_${t.debit.kind}|${t.debit.owner_id}`)}::text[],
          ${column((t) => `la_${t.credit.kind}|${t.credit.owner_id}`)}::text[], ${column((t) => t.currency)}::text[],
          ${column((t) => t.amount_minor)}::bigint[], ${column((t) => t.ref_kind)}::text[],
          ${column((t) => t.ref_id)}::text[]) x`.execute(db);
    });
  }
} finally {
  await database.close();
  server.stop();
}
