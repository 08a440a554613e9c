import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/harness/db.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import type { Database } from '../../../platform/database.ts';
import type { UsageRow } from '../model.ts';
import { byAccount } from '../rules.ts';
import { upsertUsage } from './events.ts';
import { findKnown, keyOf, whereKnown, withLookUps } from './live.ts';

const AT = Date.UTC(2026, 0, 20);
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Names that sort one way in JavaScript and another in a database, hold what separates others, or need quotes. */
const drawnId = fc.array(fc.constantFrom('a', 'B', '1', '-', '"', '\\', ',', '\u001f', 'é', '\uffee', '😀'), {
  minLength: 1,
  maxLength: 4,
});
const timedId = fc.nat(400).map((n) => ['event-', String(n).padStart(6, '0')]);
const row = fc.record({
  account_id: fc.constantFrom('ac_1', 'ac_2', 'ac_3'),
  id: fc.oneof(drawnId, timedId).map((parts) => parts.join('')),
  day: fc.integer({ min: -25, max: 25 }),
});
const rowsOf = (given: readonly { account_id: string; id: string; day: number }[]): UsageRow[] => {
  const rows = given.map(({ day, ...rest }) => ({ ...rest, occurred_at: AT + day * DAY_MS, feature: 'export' }));
  return [...new Map(rows.map((one) => [keyOf(one), one])).values()];
};

it('tells of any rows which are stored already, whatever their ids and months', async () => {
  const some = fc.array(row, { minLength: 1, maxLength: 120, size: 'max' });
  await fc.assert(
    fc.asyncProperty(some, some, async (before, now) => {
      await database.pool.query('truncate usage_events, usage_daily, account_signals');
      const stored = rowsOf(before);
      await upsertUsage(
        database.db,
        stored.map((one) => ({ ...one, occurred_at: new Date(one.occurred_at).toISOString() })),
      );
      const asked = byAccount(rowsOf(now)).flat();
      const found = await database.db.transaction().execute(async (db) => {
        const known = await whereKnown(db, { first: AT - 25 * DAY_MS, last: AT + 25 * DAY_MS });
        return withLookUps(db, () => findKnown(db, asked, known));
      });
      const there = new Set(stored.map(keyOf));
      expect(asked.map((one) => found.has(keyOf(one)))).toEqual(asked.map((one) => there.has(keyOf(one))));
    }),
    { numRuns: 25 },
  );
});
