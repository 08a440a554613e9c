import { XMLParser } from 'fast-xml-parser';
import SEPA from 'sepa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import type { BatchView } from '../../src/money/payouts/schema.ts';
import { readDestination, savePayoutSettings, setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { payoutFileCsv, payoutFileXml } from '../../src/money/payouts/verbs/payout-files.ts';
import { cancelPayoutBatch, sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { type Books, IBANS, openBooks } from '../harness/books.ts';
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

describe('the files of a batch', () => {
  type Transaction = {
    PmtId: { EndToEndId: string };
    Amt: { InstdAmt: { '#text': string; '@_Ccy': string } };
    Cdtr: { Nm: string };
    CdtrAcct: { Id: { IBAN: string } };
  };

  it('say who is paid what: the SEPA file to the cent, the same bytes each time', async () => {
    await desk.earned('Çağrı & Søn <Ltd>', 100_005, IBANS[2]);
    await desk.earned('=Formula', 70_000, IBANS[3]);
    await desk.mature();
    const batch = await desk.approve(
      await draftPayoutBatch(desk.as('manager'), { currency: 'EUR', expected_on: '2026-04-07' }),
    );
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
    expect(await desk.violations()).toEqual([]);
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
    await desk.earned('=1+1', 100_000);
    await desk.mature();
    const batch = await desk.approve(await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' }));
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
    await desk.mature();
    const batch = await desk.approve(await draftPayoutBatch(desk.as('manager'), { currency: 'USD', rail: 'manual' }));
    await expect(payoutFileXml(ctx, batch.id)).rejects.toMatchObject({ code: 'conflict' });
    expect((await payoutFileCsv(ctx, batch.id)).text).toContain('Wise d@example.com,,200.00,USD');
    await sendPayoutBatch(ctx, batch.id);
    await confirmPayoutBatch(ctx, { id: batch.id, answers: { all_paid: true } });
    expect(await desk.violations()).toEqual([]);
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
