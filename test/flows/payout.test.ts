import { XMLParser } from 'fast-xml-parser';
import SEPA from 'sepa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { holdCommission, releaseCommission } from '../../src/money/commissions/service.ts';
import { listCommissions, whyCommission } from '../../src/money/commissions/verbs/read-commissions.ts';
import { readEarnings } from '../../src/money/commissions/verbs/read-earnings.ts';
import { checkBooks } from '../../src/money/ledger/service.ts';
import type { BatchView } from '../../src/money/payouts/schema.ts';
import { approvePayoutBatch } from '../../src/money/payouts/verbs/approve-batch.ts';
import {
  readDestination,
  savePayoutSettings,
  setDestination,
  setOwnDestination,
} from '../../src/money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { readBatch, readOwnPayouts } from '../../src/money/payouts/verbs/read-batches.ts';
import {
  cancelPayoutBatch,
  payoutFileCsv,
  payoutFileXml,
  sendPayoutBatch,
} from '../../src/money/payouts/verbs/send-batch.ts';
import type { Ctx, PartnerId } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { type Books, IBANS, openBooks } from '../harness/books.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

let database: Database;
let ctx: TestCtx;
let books: Books;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ctx = testCtx(database);
  // Partners of the tests before are out of the way: the batches of a test hold its own.
  await database.db.updateTable('partners').set({ state: 'suspended' }).execute();
  books = await openBooks(ctx);
});

const as = (id: string): Ctx => ({ ...ctx, actor: { kind: 'user', id, email: `${id}@example.com`, role: 'finance' } });
const asPartner = (partnerId: PartnerId): Ctx => ({
  ...ctx,
  actor: { kind: 'partner', id: partnerId, email: 'p@partner.example', partnerId },
  scopes: new Set(['portal:read', 'portal:write']),
});

async function earned(name: string, amount: number, iban?: string): Promise<PartnerId> {
  const partnerId = await books.partner(name, { iban: iban ?? IBANS[0] });
  await books.sale({ partnerId, amount, invoice: `${name}-1` });
  return partnerId;
}

/** Later than every hold. */
async function mature(): Promise<void> {
  ctx.clock.advance(31 * 86_400_000);
  await matureAllCommissions(ctx);
}

async function approve(batch: BatchView): Promise<BatchView> {
  await approvePayoutBatch(as('finance'), batch);
  return readBatch(ctx, batch.id);
}

async function payEverything(): Promise<BatchView> {
  const batch = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
  await approve(batch);
  await sendPayoutBatch(ctx, batch.id);
  await confirmPayoutBatch(ctx, { id: batch.id, answers: { all_paid: true } });
  return readBatch(ctx, batch.id);
}

async function available(partnerId: PartnerId): Promise<number | undefined> {
  return (await readEarnings(asPartner(partnerId), { page: 1, per_page: 50 })).totals[0]?.available_minor;
}

async function sound(): Promise<void> {
  expect(await checkBooks(ctx)).toEqual([]);
}

describe('a payout', () => {
  it('takes a commission from earned to paid, and every step says why', async () => {
    const partnerId = await earned('Anna', 100_000);
    const waiting = await readEarnings(asPartner(partnerId), { page: 1, per_page: 50 });
    expect(waiting.items[0]).toMatchObject({
      state: 'pending',
      reason: 'Waiting until 2026-03-31, in case the customer asks for a refund.',
      explanation: '20% of €1,000.00 (invoice Anna-1, without tax) = €200.00',
      net_minor: 20_000,
    });
    expect(waiting.totals).toMatchObject([
      { currency: 'EUR', pending_minor: 20_000, available_minor: 0, earned_minor: 20_000 },
    ]);
    expect(waiting.totals[0]?.next_available_at).toBe('2026-03-31T00:00:00.000Z');
    await mature();
    expect(await available(partnerId)).toBe(20_000);
    const batch = await payEverything();
    expect(batch).toMatchObject({ state: 'paid', payout_count: 1, total_minor: 20_000, open_count: 0 });
    const own = await readOwnPayouts(asPartner(partnerId), { page: 1, per_page: 10 });
    expect(own.items).toMatchObject([
      {
        state: 'paid',
        amount_minor: 20_000,
        expected_on: '2026-04-03',
        to: 'DE89 •••• 3000',
        reason: 'Paid on 2026-04-01.',
      },
    ]);
    const paid = await readEarnings(asPartner(partnerId), { page: 1, per_page: 50 });
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
    await sound();
  });

  it('says of every partner it leaves out, why', async () => {
    await earned('Paid', 100_000);
    await earned('Small', 20_000);
    const nowhere = await books.partner('Nowhere');
    await books.sale({ partnerId: nowhere, amount: 100_000, invoice: 'Nowhere-1' });
    const byHand = await books.partner('Manual');
    await setDestination(ctx, {
      partnerId: byHand,
      destination: { rail: 'manual', holder_name: 'M', details: 'PayPal m@example.com' },
    });
    await books.sale({ partnerId: byHand, amount: 100_000, invoice: 'Manual-1' });
    const suspended = await earned('Suspended', 100_000);
    await database.db.updateTable('partners').set({ state: 'suspended' }).where('id', '=', suspended).execute();
    await mature();
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
    await sound();
  });

  it('is approved by a second person, as it was read', async () => {
    await earned('Four eyes', 100_000);
    await mature();
    const batch = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
    await expect(approvePayoutBatch(as('manager'), batch)).rejects.toMatchObject({ code: 'forbidden' });
    const key: Ctx = { ...ctx, actor: { kind: 'key', id: 'ky_1', name: 'ci' } };
    await expect(approvePayoutBatch(key, batch)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approvePayoutBatch(as('finance'), { id: batch.id, content_hash: 'other' })).rejects.toMatchObject({
      code: 'conflict',
      detail: { field: 'content_hash' },
    });
    const raw = database.db
      .updateTable('payout_batches')
      .set({ state: 'approved', approved_by: 'manager', approved_hash: batch.content_hash })
      .where('id', '=', batch.id)
      .execute();
    await expect(raw).rejects.toMatchObject({ constraint: 'payout_batches_four_eyes' });
    await expect(payoutFileXml(ctx, batch.id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(sendPayoutBatch(ctx, batch.id)).rejects.toMatchObject({ code: 'conflict' });
    expect((await approve(batch)).state).toBe('approved');
    await approvePayoutBatch(as('finance'), batch);
    await expect(approvePayoutBatch(as('owner'), batch)).rejects.toMatchObject({ code: 'conflict' });
    await cancelPayoutBatch(ctx, batch.id);
    await sound();
  });

  it('goes back to a draft when the partner changes where it is paid', async () => {
    const partnerId = await earned('Mover', 100_000);
    await mature();
    const batch = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
    await approve(batch);
    await setOwnDestination(asPartner(partnerId), {
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
    await expect(approvePayoutBatch(as('finance'), batch)).rejects.toMatchObject({ code: 'conflict' });
    expect((await approve(changed)).state).toBe('approved');
    await sound();
    await setOwnDestination(asPartner(partnerId), {
      rail: 'manual',
      holder_name: 'Mover',
      details: 'PayPal m@example.com',
    });
    expect(await readBatch(ctx, batch.id)).toMatchObject({ state: 'cancelled', payouts: [{ state: 'cancelled' }] });
    expect(await available(partnerId)).toBe(20_000);
    await sound();
  });

  it('is refused when a refund or a hold changed what is due since the draft', async () => {
    const partnerId = await earned('Refunded', 100_000);
    await mature();
    const batch = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
    await books.refund('Refunded-1', 50_000);
    await expect(approvePayoutBatch(as('finance'), batch)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Refunded'),
    });
    await cancelPayoutBatch(ctx, batch.id);
    const next = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
    expect(next.total_minor).toBe(10_000);
    const [commission] = (
      await listCommissions(ctx, { partner_id: partnerId, page: 1, per_page: 5, sort: 'earned_at', order: 'desc' })
    ).items;
    await holdCommission(ctx, { id: commission?.id ?? '', reason: 'We look into it.' });
    await expect(approvePayoutBatch(as('finance'), next)).rejects.toMatchObject({ code: 'conflict' });
    await cancelPayoutBatch(ctx, next.id);
    await releaseCommission(ctx, { id: commission?.id ?? '', reason: 'All fine.' });
    await sound();
    expect((await payEverything()).total_minor).toBe(10_000);
    await sound();
  });

  it('that fails or comes back is payable again, and the same answer twice changes nothing', async () => {
    const [failing, returning, fine] = [
      await earned('Failing', 50_000),
      await earned('Returning', 60_000),
      await earned('Fine', 70_000),
    ];
    await mature();
    const batch = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
    await approve(batch);
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
    await sound();
    await confirmPayoutBatch(ctx, { id: batch.id, answers: { all_paid: true } });
    await confirmPayoutBatch(ctx, {
      id: batch.id,
      answers: { payouts: [{ payout_id: payoutOf(returning), outcome: 'returned', reason: 'AC01' }] },
    });
    const again = { payouts: [{ payout_id: payoutOf(failing), outcome: 'paid' as const }] };
    await expect(confirmPayoutBatch(ctx, { id: batch.id, answers: again })).rejects.toMatchObject({ code: 'conflict' });
    expect((await readBatch(ctx, batch.id)).state).toBe('paid');
    expect([await available(failing), await available(returning), await available(fine)]).toEqual([10_000, 12_000, 0]);
    await sound();
    const failed = await readOwnPayouts(asPartner(failing), { page: 1, per_page: 5 });
    expect(failed.items[0]?.reason).toBe(
      'The payment did not go through: AC04 account closed. The amount is payable again.',
    );
    expect((await payEverything()).total_minor).toBe(22_000);
    await sound();
  });
});

describe('a partial refund', () => {
  it('before the payout pays less', async () => {
    const partnerId = await earned('Before', 100_000);
    await books.refund('Before-1', 33_330);
    await books.refund('Before-1', 33_330);
    await mature();
    await books.refund('Before-1', 66_660);
    expect((await payEverything()).total_minor).toBe(6668);
    expect(await available(partnerId)).toBe(0);
    const [commission] = (await readEarnings(asPartner(partnerId), { page: 1, per_page: 5 })).items;
    expect(commission?.explanation).toBe(
      '20% of €1,000.00 (invoice Before-1, without tax) = €200.00, less €133.32 taken back = €66.68',
    );
    await sound();
  });

  it('after the payout leaves the partner owing, and the next payouts work it off', async () => {
    const partnerId = await earned('After', 100_000);
    await mature();
    await payEverything();
    await books.refund('After-1', 50_000);
    expect(await available(partnerId)).toBe(-10_000);
    await sound();
    await books.sale({ partnerId, amount: 30_000, invoice: 'After-2' });
    await mature();
    await expect(draftPayoutBatch(ctx, { currency: 'EUR' })).rejects.toMatchObject({
      detail: {
        skipped: expect.arrayContaining([
          expect.objectContaining({ reason: 'The partner owes €40.00; it is taken off what comes next.' }),
        ]),
      },
    });
    await books.sale({ partnerId, amount: 70_000, invoice: 'After-3' });
    await mature();
    const batch = await payEverything();
    expect(batch.payouts[0]?.items.map(({ amount_minor }) => amount_minor).sort((a, b) => a - b)).toEqual([
      -10_000, 6000, 14_000,
    ]);
    expect(batch.total_minor).toBe(10_000);
    expect(await available(partnerId)).toBe(0);
    const why = await whyCommission(
      ctx,
      (await readEarnings(asPartner(partnerId), { page: 1, per_page: 5 })).items[2]?.id ?? '',
    );
    expect(why).toMatchObject({ state: 'paid', net_minor: 10_000, settled_minor: 10_000 });
    expect(why.reversals[0]?.reason).toBe(
      'The customer was refunded after this was paid; it is taken off the next payout.',
    );
    await sound();
  });

  it('while the payout is on its way is a clawback, and a payout that then fails owes less', async () => {
    const partnerId = await earned('Between', 100_000);
    await mature();
    const batch = await draftPayoutBatch(as('manager'), { currency: 'EUR' });
    await approve(batch);
    await sendPayoutBatch(ctx, batch.id);
    await books.refund('Between-1', 100_000);
    expect(await available(partnerId)).toBe(-20_000);
    await sound();
    const payout_id = batch.payouts[0]?.id ?? '';
    await confirmPayoutBatch(ctx, { id: batch.id, answers: { payouts: [{ payout_id, outcome: 'failed' }] } });
    expect(await available(partnerId)).toBe(0);
    expect((await readEarnings(asPartner(partnerId), { page: 1, per_page: 5 })).items[0]?.state).toBe('reversed');
    await sound();
  });
});

describe('the files of a batch', () => {
  type Transaction = {
    PmtId: { EndToEndId: string };
    Amt: { InstdAmt: { '#text': string; '@_Ccy': string } };
    Cdtr: { Nm: string };
    CdtrAcct: { Id: { IBAN: string } };
  };

  it('say who is paid what: the SEPA file to the cent, the same bytes each time', async () => {
    await earned('Çağrı & Søn <Ltd>', 100_005, IBANS[2]);
    await earned('=Formula', 70_000, IBANS[3]);
    await mature();
    const batch = await approve(await draftPayoutBatch(as('manager'), { currency: 'EUR', expected_on: '2026-04-07' }));
    await database.db.deleteFrom('payout_settings').execute();
    await expect(payoutFileXml(ctx, batch.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('account you pay from'),
    });
    await savePayoutSettings(ctx, { holder_name: 'Zsolt & Társa Kft.', iban: IBANS[0], bic: 'COBADEFFXXX' });
    const { name, text } = await payoutFileXml(ctx, batch.id);
    expect(name).toBe(`payouts-${batch.id}.xml`);
    expect((await payoutFileXml(ctx, batch.id)).text).toBe(text);
    const parser = new XMLParser({
      ignoreAttributes: false,
      parseTagValue: false,
      isArray: (tag) => tag === 'CdtTrfTxInf',
    });
    const root = parser.parse(text).Document;
    expect(root['@_xmlns']).toBe('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    const { GrpHdr, PmtInf } = root.CstmrCdtTrfInitn;
    const transactions: Transaction[] = PmtInf.CdtTrfTxInf;
    expect(GrpHdr).toMatchObject({ NbOfTxs: '2', CtrlSum: '340.01', InitgPty: { Nm: 'Zsolt + Tarsa Kft.' } });
    expect(PmtInf).toMatchObject({
      NbOfTxs: '2',
      CtrlSum: '340.01',
      PmtMtd: 'TRF',
      ReqdExctnDt: { Dt: '2026-04-07' },
      DbtrAcct: { Id: { IBAN: IBANS[0] } },
    });
    const cents = transactions.reduce((sum, one) => sum + Number(one.Amt.InstdAmt['#text'].replace('.', '')), 0);
    expect(cents).toBe(batch.total_minor);
    expect(
      transactions.map((one) => [
        one.Cdtr.Nm,
        one.CdtrAcct.Id.IBAN,
        one.Amt.InstdAmt['#text'],
        one.Amt.InstdAmt['@_Ccy'],
      ]),
    ).toEqual([
      ['.Formula', IBANS[3], '140.00', 'EUR'],
      ['Cagri + Son .Ltd.', IBANS[2], '200.01', 'EUR'],
    ]);
    expect(new Set(transactions.map((one) => one.PmtId.EndToEndId)).size).toBe(2);
    for (const element of Object.values(JSON.parse(JSON.stringify(transactions))))
      expect(JSON.stringify(element)).toMatch(/^[\x20-\x7e]*$/);
    expect(shapeOf(parser.parse(bySepa(batch)).Document.CstmrCdtTrfInitn)).toEqual(shapeOf(root.CstmrCdtTrfInitn));
    await sound();
  });

  /** The same batch written by the library `sepa`: its elements, to compare ours with. */
  function bySepa(batch: BatchView): string {
    SEPA.enableValidations(false);
    const document = new SEPA.Document('pain.001.001.09');
    document.grpHdr.id = 'ID';
    document.grpHdr.created = new Date('2026-04-01T00:00:00Z');
    document.grpHdr.initiatorName = 'Zsolt';
    const info = document.createPaymentInfo();
    info.requestedExecutionDate = new Date('2026-04-07T00:00:00Z');
    info.debtorIBAN = IBANS[0];
    info.debtorBIC = 'COBADEFFXXX';
    info.debtorName = 'Zsolt';
    document.addPaymentInfo(info);
    for (const payout of batch.payouts) {
      const transaction = info.createTransaction();
      transaction.creditorName = payout.partner.name;
      transaction.creditorIBAN = payout.destination.iban ?? '';
      transaction.amount = payout.amount_minor / 100;
      transaction.remittanceInfo = 'text';
      transaction.end2endId = payout.end_to_end_id;
      info.addTransaction(transaction);
    }
    return document.toString();
  }

  /** Names of elements in their order, and the sums; an InstrId may be left out. */
  function shapeOf(node: unknown, path = ''): string[] {
    if (Array.isArray(node)) return node.flatMap((one) => shapeOf(one, path));
    if (typeof node !== 'object' || node === null)
      return [/(NbOfTxs|CtrlSum|InstdAmt)$/.test(path) ? `${path}=${node}` : path];
    const elements = Object.entries(node).filter(([tag]) => tag !== 'InstrId');
    return elements.flatMap(([tag, content]) => shapeOf(content, `${path}/${tag}`));
  }

  it('and the CSV runs nothing in a spreadsheet', async () => {
    await earned('=1+1', 100_000);
    await mature();
    const batch = await approve(await draftPayoutBatch(as('manager'), { currency: 'EUR' }));
    const { text } = await payoutFileCsv(ctx, batch.id);
    expect(text.split('\r\n')[1]).toMatch(/^po_\w+,'=1\+1,'=1\+1,DE89370400440532013000,,200\.00,EUR,PO\w+,/);
    await cancelPayoutBatch(ctx, batch.id);
  });
});

describe('another currency', () => {
  it('is refused by SEPA with a hint, and paid by hand from a list', async () => {
    await expect(draftPayoutBatch(ctx, { currency: 'USD' })).rejects.toMatchObject({
      code: 'unprocessable',
      detail: { field: 'currency', hint: expect.stringContaining('manual') },
    });
    const dollars = await openBooks(ctx, 'USD');
    const partnerId = await dollars.partner('Dollar');
    await setDestination(ctx, {
      partnerId,
      destination: { rail: 'manual', holder_name: 'Dollar Inc', details: 'Wise d@example.com' },
    });
    await dollars.sale({ partnerId, amount: 100_000, invoice: 'usd-1' });
    await mature();
    const batch = await approve(await draftPayoutBatch(as('manager'), { currency: 'USD', rail: 'manual' }));
    await expect(payoutFileXml(ctx, batch.id)).rejects.toMatchObject({ code: 'conflict' });
    expect((await payoutFileCsv(ctx, batch.id)).text).toContain('Wise d@example.com,,200.00,USD');
    await sendPayoutBatch(ctx, batch.id);
    await confirmPayoutBatch(ctx, { id: batch.id, answers: { all_paid: true } });
    await sound();
  });
});

describe('where a partner is paid', () => {
  it.each([
    ['DE89370400440532013001', 'iban'],
    ['not an iban', 'iban'],
    ['BR1800360305000010009795493C1', 'iban'],
  ])('refuses %s and names the field', async (iban, field) => {
    const partnerId = await books.partner('Typo');
    const destination = { rail: 'sepa' as const, holder_name: 'T', iban };
    await expect(setDestination(ctx, { partnerId, destination })).rejects.toMatchObject({
      code: 'unprocessable',
      detail: { field },
    });
  });

  it('is masked for everybody who does not make payouts', async () => {
    const partnerId = await books.partner('Masked', { iban: IBANS[0] });
    const viewer: Ctx = { ...ctx, scopes: new Set(['money:read']) };
    expect((await readDestination(viewer, partnerId)).destination?.iban).toBe('DE89 •••• 3000');
    expect((await readDestination(ctx, partnerId)).destination?.iban).toBe(IBANS[0]);
    await expect(
      setDestination(viewer, { partnerId, destination: { rail: 'sepa', holder_name: 'x', iban: IBANS[1] } }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('shows a partner its own earnings and payouts and nobody else’s', async () => {
  const [one, other] = [await earned('One', 100_000), await earned('Other', 200_000)];
  await mature();
  await payEverything();
  const earnings = await readEarnings(asPartner(one), { page: 1, per_page: 200 });
  expect(earnings.items).toHaveLength(1);
  expect(JSON.stringify(earnings)).not.toContain('Other');
  expect((await readOwnPayouts(asPartner(one), { page: 1, per_page: 200 })).total).toBe(1);
  await expect(readEarnings(ctx, { page: 1, per_page: 50 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    listCommissions(asPartner(other), { page: 1, per_page: 50, sort: 'earned_at', order: 'desc' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});
