import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveCompany } from '../../src/customers/company/service.ts';
import { listImports, listRejects, parseMapping, printMapping } from '../../src/customers/imports/service.ts';
import { planImport } from '../../src/flows/import-folder.ts';
import { rehearseImport } from '../../src/flows/import-rehearsal.ts';
import type { Database } from '../../src/platform/database.ts';
import { dataQuality } from '../../src/reports/data-quality.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import {
  ACCOUNTS,
  EMPTY_CUSTOMERS,
  type Folder,
  makeFolder,
  runFolder,
  SUBSCRIPTIONS,
} from './import-files.fixture.ts';

const SHARED = resolve(process.env.GOODWORD_SHARED ?? join(import.meta.dirname, '../../../shared'));
const at = (name: string) => join(SHARED, 'data', name);

describe('importing a folder', () => {
  let database: Database;
  let folder: Folder;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    folder = makeFolder();
    await database.pool.query(EMPTY_CUSTOMERS);
  });
  afterEach(() => folder.remove());
  afterAll(() => database.close());

  const rowsOf = async (query: string) => (await database.pool.query(query)).rows;

  it('understands what spreadsheets and other countries do to a file', async () => {
    folder.write({
      'kunden.csv':
        '\uFEFFaccount_id;account_name;industry;signup_date;seats;is_trial\r\nA-1;"Ann; Söhne";EdTech;25/12/2023;27.0;TRUE\r\nA-2;"Two\r\nlines";;03/04/2024;;False',
      // The name says tickets, the columns say subscriptions.
      'tickets.csv': SUBSCRIPTIONS.replace('50.50', '"1,050.50"'),
    });
    const result = await runFolder(testCtx(database), folder);
    expect(result.entities.accounts).toMatchObject({ rows: 2, inserted: 2, rejected: 0 });
    expect(result.entities.subscriptions).toMatchObject({ rows: 2, inserted: 2 });
    expect(
      await rowsOf('select name, seats, is_trial, signed_up_at::date as on_date from accounts order by external_id'),
    ).toEqual([
      { name: 'Ann; Söhne', seats: 27, is_trial: true, on_date: '2023-12-25' },
      { name: 'Two\r\nlines', seats: null, is_trial: false, on_date: '2024-04-03' },
    ]);
    expect(
      await rowsOf(
        'select mrr_minor, mrr_reporting_minor, currency, billing_interval from subscriptions order by external_id',
      ),
    ).toEqual([
      { mrr_minor: 10_000, mrr_reporting_minor: 10_000, currency: 'USD', billing_interval: 'month' },
      { mrr_minor: 105_050, mrr_reporting_minor: 105_050, currency: 'USD', billing_interval: 'year' },
    ]);
  });

  it('puts rows it cannot use aside with line and reason, and stores the others', async () => {
    folder.write({
      'accounts.csv': `${ACCOUNTS}A-3,"<b>=cmd()</b>",X,not a date,\nA-4,Four,X,2024-01-01,a,b\n`,
      'subscriptions.csv': `${SUBSCRIPTIONS}S-3,A-9,2024-01-01,,1,1,monthly\nS-4,A-1,2024-02-01,2024-01-01,1,1,monthly\nS-5,A-1,2024-02-01,,1,-1,monthly\nS-6,A-1,2024-02-01,,90071992547409.92,1,monthly\nS-1,A-1,2024-01-01,,100,5,monthly\nS-1,A-1,2024-01-01,,999,5,monthly\n`,
    });
    const ctx = testCtx(database);
    const result = await runFolder(ctx, folder);
    expect(result.entities.accounts).toMatchObject({ rows: 4, inserted: 2, rejected: 2 });
    expect(result.entities.subscriptions).toEqual({
      rows: 8,
      inserted: 2,
      updated: 0,
      unchanged: 1,
      rejected: 5,
      repeated_ids: 2,
      orphaned: 1,
    });
    expect(result.orphans).toEqual([
      { file: 'subscriptions.csv', entity: 'subscriptions', names: 'accounts', rows: 1, examples: ['A-9'] },
    ]);
    expect(result.notes.join(' ')).toContain('The accounts they name (A-9) are not known');
    const { items } = await listRejects(ctx, { id: result.import_id, page: 1, per_page: 50 });
    expect(items.map((row) => [row.file, row.line, row.field])).toEqual([
      ['accounts.csv', 4, 'signup_date'],
      ['accounts.csv', 5, null],
      ['subscriptions.csv', 4, 'account'],
      ['subscriptions.csv', 5, 'ended_on'],
      ['subscriptions.csv', 6, 'seats'],
      ['subscriptions.csv', 7, 'mrr'],
      ['subscriptions.csv', 9, 'external_id'],
    ]);
    const written = readFileSync(join(result.rejects_folder ?? '', 'accounts.csv.rejects.csv'), 'utf8').split('\n');
    expect(written[0]).toBe('line,entity,field,reason,account_id,account_name,industry,signup_date,referral_source');
    expect(written[1]).toContain('<b>=cmd()</b>');
    const codes = (await dataQuality(ctx)).findings.map((finding) => finding.code);
    expect(codes).toEqual(expect.arrayContaining(['orphans', 'repeated_ids', 'ended_before_started', 'unusable_rows']));
  });

  it('changes nothing the second time, and only what changed the third', async () => {
    folder.write({ 'accounts.csv': ACCOUNTS, 'subscriptions.csv': SUBSCRIPTIONS });
    await runFolder(testCtx(database), folder);
    const again = await runFolder(testCtx(database, { at: '2026-04-01T00:00:00Z' }), folder);
    expect(again.entities.accounts).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect(again.entities.subscriptions).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    folder.write({ 'accounts.csv': ACCOUNTS.replace('Two', 'Deux') });
    const third = await runFolder(testCtx(database), folder);
    expect(third.entities.accounts).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
  });

  it('reads a content once, however many files hold it, and no folder inside unasked', async () => {
    const events = [...Array(24).keys()].map((n) => `U-${n},A-1,2024-03-01,export\n`).join('');
    const usage = `usage_id,account_id,usage_date,feature_name\n${events}U-1,A-1,2024-03-02,export\n`;
    folder.write({ 'accounts.csv': ACCOUNTS, 'usage.csv': usage, 'usage_old.csv': usage, 'old/accounts.csv': 'x' });
    const ctx = testCtx(database);
    const result = await runFolder(ctx, folder);
    expect(result.left_out).toEqual([
      { file: 'usage_old.csv', why: 'it is the same as usage.csv, skipped' },
      { file: 'old/', why: 'it is a folder inside; --recursive reads those too' },
    ]);
    expect(result.entities.usage).toMatchObject({ rows: 25, inserted: 24, repeated_ids: 1 });
    const repeated = (await dataQuality(ctx)).findings.find((finding) => finding.code === 'repeated_ids');
    expect(repeated?.count).toBe(1);
    // A mapping that reads both files alike says nothing else; one that names a file inside is followed.
    folder.write({ 'old/accounts.csv': ACCOUNTS.replace('One', 'Uno') });
    const { mapping } = await planImport(ctx, { folder: folder.path, recursive: true });
    const usageToo = mapping.files['usage.csv'];
    if (usageToo) mapping.files['usage_old.csv'] = usageToo;
    const again = await runFolder(ctx, folder, mapping);
    expect(again.files.map(({ file }) => file)).toEqual(['accounts.csv', 'old/accounts.csv', 'usage.csv']);
    expect(again.left_out.map(({ file }) => file)).toEqual(['usage_old.csv']);
  });

  it('says before an import what it would store, and changes nothing by it', async () => {
    const ctx = testCtx(database);
    folder.write({ 'accounts.csv': ACCOUNTS });
    await runFolder(ctx, folder);
    const before = await rowsOf('select * from accounts order by id');
    folder.write({
      'accounts.csv': `${ACCOUNTS.replace('Two', 'Deux')}A-3,Three,X,2024-01-01,ads\n`,
      'subscriptions.csv': SUBSCRIPTIONS.replace('A-2', 'A-3').replace('S-2', 'S-3'),
      'tickets.csv': 'ticket_id,account_id,submitted_at,priority\nT-1,A-3,2024-03-01,high\nT-2,A-9,2024-03-01,high\n',
      'usage.csv': 'usage_id,subscription_id,usage_date,feature_name\nU-1,S-3,2024-03-01,export\n',
    });
    const plan = await planImport(ctx, { folder: folder.path });
    const rehearsal = await rehearseImport(ctx, { folder: folder.path, dataDir: folder.dataDir, plan });
    expect(rehearsal.entities).toMatchObject({
      accounts: { rows: 3, inserted: 1, updated: 1, unchanged: 1, rejected: 0 },
      subscriptions: { rows: 2, inserted: 2 },
      usage: { rows: 1, inserted: 1 },
      tickets: { rows: 2, inserted: 1, rejected: 1, orphaned: 1 },
    });
    expect(rehearsal.files.map(({ file }) => file)).toContain('usage.csv');
    expect(await rowsOf('select * from accounts order by id')).toEqual(before);
    expect(await rowsOf('select id from subscriptions union all select id from usage_events')).toEqual([]);
    expect(await rowsOf('select id from imports')).toHaveLength(1);
    expect(readdirSync(join(folder.dataDir, 'imports'))).toHaveLength(1);
    // The real one comes to the same counts.
    expect((await runFolder(ctx, folder)).entities).toEqual(rehearsal.entities);
  });

  it('refuses dates whose day and month cannot be told apart, until the mapping says', async () => {
    folder.write({ 'accounts.csv': ACCOUNTS.replace('2024-01-01', '03/04/2024').replace('2024-02-01', '05/06/2024') });
    const ctx = testCtx(database);
    await expect(runFolder(ctx, folder)).rejects.toMatchObject({
      code: 'unprocessable',
      detail: { field: 'accounts.csv.signup_date' },
    });
    expect(await rowsOf('select id from imports')).toEqual([]);
    const plan = await planImport(ctx, { folder: folder.path });
    const mapping = parseMapping(printMapping(plan.mapping).replace('order: iso', 'order: dmy'));
    await runFolder(ctx, folder, mapping);
    expect(await rowsOf(`select signed_up_at::date as on_date from accounts where external_id = 'A-1'`)).toEqual([
      { on_date: '2024-04-03' },
    ]);
  });

  it('names the file and the column when a mapping does not fit', async () => {
    folder.write({ 'accounts.csv': ACCOUNTS });
    const ctx = testCtx(database);
    const { mapping } = await planImport(ctx, { folder: folder.path });
    const text = printMapping(mapping);
    const wrong = (from: string, to: string) => runFolder(ctx, folder, parseMapping(text.replace(from, to)));
    await expect(wrong('signup_date:', 'sign_up:')).rejects.toThrow('accounts.csv has no column sign_up');
    await expect(wrong('to: industry', 'to: sector')).rejects.toThrow(
      'accounts.csv, industry: accounts has no field sector',
    );
    await expect(wrong('accounts.csv:', 'people.csv:')).rejects.toThrow('people.csv, which is not there');
    expect(() => parseMapping(text.replace('type: text', 'type: colour'))).toThrow('mapping cannot be used');
  });

  it('asks for a currency when nothing says one', async () => {
    folder.write({ 'accounts.csv': ACCOUNTS, 'subscriptions.csv': SUBSCRIPTIONS.replace('mrr_usd', 'mrr') });
    await expect(runFolder(testCtx(database), folder)).rejects.toThrow('which currency the column mrr is in');
  });

  it('takes each row’s own currency, and reports amounts that no rate leads from', async () => {
    const ctx = testCtx(database);
    await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR' });
    const mixed =
      'subscription_id,account_id,start_date,mrr,currency\nS-1,A-1,2024-01-01,100,EUR\nS-2,A-2,2024-01-01,100,gbp\n';
    folder.write({ 'accounts.csv': ACCOUNTS, 'subscriptions.csv': mixed });
    await runFolder(ctx, folder);
    expect(await rowsOf('select currency, mrr_reporting_minor from subscriptions order by external_id')).toEqual([
      { currency: 'EUR', mrr_reporting_minor: 10_000 },
      { currency: 'GBP', mrr_reporting_minor: null },
    ]);
    const found = (await dataQuality(ctx)).findings.find((finding) => finding.code === 'no_exchange_rate');
    expect(found).toMatchObject({ count: 1, of: 2 });
    expect(found?.sentence).toContain('GBP');
  });

  it('feeds several entities from one file', async () => {
    folder.write({ 'all.csv': 'customer,since,monthly,churned\nC-1,2024-01-01,10,no\nC-2,2024-02-01,20,yes\n' });
    const mapping = parseMapping(`
version: 1
currency: EUR
files:
  all.csv:
    source: all
    entities:
      accounts:
        columns:
          customer: { to: external_id, type: text }
          churned: { to: imported_churned, type: boolean }
      subscriptions:
        columns:
          customer: { to: external_id, type: text }
          since: { to: started_on, type: date }
          monthly: { to: mrr, type: amount }
        constants: { account: C-1, billing_interval: month }
`);
    const result = await runFolder(testCtx(database), folder, mapping);
    expect(result.entities).toMatchObject({ accounts: { inserted: 2 }, subscriptions: { inserted: 2 } });
  });

  it('does not mix real customers with a simulated company, and empties it when asked to', async () => {
    const ctx = testCtx(database);
    await saveCompany(ctx, { name: 'Simulated', reporting_currency: 'EUR', simulated: true });
    folder.write({ 'accounts.csv': ACCOUNTS });
    await expect(runFolder(ctx, folder)).rejects.toMatchObject({ code: 'conflict' });
    const { importFolder } = await import('../../src/flows/import-folder.ts');
    const plan = await planImport(ctx, { folder: folder.path });
    await importFolder(ctx, { folder: folder.path, dataDir: folder.dataDir, label: 'x', plan, replaceDemo: true });
    expect(await rowsOf('select simulated, name from company_settings')).toEqual([
      { simulated: false, name: 'My company' },
    ]);
  });

  it('runs one import at a time', async () => {
    // Long enough that the first is still storing when the second asks.
    const many = Array.from({ length: 5_000 }, (_, n) => `X-${n},Extra ${n}`).join('\n');
    folder.write({ 'accounts.csv': `account_id,account_name\n${many}\n` });
    const ctx = testCtx(database);
    const both = await Promise.allSettled([runFolder(ctx, folder), runFolder(ctx, folder)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason.message).toBe('Another import is running.');
  });

  it('keeps nothing of a file that fails in the middle, and says so in the record', async () => {
    folder.write({ 'accounts.csv': ACCOUNTS, 'subscriptions.csv': SUBSCRIPTIONS });
    const ctx = testCtx(database);
    await database.pool.query('alter table subscriptions add constraint no_more check (mrr_minor <> 5050)');
    await expect(runFolder(ctx, folder)).rejects.toThrow('no_more');
    await database.pool.query('alter table subscriptions drop constraint no_more');
    expect(await rowsOf('select id from subscriptions')).toEqual([]);
    const { items } = await listImports(ctx, { page: 1, per_page: 10 });
    expect(items[0]).toMatchObject({ state: 'failed', files: [{ state: 'done' }, { state: 'failed' }] });
    const next = await runFolder(ctx, folder);
    expect(next.entities).toMatchObject({ accounts: { unchanged: 2 }, subscriptions: { inserted: 2 } });
  });
});

describe.skipIf(!existsSync(at('ravenstack')))('importing RavenStack', () => {
  let database: Database;
  const folder = { ...makeFolder(), path: at('ravenstack') };
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(async () => {
    folder.remove();
    await database.close();
  });

  it('stores all of it once, and says what the data contradict', async () => {
    const ctx = testCtx(database, { at: '2026-11-21T00:00:00Z' });
    const first = await runFolder(ctx, folder);
    const none = { updated: 0, unchanged: 0, rejected: 0, repeated_ids: 0, orphaned: 0 };
    expect(first.entities).toEqual({
      accounts: { rows: 500, inserted: 500, ...none },
      subscriptions: { rows: 5_000, inserted: 5_000, ...none },
      usage: { ...none, rows: 25_000, inserted: 24_979, rejected: 21, repeated_ids: 21 },
      tickets: { rows: 2_000, inserted: 2_000, ...none },
      churn_events: { rows: 600, inserted: 600, ...none },
    });
    const second = await runFolder(ctx, folder);
    for (const counts of Object.values(second.entities)) expect(counts).toMatchObject({ inserted: 0, updated: 0 });
    const { findings } = await dataQuality(ctx);
    const count = (code: string) => findings.find((finding) => finding.code === code)?.count;
    expect(count('usage_before_start')).toBe(19_142);
    expect(count('tickets_before_signup')).toBe(1_077);
    expect(count('satisfaction_missing')).toBe(825);
    expect(count('repeated_ids')).toBe(21);
    expect(count('trials')).toBe(778);
    const churn = findings.find((finding) => finding.code === 'churn_definitions');
    expect(churn?.detail).toMatchObject({
      definitions: { flags: 0.22, events: 0.704 },
      reversed: { source: 'partner' },
    });
    const reversed = findings.find((finding) => finding.code === 'source_ranking_reversed');
    expect(reversed?.sentence).toContain('"partner": by flags it churns 14.6% (place 1 of 5');
  });
});

describe.skipIf(!existsSync(at('telco')))('importing exports that say less', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('takes from Telco what it has, with its mapping, and says that there are no dates', async () => {
    const folder = { ...makeFolder(), path: at('telco') };
    const mapping = parseMapping(readFileSync(join(import.meta.dirname, '../../docs/mappings/telco.yaml'), 'utf8'));
    const result = await runFolder(testCtx(database), folder, mapping);
    folder.remove();
    expect(result.entities.accounts).toMatchObject({ rows: 7_043, inserted: 7_043, rejected: 0 });
    expect(result.missing.join(' ')).toContain('No subscriptions with a start date');
    const { rows } = await database.pool.query(
      `select count(*) filter (where attributes->'total_charges' = 'null') as blank, count(*) filter (where imported_churned) as churned from accounts`,
    );
    expect(rows).toEqual([{ blank: 11, churned: 1_869 }]);
  });

  it('knows the exports of CRM, billing and helpdesk systems by their columns', async () => {
    const folder = { ...makeFolder(), path: at('connectors') };
    await expect(runFolder(testCtx(database), folder)).rejects.toMatchObject({
      detail: { hint: expect.stringContaining('hubspot, intercom, stripe, zendesk') },
    });
    const result = await runFolder(testCtx(database), folder, undefined, true);
    expect(Object.keys(result.entities).sort()).toEqual(['accounts', 'invoices', 'people', 'tickets']);
    expect(result.entities.accounts?.inserted).toBeGreaterThan(20);
    expect(result.left_out.find(({ file }) => file === 'stripe/subscription_data.csv')?.why).toContain('mrr');
    expect(readdirSync(result.rejects_folder ?? '')).toContain('intercom__conversation_history_data.csv.rejects.csv');
    folder.remove();
  });
});
