import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import { getCompany, listExchangeRates, putExchangeRates, saveCompany } from './service.ts';

describe('describing the company', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => database.pool.query('truncate company_settings, exchange_rates, audit_entries'));
  afterAll(() => database.close());

  it('says what to do before anybody has described it', async () => {
    await expect(getCompany(testCtx(database))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('asks for a name and a currency first, then keeps what is left out', async () => {
    const ctx = testCtx(database);
    await expect(saveCompany(ctx, { name: 'Acme' })).rejects.toMatchObject({ detail: { field: 'reporting_currency' } });
    await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR', gross_margin_bps: 8000 });
    await saveCompany(ctx, { zone: 'Europe/Budapest' });
    expect(await getCompany(ctx)).toMatchObject({ name: 'Acme', zone: 'Europe/Budapest', gross_margin_bps: 8000 });
    const audit = await database.db.selectFrom('audit_entries').select('action').execute();
    expect(audit).toEqual([{ action: 'company.saved' }, { action: 'company.saved' }]);
  });

  it('names the field that no company can have', async () => {
    const ctx = testCtx(database);
    const acme = { name: 'Acme', reporting_currency: 'EUR' };
    await expect(saveCompany(ctx, { ...acme, reporting_currency: 'XYZ' })).rejects.toMatchObject({
      detail: { field: 'reporting_currency' },
    });
    await expect(saveCompany(ctx, { ...acme, zone: 'Mars/Base' })).rejects.toMatchObject({ detail: { field: 'zone' } });
  });

  it('refuses without the permission', async () => {
    const viewer = testCtx(database, { scopes: ['settings:read'] });
    await expect(saveCompany(viewer, { name: 'Acme' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('keeps rates, and names the one that is given twice', async () => {
    const ctx = testCtx(database);
    await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR' });
    const rate = { currency: 'USD', on_date: '2026-01-01', rate: '0.92', source: 'ECB' };
    expect(await putExchangeRates(ctx, { rates: [rate] })).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
    expect(await listExchangeRates(ctx)).toEqual({ rates: [rate] });
    await expect(putExchangeRates(ctx, { rates: [rate, rate] })).rejects.toMatchObject({
      detail: { field: 'rates[1]' },
    });
  });
});
