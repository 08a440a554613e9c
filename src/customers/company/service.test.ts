import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import {
  getCompany,
  listChannelCosts,
  listExchangeRates,
  putChannelCosts,
  putExchangeRates,
  saveCompany,
} from './service.ts';

describe('describing the company', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => database.pool.query('truncate company_settings, exchange_rates, channel_costs, audit_entries'));
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

  it('keeps what channels cost a month, replaces it, and takes it away', async () => {
    const ctx = testCtx(database);
    await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR' });
    const events = { month: '2026-01', channel: 'events', currency: 'EUR', amount_minor: 120_000 };
    const search = { ...events, channel: 'search', amount_minor: 0 };
    expect(await putChannelCosts(ctx, { costs: [events, search] })).toMatchObject({ inserted: 2, deleted: 0 });
    expect(await putChannelCosts(ctx, { costs: [events] })).toMatchObject({ unchanged: 1 });
    const change = [
      { ...events, amount_minor: 90_000 },
      { ...search, amount_minor: null },
    ];
    expect(await putChannelCosts(ctx, { costs: change })).toMatchObject({ updated: 1, deleted: 1 });
    expect(await listChannelCosts(ctx, {})).toEqual({
      items: [{ ...events, amount_minor: 90_000, amount_reporting_minor: 90_000 }],
    });
    expect((await listChannelCosts(ctx, { from: '2026-02' })).items).toEqual([]);
  });

  it('values a foreign cost once its rate is known', async () => {
    const ctx = testCtx(database);
    await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR' });
    const cost = { month: '2026-01', channel: 'events', currency: 'USD', amount_minor: 10_000 };
    await putChannelCosts(ctx, { costs: [cost] });
    expect((await listChannelCosts(ctx, {})).items).toEqual([{ ...cost, amount_reporting_minor: null }]);
    await putExchangeRates(ctx, { rates: [{ currency: 'USD', on_date: '2026-01-01', rate: '0.92', source: 'ECB' }] });
    expect((await listChannelCosts(ctx, {})).items).toEqual([{ ...cost, amount_reporting_minor: 9_200 }]);
  });

  it('names the cost that is given twice or in no currency, and keeps none of them', async () => {
    const ctx = testCtx(database);
    await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR' });
    const cost = { month: '2026-01', channel: 'events', currency: 'EUR', amount_minor: 100 };
    await expect(putChannelCosts(ctx, { costs: [cost, cost] })).rejects.toMatchObject({
      detail: { field: 'costs[1]' },
    });
    await expect(putChannelCosts(ctx, { costs: [cost, { ...cost, currency: 'XYZ' }] })).rejects.toMatchObject({
      detail: { field: 'costs[1].currency' },
    });
    expect((await listChannelCosts(ctx, {})).items).toEqual([]);
    const viewer = testCtx(database, { scopes: ['settings:read'] });
    await expect(putChannelCosts(viewer, { costs: [cost] })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
