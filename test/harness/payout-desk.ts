import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { readEarnings } from '../../src/money/commissions/verbs/read-earnings.ts';
import { checkBooks } from '../../src/money/ledger/service.ts';
import type { BatchView } from '../../src/money/payouts/schema.ts';
import { approvePayoutBatch } from '../../src/money/payouts/verbs/approve-batch.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { readBatch } from '../../src/money/payouts/verbs/read-batches.ts';
import { sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { Ctx, PartnerId } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { type Books, IBANS, openBooks } from './books.ts';
import { type TestCtx, testCtx } from './ctx.ts';

/** Those who sell, wait, draft, approve and pay in a test. */
export type Desk = {
  ctx: TestCtx;
  books: Books;
  /** A person of the company. */
  as(id: string): Ctx;
  asPartner(partnerId: PartnerId): Ctx;
  /** A new partner who made one sale of `amount` (invoice `<name>-1`), 20 % of it earned. */
  earned(name: string, amount: number, iban?: string): Promise<PartnerId>;
  /** Later than every hold. */
  mature(): Promise<void>;
  approve(batch: BatchView): Promise<BatchView>;
  payEverything(): Promise<BatchView>;
  available(partnerId: PartnerId): Promise<number | undefined>;
  /** Every violated invariant. */
  violations(): Promise<object[]>;
};

/** A desk with books of its own; partners of the tests before are out of its way. */
export async function openDesk(database: Database): Promise<Desk> {
  await database.db.updateTable('partners').set({ state: 'suspended' }).execute();
  const ctx = testCtx(database);
  const books = await openBooks(ctx);
  const as = (id: string): Ctx => ({
    ...ctx,
    actor: { kind: 'user', id, email: `${id}@example.com`, role: 'finance' },
  });
  const asPartner = (partnerId: PartnerId): Ctx => ({
    ...ctx,
    actor: { kind: 'partner', id: partnerId, email: 'p@partner.example', partnerId },
    scopes: new Set(['portal:read', 'portal:write']),
  });
  const approve = async (batch: BatchView) => {
    await approvePayoutBatch(as('finance'), batch);
    return readBatch(ctx, batch.id);
  };
  return {
    ctx,
    books,
    as,
    asPartner,
    approve,
    async earned(name, amount, iban = IBANS[0]) {
      const partnerId = await books.partner(name, { iban });
      await books.sale({ partnerId, amount, invoice: `${name}-1` });
      return partnerId;
    },
    async mature() {
      ctx.clock.advance(31 * 86_400_000);
      await matureAllCommissions(ctx);
    },
    async payEverything() {
      const batch = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
      await approve(batch);
      await sendPayoutBatch(ctx, batch.id);
      await confirmPayoutBatch(ctx, { id: batch.id, answers: { all_paid: true } });
      return readBatch(ctx, batch.id);
    },
    async available(partnerId) {
      return (await readEarnings(asPartner(partnerId), { page: 1, per_page: 50 })).totals[0]?.available_minor;
    },
    violations: () => checkBooks(ctx),
  };
}
