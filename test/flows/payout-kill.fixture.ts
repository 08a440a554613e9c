// The process that test/flows/payout-kill.test.ts kills: it sells and pays without end, and says on standard output
// what it has been told was done. Arguments: a database address or a data folder, the round, and "finish" to end.
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { checkBooks } from '../../src/money/ledger/service.ts';
import { approvePayoutBatch } from '../../src/money/payouts/verbs/approve-batch.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { listPayoutBatches, readBatch } from '../../src/money/payouts/verbs/read-batches.ts';
import { sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { Ctx, PartnerId } from '../../src/platform/ctx.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { IBANS, openBooks } from '../harness/books.ts';
import { testCtx } from '../harness/ctx.ts';

const [where = '', round = '0', mode] = process.argv.slice(2);
const isAddress = where.startsWith('postgres:');
const database = await openDatabase({ databaseUrl: isAddress ? where : undefined, dataDir: where });
const ctx = testCtx(database, { at: '2026-03-01T00:00:00Z' });
// A life may sell through many months before it is killed, so the last one begins after every hold is over.
const days = mode === 'finish' ? 3_650 : Number(round) * 60;
ctx.clock.advance(days * 86_400_000);
const approver: Ctx = { ...ctx, actor: { kind: 'user', id: 'finance', email: 'f@example.com', role: 'finance' } };
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Takes every batch that is not finished to its end: what a person does after a crash. */
async function finishBatches(): Promise<void> {
  for (const state of ['draft', 'approved', 'sent'] as const) {
    for (const { id } of (await listPayoutBatches(ctx, { state, page: 1, per_page: 200 })).items) await finishBatch(id);
  }
}

async function finishBatch(id: string): Promise<void> {
  const batch = await readBatch(ctx, id);
  if (batch.state === 'draft') await approvePayoutBatch(approver, batch);
  if (batch.state === 'draft' || batch.state === 'approved') await sendPayoutBatch(ctx, id);
  for (const payout of batch.payouts.slice(0, 2)) await confirm(id, payout.id);
  await confirmPayoutBatch(ctx, { id, answers: { all_paid: true } });
  for (const payout of batch.payouts) say(`paid ${payout.id}`);
}

async function confirm(id: string, payout_id: string): Promise<void> {
  await confirmPayoutBatch(ctx, { id, answers: { payouts: [{ payout_id, outcome: 'paid' }] } });
}

/** Pays whatever is payable; false when nothing is. */
async function payAll(): Promise<boolean> {
  await matureAllCommissions(ctx);
  try {
    await finishBatch((await draftPayoutBatch(ctx, { currency: 'EUR' })).id);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'unprocessable') return false;
    throw error;
  }
}

const violations = await checkBooks(ctx);
if (violations.length > 0) throw new Error(`the books do not hold: ${JSON.stringify(violations)}`);
say('sound');
await finishBatches();
if (mode === 'finish') {
  await payAll();
} else {
  const books = await openBooks(ctx);
  const partners: PartnerId[] = [];
  for (const [n, iban] of IBANS.slice(0, 4).entries())
    partners.push(await books.partner(`Partner ${round}-${n}`, { iban }));
  for (let sale = 0; ; sale += 1) {
    for (const [n, partnerId] of partners.entries()) {
      const invoice = `kill-${round}-${sale}-${n}`;
      await books.sale({ partnerId, amount: 100_000 + 5 * n, invoice });
      say(`sold ${invoice}`);
    }
    ctx.clock.advance(31 * 86_400_000);
    await payAll();
  }
}
await database.close();
