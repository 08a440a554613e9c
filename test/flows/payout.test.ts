import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKey } from '../../src/access/keys/service.ts';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { holdCommission, releaseCommission } from '../../src/money/commissions/verbs/hold.ts';
import { listCommissions, whyCommission } from '../../src/money/commissions/verbs/read-commissions.ts';
import { readEarnings } from '../../src/money/commissions/verbs/read-earnings.ts';
import { approvePayoutBatch } from '../../src/money/payouts/verbs/approve-batch.ts';
import { setDestination, setOwnDestination } from '../../src/money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { payoutFileXml } from '../../src/money/payouts/verbs/payout-files.ts';
import { readBatch, readOwnPayouts } from '../../src/money/payouts/verbs/read-batches.ts';
import { cancelPayoutBatch, sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { type Books, IBANS } from '../harness/books.ts';
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

describe('a payout', () => {
  it('takes a commission from earned to paid, and every step says why', async () => {
    const partnerId = await desk.earned('Anna', 100_000);
    const waiting = await readEarnings(desk.asPartner(partnerId), { page: 1, per_page: 50 });
    expect(waiting.items[0]).toMatchObject({
      state: 'pending',
      reason: 'Waiting until Mar 31, 2026, in case the customer asks for a refund.',
      explanation: '20% of €1,000.00 (invoice Anna-1, without tax) = €200.00',
      net_minor: 20_000,
      customer: expect.stringMatching(/^\S{1,12} …$|^\S{1,12}$/),
    });
    expect(waiting.totals).toMatchObject([
      { currency: 'EUR', pending_minor: 20_000, available_minor: 0, earned_minor: 20_000 },
    ]);
    expect(waiting.totals[0]?.next_available_at).toBe('2026-03-31T00:00:00.000Z');
    await desk.mature();
    expect(await desk.available(partnerId)).toBe(20_000);
    const batch = await desk.payEverything();
    expect(batch).toMatchObject({ state: 'paid', payout_count: 1, total_minor: 20_000, open_count: 0 });
    const own = await readOwnPayouts(desk.asPartner(partnerId), { page: 1, per_page: 10 });
    expect(own.items).toMatchObject([
      {
        state: 'paid',
        amount_minor: 20_000,
        expected_on: '2026-04-07',
        to: 'DE89 •••• 3000',
        reason: 'Paid on Apr 1, 2026.',
      },
    ]);
    const paid = await readEarnings(desk.asPartner(partnerId), { page: 1, per_page: 50 });
    expect(paid.totals).toMatchObject([
      { available_minor: 0, in_transit_minor: 0, paid_minor: 20_000, earned_minor: 20_000 },
    ]);
    const why = await whyCommission(ctx, paid.items[0]?.id ?? '');
    expect(why.transfers.map(({ event, amount_minor }) => [event, amount_minor])).toEqual([
      ['accrue', 20_000],
      ['mature', 20_000],
    ]);
    expect(why).toMatchObject({
      state: 'paid',
      settled_minor: 20_000,
      decision: { rule: 'R5' },
      payouts: [{ state: 'paid', amount_minor: 20_000 }],
    });
    expect(await desk.violations()).toEqual([]);
  });

  it('says of every partner it leaves out, why', async () => {
    await desk.earned('Paid', 100_000);
    await desk.earned('Small', 20_000);
    const nowhere = await books.partner('Nowhere');
    await books.sale({ partnerId: nowhere, amount: 100_000, invoice: 'Nowhere-1' });
    const byHand = await books.partner('Manual');
    await setDestination(ctx, {
      partnerId: byHand,
      destination: { rail: 'manual', holder_name: 'M', details: 'PayPal m@example.com' },
    });
    await books.sale({ partnerId: byHand, amount: 100_000, invoice: 'Manual-1' });
    const suspended = await desk.earned('Suspended', 100_000);
    await database.db.updateTable('partners').set({ state: 'suspended' }).where('id', '=', suspended).execute();
    await desk.mature();
    const batch = await draftPayoutBatch(ctx, { currency: 'EUR' });
    expect(batch.payouts.map(({ partner }) => partner.name)).toEqual(['Paid']);
    const reasons = Object.fromEntries(batch.skipped.map(({ partner, reason }) => [partner.name, reason]));
    expect(reasons).toMatchObject({
      Small: '€40.00 is below the minimum of €50.00.',
      Nowhere: 'The partner has not said where to be paid.',
      Manual: "The partner's account cannot be paid by this way of paying.",
      Suspended: 'The partner is suspended.',
    });
    await expect(draftPayoutBatch(ctx, { currency: 'EUR' })).rejects.toMatchObject({
      code: 'unprocessable',
      detail: { field: 'currency' },
    });
    const hand = await draftPayoutBatch(ctx, { currency: 'EUR', rail: 'manual' });
    expect(hand.payouts.map(({ partner }) => partner.name)).toEqual(['Manual']);
    expect(hand.skipped.find(({ partner }) => partner.name === 'Paid')?.reason_code).toBe('in_another_payout');
    await cancelPayoutBatch(ctx, batch.id);
    await cancelPayoutBatch(ctx, hand.id);
    expect(await desk.violations()).toEqual([]);
  });

  it('is approved by a second person, as it was read', async () => {
    await desk.earned('Four eyes', 100_000);
    await desk.mature();
    const batch = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    await expect(approvePayoutBatch(desk.as('manager'), batch)).rejects.toMatchObject({ code: 'forbidden' });
    const key: Ctx = { ...ctx, actor: { kind: 'key', id: 'ky_1', name: 'ci' } };
    await expect(approvePayoutBatch(key, batch)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approvePayoutBatch(desk.as('finance'), { id: batch.id, content_hash: 'other' })).rejects.toMatchObject(
      {
        code: 'conflict',
        detail: { field: 'content_hash' },
      },
    );
    const raw = database.db
      .updateTable('payout_batches')
      .set({ state: 'approved', approved_by: 'manager', approved_hash: batch.content_hash })
      .where('id', '=', batch.id)
      .execute();
    await expect(raw).rejects.toMatchObject({ constraint: 'payout_batches_four_eyes' });
    await expect(payoutFileXml(ctx, batch.id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(sendPayoutBatch(ctx, batch.id)).rejects.toMatchObject({ code: 'conflict' });
    expect((await desk.approve(batch)).state).toBe('approved');
    await approvePayoutBatch(desk.as('finance'), batch);
    await expect(approvePayoutBatch(desk.as('owner'), batch)).rejects.toMatchObject({ code: 'conflict' });
    await cancelPayoutBatch(ctx, batch.id);
    expect(await desk.violations()).toEqual([]);
  });

  it('is not approved by whoever made the key that drafted it', async () => {
    await desk.earned('By key', 100_000);
    await desk.mature();
    const { key } = await createKey(
      { ...desk.as('finance'), scopes: ctx.scopes },
      { name: 'ci', scopes: ['payouts:write'] },
    );
    const byKey: Ctx = { ...ctx, actor: { kind: 'key', id: key.id, name: key.name } };
    const late = draftPayoutBatch(byKey, { currency: 'EUR', expected_on: '2062-04-03' });
    await expect(late).rejects.toMatchObject({ detail: { field: 'expected_on' } });
    const batch = await draftPayoutBatch(byKey, { currency: 'EUR' });
    await expect(approvePayoutBatch(desk.as('finance'), batch)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await readBatch(desk.as('finance'), batch.id)).created_by_you).toBe(true);
    await approvePayoutBatch(desk.as('owner'), batch);
    await cancelPayoutBatch(ctx, batch.id);
  });

  it('goes back to a draft when the partner changes where it is paid', async () => {
    const partnerId = await desk.earned('Mover', 100_000);
    await desk.mature();
    const batch = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    await desk.approve(batch);
    await setOwnDestination(desk.asPartner(partnerId), {
      rail: 'sepa',
      holder_name: 'Mover Ltd',
      iban: 'FR14 2004 1010 0505 0001 3M02 606',
    });
    const changed = await readBatch(ctx, batch.id);
    expect(changed).toMatchObject({
      state: 'draft',
      approved_by: null,
      payouts: [{ state: 'draft', destination: { iban: IBANS[1] } }],
    });
    expect(changed.content_hash).not.toBe(batch.content_hash);
    await expect(approvePayoutBatch(desk.as('finance'), batch)).rejects.toMatchObject({ code: 'conflict' });
    expect((await desk.approve(changed)).state).toBe('approved');
    expect(await desk.violations()).toEqual([]);
    await setOwnDestination(desk.asPartner(partnerId), {
      rail: 'manual',
      holder_name: 'Mover',
      details: 'PayPal m@example.com',
    });
    expect(await readBatch(ctx, batch.id)).toMatchObject({ state: 'cancelled', payouts: [{ state: 'cancelled' }] });
    expect(await desk.available(partnerId)).toBe(20_000);
    expect(await desk.violations()).toEqual([]);
  });

  it('is refused when a refund or a hold changed what is due since the draft', async () => {
    const partnerId = await desk.earned('Refunded', 100_000);
    await desk.mature();
    const batch = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    await books.refund('Refunded-1', 50_000);
    await expect(approvePayoutBatch(desk.as('finance'), batch)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Refunded'),
    });
    await cancelPayoutBatch(ctx, batch.id);
    const next = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    expect(next.total_minor).toBe(10_000);
    const [commission] = (
      await listCommissions(ctx, { partner_id: partnerId, page: 1, per_page: 5, sort: 'earned_at', order: 'desc' })
    ).items;
    await holdCommission(ctx, { id: commission?.id ?? '', reason: 'We look into it.' });
    await expect(approvePayoutBatch(desk.as('finance'), next)).rejects.toMatchObject({ code: 'conflict' });
    await cancelPayoutBatch(ctx, next.id);
    await releaseCommission(ctx, { id: commission?.id ?? '', reason: 'All fine.' });
    expect(await desk.violations()).toEqual([]);
    expect((await desk.payEverything()).total_minor).toBe(10_000);
    expect(await desk.violations()).toEqual([]);
  });

  it('that fails or comes back is payable again, and the same answer twice changes nothing', async () => {
    const [failing, returning, fine] = [
      await desk.earned('Failing', 50_000),
      await desk.earned('Returning', 60_000),
      await desk.earned('Fine', 70_000),
    ];
    await desk.mature();
    const batch = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    await desk.approve(batch);
    const payoutOf = (partnerId: string) => batch.payouts.find(({ partner }) => partner.id === partnerId)?.id ?? '';
    const answers = {
      payouts: [
        { payout_id: payoutOf(failing), outcome: 'failed' as const, reason: 'AC04 account closed' },
        { payout_id: payoutOf(returning), outcome: 'paid' as const },
      ],
    };
    await expect(confirmPayoutBatch(ctx, { id: batch.id, answers })).rejects.toMatchObject({ code: 'conflict' });
    await sendPayoutBatch(ctx, batch.id);
    await sendPayoutBatch(ctx, batch.id);
    await expect(cancelPayoutBatch(ctx, batch.id)).rejects.toMatchObject({ code: 'conflict' });
    await confirmPayoutBatch(ctx, { id: batch.id, answers });
    await confirmPayoutBatch(ctx, { id: batch.id, answers });
    expect(await readBatch(ctx, batch.id)).toMatchObject({ state: 'sent', open_count: 1 });
    expect(await desk.violations()).toEqual([]);
    await confirmPayoutBatch(ctx, { id: batch.id, answers: { all_paid: true } });
    await confirmPayoutBatch(ctx, {
      id: batch.id,
      answers: { payouts: [{ payout_id: payoutOf(returning), outcome: 'returned', reason: 'AC01' }] },
    });
    const again = { payouts: [{ payout_id: payoutOf(failing), outcome: 'paid' as const }] };
    await expect(confirmPayoutBatch(ctx, { id: batch.id, answers: again })).rejects.toMatchObject({ code: 'conflict' });
    expect((await readBatch(ctx, batch.id)).state).toBe('paid');
    expect([await desk.available(failing), await desk.available(returning), await desk.available(fine)]).toEqual([
      10_000, 12_000, 0,
    ]);
    expect(await desk.violations()).toEqual([]);
    const failed = await readOwnPayouts(desk.asPartner(failing), { page: 1, per_page: 5 });
    expect(failed.items[0]?.reason).toBe(
      'The payment did not go through: AC04 account closed. The amount is payable again.',
    );
    expect((await desk.payEverything()).total_minor).toBe(22_000);
    expect(await desk.violations()).toEqual([]);
  });
});

it('shows a partner its own earnings and payouts and nobody else’s', async () => {
  const [one, other] = [await desk.earned('One', 100_000), await desk.earned('Other', 200_000)];
  await desk.mature();
  await desk.payEverything();
  const earnings = await readEarnings(desk.asPartner(one), { page: 1, per_page: 200 });
  expect(earnings.items).toHaveLength(1);
  expect(JSON.stringify(earnings)).not.toContain('Other');
  expect((await readOwnPayouts(desk.asPartner(one), { page: 1, per_page: 200 })).total).toBe(1);
  await expect(readEarnings(ctx, { page: 1, per_page: 50 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    listCommissions(desk.asPartner(other), { page: 1, per_page: 50, sort: 'earned_at', order: 'desc' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});
