import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBankFile } from '../../src/flows/read-bank-file.ts';
import type { BatchView } from '../../src/money/payouts/schema.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { readAnswerFiles } from '../../src/money/payouts/verbs/read-bank-file.ts';
import { readBatch } from '../../src/money/payouts/verbs/read-batches.ts';
import { sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { Database } from '../../src/platform/database.ts';
import { openTestDatabase } from '../harness/db.ts';
import { type Desk, openDesk } from '../harness/payout-desk.ts';

let database: Database;
let desk: Desk;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await openDesk(database);
});

const ISO = 'urn:iso:std:iso:20022:tech:xsd';

const status = (reference: string, code: string, more = '') =>
  `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>${code}</TxSts>${more}</TxInfAndSts>`;
const pain002 = (statuses: string, group = '') =>
  `<?xml version="1.0"?><Document xmlns="${ISO}:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId></GrpHdr>
  <OrgnlGrpInfAndSts>${group}</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${statuses}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

const entry = (way: 'DBIT' | 'CRDT', reference: string, amount: string, more = '') =>
  `<ns:Ntry><ns:Amt Ccy="EUR">${amount}</ns:Amt><ns:CdtDbtInd>${way}</ns:CdtDbtInd><ns:Sts><ns:Cd>BOOK</ns:Cd></ns:Sts><ns:NtryDtls><ns:TxDtls>
  <ns:Refs><ns:EndToEndId>${reference}</ns:EndToEndId></ns:Refs><ns:Amt Ccy="EUR">${amount}</ns:Amt>${more}</ns:TxDtls></ns:NtryDtls></ns:Ntry>`;
const camt053 = (entries: string) =>
  `<ns:Document xmlns:ns="${ISO}:camt.053.001.08"><ns:BkToCstmrStmt><ns:Stmt>${entries}</ns:Stmt></ns:BkToCstmrStmt></ns:Document>`;

async function sentBatch(names: string[]): Promise<{ batch: BatchView; of: (name: string) => string }> {
  for (const name of names) await desk.earned(name, 100_000);
  await desk.mature();
  const batch = await desk.approve(await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' }));
  await sendPayoutBatch(desk.ctx, batch.id);
  return { batch, of: (name) => batch.payouts.find(({ partner }) => partner.name === name)?.end_to_end_id ?? '' };
}

const states = async (id: string) =>
  (await readBatch(desk.ctx, id)).payouts.map(({ partner, state, reason }) => [partner.name, state, reason]);
const upload = (content: string, name = 'answer.xml') => readBankFile(desk.ctx, { name, content });

describe('the bank’s answer', () => {
  it('that comes before the file was marked as sent counts when it is read again, once', async () => {
    await desk.earned('Early', 100_000);
    await desk.mature();
    const batch = await desk.approve(await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' }));
    const content = pain002(status(batch.payouts[0]?.end_to_end_id ?? '', 'ACSC'));
    expect(await upload(content)).toMatchObject({ paid: 0, unmatched: [{ reason_code: 'contradiction' }] });
    await sendPayoutBatch(desk.ctx, batch.id);
    const answers = await Promise.all([upload(content), upload(content), upload(content)]);
    expect(answers.map(({ paid, unmatched }) => [paid, unmatched.length])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(await states(batch.id)).toMatchObject([['Early', 'paid', expect.stringMatching(/^Paid on/)]]);
  });

  it('as pain.002 confirms and refuses payouts, lists what it cannot match, and says the same the second time', async () => {
    const { batch, of } = await sentBatch(['Arrived', 'Rejected', 'Under way']);
    const reason = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed account</AddtlInf></StsRsnInf>';
    const content = pain002(
      status(of('Arrived'), 'ACSC') +
        status(of('Rejected'), 'RJCT', reason) +
        status(of('Under way'), 'ACSP') +
        status('SOMEBODYELSE', 'ACSC'),
    );
    const answer = await upload(content);
    expect(answer).toMatchObject({ format: 'pain.002', paid: 1, failed: 1, returned: 0, known: 0 });
    expect(answer.unmatched).toEqual([
      { reference: 'SOMEBODYELSE', outcome: 'paid', reason_code: 'unknown_reference', amount_minor: null },
    ]);
    expect(await upload(content, 'again.xml')).toEqual(answer);
    expect(await states(batch.id)).toMatchObject([
      ['Arrived', 'paid', expect.stringMatching(/^Paid on/)],
      ['Rejected', 'failed', expect.stringContaining('AC04 Closed account')],
      ['Under way', 'sent', expect.any(String)],
    ]);
    const whole = `<OrgnlMsgId>${batch.id.replace('_', '').toUpperCase()}</OrgnlMsgId><GrpSts>RJCT</GrpSts>`;
    expect(await upload(pain002('', whole))).toMatchObject({ failed: 1 });
    expect((await readBatch(desk.ctx, batch.id)).state).toBe('paid');
    expect(await desk.violations()).toEqual([]);
  });

  it('as camt.053 confirms what left the account and takes back what returned, by reference and amount', async () => {
    const { batch, of } = await sentBatch(['Left', 'Came back', 'Other amount']);
    const back = '<ns:RtrInf><ns:Rsn><ns:Cd>AC01</ns:Cd></ns:Rsn></ns:RtrInf>';
    const answer = await upload(
      camt053(
        entry('DBIT', of('Left'), '200.00') +
          entry('DBIT', of('Came back'), '200.00') +
          entry('CRDT', of('Came back'), '200.00', back) +
          entry('DBIT', of('Other amount'), '199.99') +
          entry('CRDT', 'A CUSTOMER', '75.00'),
      ),
    );
    expect(answer).toMatchObject({
      format: 'camt.053',
      paid: 2,
      returned: 1,
      unmatched: [{ reference: of('Other amount'), reason_code: 'other_amount', amount_minor: 19_999 }],
    });
    expect((await states(batch.id)).map(([name, state]) => [name, state])).toEqual([
      ['Came back', 'returned'],
      ['Left', 'paid'],
      ['Other amount', 'sent'],
    ]);
    const late = camt053(entry('DBIT', of('Came back'), '200.00') + entry('DBIT', of('Left'), '200.00'));
    expect(await upload(late)).toMatchObject({ paid: 0, known: 1, unmatched: [{ reason_code: 'contradiction' }] });
    expect(await desk.violations()).toEqual([]);
  });

  it('as CSV is read with either separator', async () => {
    const { batch, of } = await sentBatch(['By list']);
    expect(await upload(`Status;Reference\npaid;${of('By list')}\npending;X\n`, 'a.csv')).toMatchObject({ paid: 1 });
    expect((await readBatch(desk.ctx, batch.id)).state).toBe('paid');
    const read = expect.objectContaining({ name: 'a.csv', format: 'csv', paid: 1 });
    expect((await readAnswerFiles(desk.ctx)).items).toContainEqual(read);
  });

  it.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]><Document/>', 'document type'],
    ['<Document><Other/></Document>', 'neither'],
    ['<Document>', 'well-formed'],
    ['name,value\na,b\n', 'columns'],
    ['"unclosed', 'CSV'],
  ])('is refused when it is %s', async (content, message) => {
    await expect(upload(content)).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringContaining(message),
      detail: { field: 'content' },
    });
  });
});
