import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inviteMember } from '../../src/access/members/verbs/members.ts';
import { askForPayout } from '../../src/flows/ask-for-payout.ts';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { readDebts, writeOffDebt, writeOffOldDebts } from '../../src/money/debts/service.ts';
import { listLedgerAccounts } from '../../src/money/ledger/service.ts';
import { savePayoutSettings, setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { payoutFileCsv, payoutFileXml } from '../../src/money/payouts/verbs/payout-files.ts';
import { readOutlook, readOwnOutlook, readSchedules } from '../../src/money/payouts/verbs/payout-outlook.ts';
import {
  listPayoutRequests,
  readOwnRequests,
  requestPayout,
  withdrawPayoutRequest,
} from '../../src/money/payouts/verbs/payout-requests.ts';
import { preparePayouts } from '../../src/money/payouts/verbs/prepare-payouts.ts';
import { prepareRequested } from '../../src/money/payouts/verbs/prepare-requested.ts';
import { readBatch } from '../../src/money/payouts/verbs/read-batches.ts';
import { cancelPayoutBatch, sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import { readOwnTax, saveTaxProfile, saveTaxSettings } from '../../src/money/tax/service.ts';
import type { Database } from '../../src/platform/database.ts';
import { listStatementMonths, readStatement } from '../../src/reports/statements/statement.ts';
import { statementCsv } from '../../src/reports/statements/statement-csv.ts';
import { statementPdf } from '../../src/reports/statements/statement-pdf.ts';
import { IBANS } from '../harness/books.ts';
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

const draft = () => draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
const suspend = (id: string) =>
  database.db.updateTable('partners').set({ state: 'suspended' }).where('id', '=', id).execute();

describe('tax', () => {
  const withheld = async (owner_id: string) =>
    (await listLedgerAccounts(desk.ctx, { kind: 'tax.withheld', owner_id, page: 1, per_page: 1 })).items[0]
      ?.balance_minor;

  it('is withheld from a payout, and with what is paid it sums to what was earned', async () => {
    const partnerId = await desk.earned('Taxed', 100_015);
    const profile = { form: 'w8ben', rate_bps: 3333, note: null } as const;
    await saveTaxProfile(desk.ctx, { partnerId, profile });
    await desk.mature();
    const batch = await draft();
    expect(batch.payouts).toMatchObject([{ gross_minor: 20_003, withheld_minor: 6667, amount_minor: 13_336 }]);
    await desk.approve(batch);
    expect([await withheld(partnerId), await desk.available(partnerId)]).toEqual([6667, 0]);
    await cancelPayoutBatch(desk.ctx, batch.id);
    expect([await withheld(partnerId), await desk.available(partnerId)]).toEqual([0, 20_003]);
    const paid = await desk.payEverything();
    expect(await desk.violations()).toEqual([]);
    expect((await readOwnTax(desk.asPartner(partnerId))).withheld).toEqual([{ currency: 'EUR', amount_minor: 6667 }]);
    const answers = { payouts: [{ payout_id: paid.payouts[0]?.id ?? '', outcome: 'returned' as const }] };
    await confirmPayoutBatch(desk.ctx, { id: paid.id, answers });
    expect([await withheld(partnerId), await desk.available(partnerId)]).toEqual([0, 20_003]);
    expect(await desk.violations()).toEqual([]);
  });

  it('needs a form above the threshold: until it is on file the partner is left out, and reads why', async () => {
    const partnerId = await desk.earned('Formless', 300_000);
    await desk.earned('Below the threshold', 200_000);
    await saveTaxSettings(desk.ctx, { thresholds: [{ currency: 'EUR', form_threshold_minor: 50_000 }] });
    await desk.mature();
    const batch = await draft();
    expect(batch.payouts.map(({ partner }) => partner.name)).toEqual(['Below the threshold']);
    expect(batch.skipped.filter(({ partner }) => partner.id === partnerId)).toMatchObject([
      {
        reason_code: 'tax_form_missing',
        reason: 'Above €500.00 a year nobody is paid without a tax form, and none is on file.',
      },
    ]);
    expect((await readOwnOutlook(desk.asPartner(partnerId))).items).toMatchObject([
      {
        reason_code: 'tax_form_missing',
        reason: 'Above €500.00 a year we need a tax form from you before we can pay.',
      },
    ]);
    await cancelPayoutBatch(desk.ctx, batch.id);
    await saveTaxProfile(desk.ctx, { partnerId, profile: { form: 'w9', rate_bps: 0 } });
    expect((await draft()).payouts).toHaveLength(2);
    const future = { form: 'w9', form_received_on: '2126-01-01', rate_bps: 0 } as const;
    await expect(saveTaxProfile(desk.ctx, { partnerId, profile: future })).rejects.toMatchObject({
      detail: { field: 'form_received_on' },
    });
    await saveTaxSettings(desk.ctx, { thresholds: [] });
  });
});

describe('a partner suspended after the approval', () => {
  it('is left out of the file, the rest is paid as it was approved', async () => {
    const [bad, good] = [await desk.earned('Bad', 100_000), await desk.earned('Good', 100_000, IBANS[1])];
    await savePayoutSettings(desk.ctx, { holder_name: 'Acme', iban: IBANS[0] });
    await desk.mature();
    const batch = await draft();
    await desk.approve(batch);
    const before = (await payoutFileXml(desk.ctx, batch.id)).text;
    await suspend(bad);
    await expect(sendPayoutBatch(desk.ctx, batch.id)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Suspended since the file was downloaded: Bad.',
      detail: { hint: expect.stringContaining('Download the file again') },
    });
    const { text } = await payoutFileXml(desk.ctx, batch.id);
    expect(text).toContain('<NbOfTxs>1</NbOfTxs>');
    expect([before.includes('<Nm>Bad</Nm>'), text.includes('<Nm>Bad</Nm>')]).toEqual([true, false]);
    expect([/<MsgId>(.*?)</.exec(before)?.[1], /<MsgId>(.*?)</.exec(text)?.[1]]).toEqual([
      batch.id.replace('_', '').toUpperCase(),
      `${batch.id.replace('_', '').toUpperCase()}-V1`,
    ]);
    await sendPayoutBatch(desk.ctx, batch.id);
    const sent = await readBatch(desk.ctx, batch.id);
    expect(sent).toMatchObject({ state: 'sent', payout_count: 1 });
    expect(sent.payouts.map(({ partner, state }) => [partner.id, state])).toEqual([
      [bad, 'cancelled'],
      [good, 'sent'],
    ]);
    expect(await desk.available(bad)).toBe(20_000);
    expect(await desk.violations()).toEqual([]);
  });

  it('empties a batch of one, which then has no file', async () => {
    const partnerId = await desk.earned('Only one', 100_000);
    await desk.mature();
    const batch = await desk.approve(await draft());
    await suspend(partnerId);
    await expect(payoutFileCsv(desk.ctx, batch.id)).rejects.toMatchObject({ detail: { hint: 'Cancel the batch.' } });
    await sendPayoutBatch(desk.ctx, batch.id);
    expect((await readBatch(desk.ctx, batch.id)).state).toBe('cancelled');
    expect(await desk.violations()).toEqual([]);
  });
});

it('works a debt off, and gives up after twelve months what is left', async () => {
  const partnerId = await desk.earned('Debtor', 100_000);
  await desk.mature();
  await desk.payEverything();
  await desk.books.refund('Debtor-1', 100_000);
  const since = desk.ctx.clock.now().toISOString();
  await desk.books.sale({ partnerId, amount: 25_000, invoice: 'Debtor-2' });
  await desk.mature();
  expect((await readDebts(desk.ctx)).items).toMatchObject([{ owed_minor: 15_000, since, partner: { id: partnerId } }]);
  await expect(draft()).rejects.toMatchObject({
    detail: {
      skipped: expect.arrayContaining([
        expect.objectContaining({ reason: 'The partner owes €150.00; it is taken off what comes next.' }),
      ]),
    },
  });
  const body = { partnerId, currency: 'EUR', reason: 'Gone out of business.' };
  await expect(writeOffDebt(desk.ctx, body)).rejects.toMatchObject({ code: 'conflict' });
  expect(await writeOffOldDebts(desk.ctx)).toBe(0);
  desk.ctx.clock.advance(340 * 86_400_000);
  expect(await writeOffDebt(desk.ctx, body)).toMatchObject({ amount_minor: 15_000 });
  await expect(writeOffDebt(desk.ctx, body)).rejects.toMatchObject({ code: 'not_found' });
  expect([await desk.available(partnerId), (await readDebts(desk.ctx)).items]).toEqual([0, []]);
  expect(await desk.violations()).toEqual([]);
  await desk.books.sale({ partnerId, amount: 50_000, invoice: 'Debtor-3' });
  await desk.mature();
  expect((await desk.payEverything()).payouts).toMatchObject([{ amount_minor: 10_000 }]);
  expect(await desk.violations()).toEqual([]);
});

describe('paydays', () => {
  const schedule = async (payout: object) => {
    const terms = {
      commission: { kind: 'percent', rate: '20%', months: null },
      hold_days: 30,
      minimum_payout_minor: 5000,
    };
    await database.db
      .updateTable('programme_terms')
      .set({ terms: JSON.stringify({ ...terms, payout }) })
      .where('programme_id', '=', desk.books.programmeId)
      .execute();
  };

  it('are promised, prepared once for every way of paying, and kept', async () => {
    await schedule({ every: 'month', day: 3 });
    const [bank, paypal, homeless] = [
      await desk.earned('By bank', 100_000),
      await desk.books.partner('By PayPal'),
      await desk.books.partner('Nowhere'),
    ];
    await setDestination(desk.ctx, {
      partnerId: paypal,
      destination: { rail: 'paypal', holder_name: 'P', email: 'P@Example.com' },
    });
    for (const partnerId of [paypal, homeless])
      await desk.books.sale({ partnerId, amount: 50_000, invoice: `pay-${partnerId}` });
    expect((await readOwnOutlook(desk.asPartner(bank))).items).toMatchObject([
      { payable_minor: 0, coming: [{ promised_on: '2026-04-07', amount_minor: 20_000 }], reason: null },
    ]);
    expect(await preparePayouts(desk.ctx)).toEqual([]);
    await desk.mature();
    expect((await readOutlook(desk.ctx, homeless)).items).toMatchObject([
      { payable_minor: 10_000, coming: [{ promised_on: '2026-05-04' }], reason_code: 'no_destination' },
    ]);
    const batches = await preparePayouts(desk.ctx);
    expect(await preparePayouts(desk.ctx)).toEqual([]);
    const found = await Promise.all(batches.map((id) => readBatch(desk.ctx, id)));
    expect(found).toMatchObject([
      { rail: 'sepa', expected_on: '2026-04-07', payout_count: 1, skipped: [{ partner: { id: homeless } }] },
      { rail: 'paypal', expected_on: '2026-04-07', payout_count: 1, skipped: [] },
    ]);
    const [sepa, byPaypal] = batches as [string, string];
    await desk.approve(await readBatch(desk.ctx, byPaypal));
    expect((await payoutFileCsv(desk.ctx, byPaypal)).text).toMatch(/^p@example\.com,100\.00,EUR,PO\w+,.*,PAYPAL\r\n$/);
    await cancelPayoutBatch(desk.ctx, sepa);
    expect(
      (await readSchedules(desk.ctx)).items.find(({ programme }) => programme.id === desk.books.programmeId),
    ).toMatchObject({
      every: 'month',
      day: 3,
      pays_on: '2026-05-04',
      prepared_on: '2026-04-28',
    });
    expect(await desk.violations()).toEqual([]);
  });

  it('of another programme do not take its money along', async () => {
    await schedule({ every: 'demand', day: 1 });
    const partnerId = await desk.earned('On demand', 100_000);
    await desk.mature();
    expect(await preparePayouts(desk.ctx)).toEqual([]);
    expect((await readOutlook(desk.ctx, partnerId)).items).toMatchObject([{ coming: [{ promised_on: null }] }]);
    expect((await draft()).payout_count).toBe(1);
  });

  it('on request: asked for once, drafted for the promised day, open again when the draft is given up', async () => {
    await schedule({ every: 'demand', day: 1 });
    const partnerId = await desk.earned('Asker', 100_000);
    const other = await desk.earned('Not asking', 100_000);
    const small = await desk.earned('Small', 10_000);
    const homeless = await desk.books.partner('Homeless');
    await desk.books.sale({ partnerId: homeless, amount: 100_000, invoice: 'Homeless-1' });
    await inviteMember(
      { ...desk.ctx, scopes: new Set(['settings:write']) },
      { email: 'fin@acme.example', role: 'finance' },
    );
    const ask = (who = partnerId) => askForPayout(desk.asPartner(who), { currency: 'EUR' });
    await expect(ask()).rejects.toMatchObject({ detail: { reason_code: 'nothing_payable' } });
    await desk.mature();
    await expect(ask(small)).rejects.toMatchObject({
      code: 'unprocessable',
      message: '€20.00 is below the smallest payout of €50.00; it waits for the next one.',
    });
    await expect(ask(homeless)).rejects.toMatchObject({ detail: { reason_code: 'no_destination' } });
    await expect(requestPayout(desk.asPartner(partnerId), { currency: 'XXQ' })).rejects.toMatchObject({
      detail: { field: 'currency' },
    });
    const offered = { amount_minor: 20_000, minimum_minor: 5000, promised_on: '2026-04-08' };
    expect((await readOwnRequests(desk.asPartner(partnerId))).items).toMatchObject([
      { ...offered, reason: null, requested: null },
    ]);
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second.requested?.id).toBe(first.requested?.id);
    expect(await listPayoutRequests(desk.ctx)).toMatchObject({
      items: [{ partner: { name: 'Asker' }, amount_minor: 20_000, promised_on: '2026-04-08' }],
    });
    const [id = '', ...more] = await prepareRequested(desk.ctx);
    expect([more, await prepareRequested(desk.ctx)]).toEqual([[], []]);
    const batch = await readBatch(desk.ctx, id);
    expect(batch).toMatchObject({ state: 'draft', rail: 'sepa', expected_on: '2026-04-08', payout_count: 1 });
    expect(batch.payouts.map(({ partner }) => partner.id)).toEqual([partnerId]);
    await expect(ask()).rejects.toMatchObject({ code: 'conflict', detail: { reason_code: 'request_under_way' } });
    const withdraw = (who: typeof partnerId) => withdrawPayoutRequest(desk.asPartner(who), first.requested?.id ?? '');
    await expect(withdraw(partnerId)).rejects.toMatchObject({ code: 'conflict' });
    await cancelPayoutBatch(desk.ctx, id);
    expect((await listPayoutRequests(desk.ctx)).items).toHaveLength(1);
    await expect(withdraw(small)).rejects.toMatchObject({ code: 'not_found' });
    expect(await withdraw(partnerId)).toMatchObject({ amount_minor: 20_000, reason: null, requested: null });
    expect(await prepareRequested(desk.ctx)).toEqual([]);
    await ask();
    const again = await desk.payEverything();
    expect(again.payouts.map(({ partner }) => partner.id).sort()).toEqual([partnerId, other].sort());
    expect((await listPayoutRequests(desk.ctx)).items).toEqual([]);
    expect((await readOwnRequests(desk.asPartner(partnerId))).items).toEqual([]);
    const mails = await database.db
      .selectFrom('mails')
      .select('subject')
      .where('kind', '=', 'payout_request')
      .execute();
    expect(mails).toEqual([
      { subject: 'Asker asks for a payout of €200.00' },
      { subject: 'Asker asks for a payout of €200.00' },
    ]);
    const audited = database.db.selectFrom('audit_entries').select('subject_id');
    const actions = ['payout_request.make', 'payout_request.withdraw'];
    const asked = await audited.where('action', 'in', actions).orderBy('at').orderBy('id').execute();
    expect(asked).toEqual([{ subject_id: partnerId }, { subject_id: partnerId }, { subject_id: partnerId }]);
    expect(await desk.violations()).toEqual([]);
  });
});

it('writes Wise’s batch file with the parts of each account', async () => {
  const wise = { rail: 'wise' as const, holder_name: 'Ann Lee', receiver_type: 'PRIVATE' as const };
  const partnerId = await desk.books.partner('Ann');
  const wrong = setDestination(desk.ctx, {
    partnerId,
    destination: { ...wise, currency: 'USD', routing_number: '021000022', account_number: '12345678' },
  });
  await expect(wrong).rejects.toMatchObject({ detail: { field: 'routing_number' } });
  const destination = { ...wise, currency: 'GBP', sort_code: '20-00-00', account_number: '55779911' };
  expect(await setDestination(desk.ctx, { partnerId, destination })).toMatchObject({ details: 'GBP •••• 9911' });
  await desk.books.sale({ partnerId, amount: 100_000, invoice: 'wise-1' });
  await desk.mature();
  const batch = await desk.approve(await draftPayoutBatch(desk.as('manager'), { currency: 'EUR', rail: 'wise' }));
  const [header = '', row = ''] = (await payoutFileCsv(desk.ctx, batch.id)).text.split('\r\n');
  const cells = new Map(header.split(',').map((name, index) => [name, row.split(',')[index]]));
  expect(Object.fromEntries(cells)).toMatchObject({
    name: 'Ann Lee',
    amount: '200.00',
    sourceCurrency: 'EUR',
    targetCurrency: 'GBP',
    amountCurrency: 'source',
    sortCode: '200000',
    accountNumber: '55779911',
    IBAN: '',
  });
});

describe('a statement', () => {
  it('lists what was added and taken in the month, and its totals are the ledger’s', async () => {
    const partnerId = await desk.earned('Őrült Çağrı & Társa', 100_000);
    await saveTaxProfile(desk.ctx, { partnerId, profile: { form: 'vat', rate_bps: 1000 } });
    await desk.mature();
    const paid = await desk.payEverything();
    const reference = paid.payouts[0]?.end_to_end_id;
    await desk.books.sale({ partnerId, amount: 60_000, invoice: 'statement-2' });
    await desk.books.refund('Őrült Çağrı & Társa-1', 25_000);
    const march = await readStatement(desk.ctx, { partnerId, month: '2026-03' });
    const april = await readStatement(desk.ctx, { partnerId, month: '2026-04' });
    expect(march.accounts).toMatchObject([
      { currency: 'EUR', opening_minor: 0, closing_minor: 20_000, lines: [{ on: '2026-03-01', amount_minor: 20_000 }] },
    ]);
    expect(april.accounts[0]?.lines).toEqual([
      { on: '2026-04-01', text: `Payout ${reference}`, amount_minor: -18_000 },
      { on: '2026-04-01', text: `Tax withheld from payout ${reference}`, amount_minor: -2000 },
      { on: '2026-04-01', text: 'Commission for Acme', amount_minor: 12_000 },
      { on: '2026-04-01', text: 'Taken back: Acme was refunded', amount_minor: -5000 },
    ]);
    expect(april.accounts).toMatchObject([
      { opening_minor: 20_000, closing_minor: 7000, pending_minor: 12_000, held_minor: 0, available_minor: -5000 },
    ]);
    for (const { accounts } of [march, april])
      for (const { opening_minor, lines, closing_minor } of accounts)
        expect(opening_minor + lines.reduce((sum, line) => sum + line.amount_minor, 0)).toBe(closing_minor);
    const { items } = await listLedgerAccounts(desk.ctx, { owner_id: partnerId, page: 1, per_page: 10 });
    const standing = items.filter(({ kind }) => kind.startsWith('partner.'));
    expect(standing.reduce((sum, { balance_minor }) => sum + balance_minor, 0)).toBe(april.accounts[0]?.closing_minor);
    expect(await listStatementMonths(desk.ctx, partnerId)).toEqual([{ month: '2026-04' }, { month: '2026-03' }]);
    expect(statementCsv(april).split('\r\n').at(-2)).toBe('2026-04-30,Balance at the end,70.00,EUR');
    const pdf = await statementPdf(april);
    expect([pdf.subarray(0, 5).toString(), pdf.length > 10_000]).toEqual(['%PDF-', true]);
    await expect(readStatement(desk.ctx, { partnerId, month: '2027-01' })).rejects.toMatchObject({
      detail: { field: 'month' },
    });
  });
});
