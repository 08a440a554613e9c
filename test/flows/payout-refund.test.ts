import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { giveBackRefund } from '../../src/money/commissions/verbs/give-back.ts';
import { whyCommission } from '../../src/money/commissions/verbs/read-commissions.ts';
import { readEarnings } from '../../src/money/commissions/verbs/read-earnings.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { Database } from '../../src/platform/database.ts';
import type { Books } from '../harness/books.ts';
import type { TestCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { type Desk, openDesk } from '../harness/payout-desk.ts';

let database: Database;
let desk: Desk;
let ctx: TestCtx;
let books: Books;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await openDesk(database);
  ctx = desk.ctx;
  books = desk.books;
});

describe('a partial refund', () => {
  it('before the payout pays less', async () => {
    const partnerId = await desk.earned('Before', 100_000);
    await books.refund('Before-1', 33_330);
    await books.refund('Before-1', 33_330);
    await desk.mature();
    await books.refund('Before-1', 66_660);
    expect((await desk.payEverything()).total_minor).toBe(6668);
    expect(await desk.available(partnerId)).toBe(0);
    const [commission] = (await readEarnings(desk.asPartner(partnerId), { page: 1, per_page: 5 })).items;
    expect(commission?.explanation).toBe(
      '20% of €1,000.00 (invoice Before-1, without tax) = €200.00, less €133.32 taken back = €66.68',
    );
    expect(await desk.violations()).toEqual([]);
  });

  it('that does not go through after the payout gives back what the partner owed, and nothing twice', async () => {
    const partnerId = await desk.earned('Failed', 100_000);
    await desk.mature();
    await desk.payEverything();
    await books.refund('Failed-1', 50_000);
    expect(await desk.available(partnerId)).toBe(-10_000);
    const found = ctx.db.selectFrom('invoices').select('id').where('external_id', '=', 'Failed-1');
    const { id: invoiceId } = await found.executeTakeFirstOrThrow();
    const failed = { invoiceId, totals: [], key: 'failed', at: ctx.clock.now(), isDisputed: false };
    expect([await giveBackRefund(ctx, failed), await giveBackRefund(ctx, failed)]).toEqual([1, 0]);
    expect(await desk.available(partnerId)).toBe(0);
    const [commission] = (await readEarnings(desk.asPartner(partnerId), { page: 1, per_page: 5 })).items;
    expect(commission).toMatchObject({ reversed_minor: 0, net_minor: 20_000, state: 'paid' });
    const why = await whyCommission({ ...ctx, scopes: new Set(['money:read']) }, commission?.id ?? '');
    expect(why.reversals.map(({ amount_minor, reason_code }) => [amount_minor, reason_code])).toEqual([
      [10_000, 'refund'],
      [-10_000, 'refund_failed'],
    ]);
    expect(await desk.violations()).toEqual([]);
  });

  it('after the payout leaves the partner owing, and the next payouts work it off', async () => {
    const partnerId = await desk.earned('After', 100_000);
    await desk.mature();
    await desk.payEverything();
    await books.refund('After-1', 50_000);
    expect(await desk.available(partnerId)).toBe(-10_000);
    expect(await desk.violations()).toEqual([]);
    await books.sale({ partnerId, amount: 30_000, invoice: 'After-2' });
    await desk.mature();
    await expect(draftPayoutBatch(ctx, { currency: 'EUR' })).rejects.toMatchObject({
      detail: {
        skipped: expect.arrayContaining([
          expect.objectContaining({ reason: 'The partner owes €40.00; it is taken off what comes next.' }),
        ]),
      },
    });
    await books.sale({ partnerId, amount: 70_000, invoice: 'After-3' });
    await desk.mature();
    const batch = await desk.payEverything();
    expect(batch.payouts[0]?.items.map(({ amount_minor }) => amount_minor).sort((a, b) => a - b)).toEqual([
      -10_000, 6000, 14_000,
    ]);
    expect(batch.total_minor).toBe(10_000);
    expect(await desk.available(partnerId)).toBe(0);
    const why = await whyCommission(
      ctx,
      (await readEarnings(desk.asPartner(partnerId), { page: 1, per_page: 5 })).items[2]?.id ?? '',
    );
    expect(why).toMatchObject({ state: 'paid', net_minor: 10_000, settled_minor: 10_000 });
    expect(why.reversals[0]?.reason).toBe(
      'The customer was refunded after this was paid; it is taken off the next payout.',
    );
    expect(await desk.violations()).toEqual([]);
  });

  it('while the payout is on its way is a clawback, and a payout that then fails owes less', async () => {
    const partnerId = await desk.earned('Between', 100_000);
    await desk.mature();
    const batch = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    await desk.approve(batch);
    await sendPayoutBatch(ctx, batch.id);
    await books.refund('Between-1', 100_000);
    expect(await desk.available(partnerId)).toBe(-20_000);
    expect(await desk.violations()).toEqual([]);
    const payout_id = batch.payouts[0]?.id ?? '';
    await confirmPayoutBatch(ctx, { id: batch.id, answers: { payouts: [{ payout_id, outcome: 'failed' }] } });
    expect(await desk.available(partnerId)).toBe(0);
    expect((await readEarnings(desk.asPartner(partnerId), { page: 1, per_page: 5 })).items[0]?.state).toBe('reversed');
    expect(await desk.violations()).toEqual([]);
  });
});
