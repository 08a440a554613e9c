// 2,000 payouts through a provider that misbehaves for every second order, by 2 schedulers of 8 workers that are killed
// at every point between two steps, again and again; then the provider's book must hold each payment once and equal the
// ledger. Seconds per payout stand beside the seconds a plain transaction of one row takes in the same run.
// npm run bench payouts [PAYOUTS]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { matureAllCommissions } from '../src/flows/mature-commissions.ts';
import type { PayPoint } from '../src/flows/pay-by-provider.ts';
import { checkBooks } from '../src/money/ledger/service.ts';
import { approvePayoutBatch } from '../src/money/payouts/verbs/approve-batch.ts';
import { setDestination } from '../src/money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../src/money/payouts/verbs/draft-batch.ts';
import { sendPayoutBatch } from '../src/money/payouts/verbs/send-batch.ts';
import { openDatabase } from '../src/platform/database.ts';
import { fakeTransfers } from '../src/platform/fake-transfers.ts';
import { migrate } from '../src/platform/migrate.ts';
import { openBooks } from '../test/harness/books.ts';
import { testCtx } from '../test/harness/ctx.ts';
import { startTestServer } from '../test/harness/server.ts';

const WORKERS = 8;
const CHILD = join(import.meta.dirname, '../test/flows/payout-provider.fixture.ts');
const POINTS: PayPoint[] = ['taken', 'answered', 'recorded', 'asked', 'heard'];
const ELEVEN_MINUTES_MS = 660_000;

const count = Number(process.argv[2] ?? 2000);
const server = startTestServer({ fsync: 'on' });
const folder = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
try {
  const database = await openDatabase({ databaseUrl: server.url, dataDir: '' });
  await migrate(database.pool);
  const ctx = testCtx(database);
  await approve(count);
  const rounds = [
    ...Array.from({ length: 4 }, () => [dying('taken', 50), dying('answered', 50)]),
    ...Array.from({ length: 4 }, () => [dying('recorded', 50), dying('taken', 50)]),
    ...Array.from({ length: 4 }, () => [dying('answered', 50), dying('recorded', 50)]),
    ...Array.from({ length: 4 }, () => [dying('asked', 500), dying('asked', 250)]),
    ...Array.from({ length: 4 }, () => [dying('heard', 500), dying('heard', 250)]),
    ['-', '-'],
    ['-', '-'],
  ];
  const killed = new Map<string, number>();
  let at = Date.parse('2026-04-02T00:00:00Z');
  const started = performance.now();
  for (const round of rounds) {
    at += ELEVEN_MINUTES_MS;
    const lives = round.map(async (death) => {
      const signal = await live(death, new Date(at).toISOString());
      const point = death.split(':')[0] ?? '';
      if (signal === 'SIGKILL') killed.set(point, (killed.get(point) ?? 0) + 1);
    });
    await Promise.all(lives);
  }
  const seconds = (performance.now() - started) / 1000;
  const wrong = await compare();
  const violations = await checkBooks(ctx);
  const plain = await plainSeconds(database.db);
  const deaths = POINTS.map((point) => `${killed.get(point) ?? 0} when ${point}`).join(', ');
  console.log(`${count} payouts, 2 schedulers of ${WORKERS} workers at a time, killed with SIGKILL: ${deaths}`);
  console.log(`wrong payments: ${wrong.length}, broken invariants: ${violations.length}`);
  for (const line of [...wrong, ...violations].slice(0, 20)) console.log(line);
  console.log(
    `${seconds.toFixed(1)} s with every death; a plain transaction of one row takes ${(plain * 1000).toFixed(2)} ms`,
  );
  process.exitCode = wrong.length + violations.length === 0 && POINTS.every((point) => killed.has(point)) ? 0 : 1;
  await database.close();

  /** At the point, when a `part`th of the payouts came there. */
  function dying(point: PayPoint, part: number): string {
    return `${point}:${Math.ceil(count / part)}`;
  }

  async function approve(payouts: number): Promise<void> {
    const books = await openBooks(ctx);
    for (let n = 0; n < payouts; n += 1) {
      const partnerId = await books.partner(`Partner ${n}`);
      const destination = { rail: 'provider' as const, holder_name: `P ${n}`, account_id: `acct_${n}` };
      await setDestination(ctx, { partnerId, destination });
      await books.sale({ partnerId, amount: 100_000 + 5 * n, invoice: `bench-${n}` });
    }
    ctx.clock.advance(31 * 86_400_000);
    await matureAllCommissions(ctx);
    const batch = await draftPayoutBatch(ctx, { currency: 'EUR', rail: 'provider' });
    const second = {
      ...ctx,
      actor: { kind: 'user' as const, id: 'second', email: 's@example.com', role: 'finance' as const },
    };
    await approvePayoutBatch(second, batch);
    await sendPayoutBatch(ctx, batch.id);
  }

  /** Each payout's state and amount against the provider's book. */
  async function compare(): Promise<string[]> {
    const book = new Map(
      fakeTransfers(folder)
        .book()
        .map((transfer) => [transfer.key, transfer]),
    );
    const { rows } = await sql<{ key: string; state: string; amount: number }>`
      select end_to_end_id as key, state, amount_minor as amount from payouts`.execute(database.db);
    const unequal = rows.filter(({ key, state, amount }) => {
      const transfer = book.get(key);
      return transfer ? transfer.state !== state || transfer.amountMinor !== amount : state !== 'failed';
    });
    const paid = [...book.values()].filter(({ state }) => state === 'paid');
    const { rows: cash } = await sql<{ cash: number }>`
      select sum(balance_minor)::bigint as cash from ledger_accounts where kind = 'cash'`.execute(database.db);
    const left = paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const sums = cash[0]?.cash === left ? [] : [`the book says ${left}, the ledger ${cash[0]?.cash}`];
    const strangers = [...book.keys()].filter((key) => !rows.some((row) => row.key === key));
    return [...unequal.map(({ key, state }) => `${key} is ${state}`), ...strangers, ...sums];
  }
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function live(death: string, at: string): Promise<NodeJS.Signals | null> {
  const args = [CHILD, server.url, folder, String(WORKERS), death, at];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  await once(child, 'close');
  if (child.exitCode === 0 || child.signalCode === 'SIGKILL') return child.signalCode;
  throw new Error(`a scheduler ended with ${child.exitCode}`);
}

async function plainSeconds<T>(db: Kysely<T>): Promise<number> {
  await sql`create table plain_payments (id integer primary key, amount bigint)`.execute(db);
  const started = performance.now();
  for (let n = 0; n < 500; n += 1) await sql`insert into plain_payments values (${n}, ${n})`.execute(db);
  return (performance.now() - started) / 1000 / 500;
}
