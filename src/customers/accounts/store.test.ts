import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import { type AccountRow, mapAccountIds, upsertAccounts } from './store.ts';

const account = (external: string, change: Partial<AccountRow> = {}): AccountRow => ({
  id: `ac_${external}`,
  source: 'csv',
  external_id: external,
  name: `Company ${external}`,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  ...change,
});

describe('storing accounts', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => database.pool.query('delete from accounts'));
  afterAll(() => database.close());

  it('tells new, changed and unchanged apart', async () => {
    const first = [account('1'), account('2', { attributes: { region: 'north' } })];
    expect(await upsertAccounts(database.db, first)).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
    const later = { id: 'ac_other', updated_at: '2026-02-01T00:00:00Z' };
    const second = [account('1', later), account('2', { ...later, seats: 5 }), account('3')];
    expect(await upsertAccounts(database.db, second)).toEqual({ inserted: 1, updated: 1, unchanged: 1 });
    const ids = await mapAccountIds(database.db, 'csv');
    expect([...ids]).toEqual(
      expect.arrayContaining([
        ['1', 'ac_1'],
        ['2', 'ac_2'],
        ['3', 'ac_3'],
      ]),
    );
  });

  it('keeps what a second file does not speak of, and adds its attributes', async () => {
    await upsertAccounts(database.db, [account('1', { industry: 'EdTech', attributes: { a: 1 } })]);
    await upsertAccounts(database.db, [account('1', { country: 'HU', attributes: { b: 2 } })]);
    const row = await database.db.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ industry: 'EdTech', country: 'HU', attributes: { a: 1, b: 2 } });
  });

  it('empties a field that is given as empty', async () => {
    await upsertAccounts(database.db, [account('1', { industry: 'EdTech' })]);
    const counts = await upsertAccounts(database.db, [account('1', { industry: null })]);
    expect(counts.updated).toBe(1);
    const row = await database.db.selectFrom('accounts').select('industry').executeTakeFirstOrThrow();
    expect(row.industry).toBeNull();
  });
});
