import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testCtx } from '../../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../../test/harness/db.ts';
import type { Database } from '../../../platform/database.ts';
import { holdConnection } from '../../../platform/postgres.ts';
import type { UsageRow } from '../model.ts';
import { openUsageLoad } from '../service.ts';
import { upsertUsage } from './events.ts';

const event = (id: string, change: Partial<UsageRow> = {}): UsageRow => ({
  account_id: 'ac_1',
  id,
  occurred_at: '2026-01-05T10:00:00Z',
  feature: 'export',
  quantity: 2,
  duration_s: 30,
  error_count: 1,
  ...change,
});

describe('storing usage', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => database.pool.query('truncate usage_events, usage_daily, account_signals'));
  afterAll(() => database.close());

  const daily = async () =>
    (await database.pool.query('select * from usage_daily order by account_id, on_date, feature')).rows;

  const summed = async () => {
    const { rows } = await database.pool.query(
      `select account_id, occurred_at::date as on_date, feature, count(*) as events, sum(quantity) as quantity,
         coalesce(sum(duration_s), 0) as duration_s, coalesce(sum(error_count), 0) as errors
       from usage_events group by 1, 2, 3 order by 1, 2, 3`,
    );
    return rows;
  };

  it('adds up a day per account and feature', async () => {
    const counts = await upsertUsage(database.db, [event('e1'), event('e2', { quantity: 5, duration_s: null })]);
    expect(counts).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
    expect(await daily()).toEqual([
      {
        account_id: 'ac_1',
        on_date: '2026-01-05',
        feature: 'export',
        events: 2,
        quantity: 7,
        duration_s: 30,
        errors: 2,
      },
    ]);
  });

  it('changes nothing when the same events come again', async () => {
    const rows = [event('e1'), event('e2', { account_id: 'ac_2' })];
    await upsertUsage(database.db, rows);
    const before = await daily();
    expect(await upsertUsage(database.db, rows)).toEqual({ inserted: 0, updated: 0, unchanged: 2 });
    expect(await daily()).toEqual(before);
  });

  it('moves an event that changed to its new day and leaves no empty day behind', async () => {
    await upsertUsage(database.db, [event('e1'), event('e2', { feature: 'search' })]);
    const moved = event('e1', { occurred_at: '2026-01-06T00:00:00Z', quantity: 9 });
    expect(await upsertUsage(database.db, [moved, event('e3')])).toEqual({ inserted: 1, updated: 1, unchanged: 0 });
    expect((await daily()).map((day) => [day.on_date, day.feature, day.events, day.quantity])).toEqual([
      ['2026-01-05', 'export', 1, 2],
      ['2026-01-05', 'search', 1, 2],
      ['2026-01-06', 'export', 1, 9],
    ]);
  });

  it('keeps the days equal to the sum of the events, whatever arrives', async () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      event(`e${index}`, { account_id: `ac_${index % 7}`, feature: `f${index % 3}`, quantity: index % 5 }),
    );
    await upsertUsage(database.db, many);
    await upsertUsage(
      database.db,
      many.map((row, index) => ({ ...row, quantity: (row.quantity ?? 0) + (index % 2) })),
    );
    expect(await daily()).toEqual(await summed());
  });

  it('makes the same days of a first load and of one that meets what is there', async () => {
    const text = 'tab\t, back\\slash, line\nend';
    const many = Array.from({ length: 300 }, (_, index) =>
      event(`e${index}${text}`, { account_id: `ac_${(index * 5) % 7}`, feature: text, person_external_id: text }),
    );
    const load = (batches: UsageRow[][]) =>
      holdConnection(database.db, ({ db, client }) =>
        db.transaction().execute(async (trx) => {
          const load = await openUsageLoad({ ...testCtx(database), db: trx }, client);
          const counts = [];
          for (const batch of batches) counts.push(await load.add(batch));
          await load.finish();
          return counts;
        }),
      );
    expect(await load([many.slice(0, 100), many.slice(100, 200)])).toEqual([
      { inserted: 100, updated: 0, unchanged: 0 },
      { inserted: 100, updated: 0, unchanged: 0 },
    ]);
    expect(await daily()).toEqual(await summed());
    const later = many.slice(150).map((row, index) => ({ ...row, quantity: index < 10 ? 9 : row.quantity }));
    expect(await load([later])).toEqual([{ inserted: 100, updated: 10, unchanged: 40 }]);
    expect(await daily()).toEqual(await summed());
  });
});
