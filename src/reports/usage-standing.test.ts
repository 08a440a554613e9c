import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCtx } from '../../test/harness/ctx.ts';
import { openTestDatabase } from '../../test/harness/db.ts';
import type { Database } from '../platform/database.ts';
import { usageStanding } from './usage-standing.ts';

const DAY = '2026-03-01';
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  await sql`
    insert into accounts (id, source, external_id, name, plan, created_at, updated_at)
    select 'a' || n, 'x', n::text, 'Customer ' || n, 'team', ${DAY}, ${DAY} from generate_series(1, 12) n`.execute(db);
  await sql`
    insert into subscriptions (id, account_id, source, external_id, plan, seats, billing_interval, currency, mrr_minor,
      started_on, ended_on, created_at, updated_at)
    select 's' || n, 'a' || n, 'x', n::text, case when n <= 6 then 'solo' else 'team' end, 1, 'month', 'EUR', 1000,
      date '2026-01-01', case when n <= 6 then date '2026-04-01' end, ${DAY}, ${DAY} from generate_series(1, 12) n`.execute(
    db,
  );
  await sql`
    insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
    select 'a' || n, date '2026-02-20', 'f', n, 0, 0, 0 from generate_series(1, 12) n`.execute(db);
});

afterAll(() => database.close());

it('compares the use of an account with those who had its plan on that day, whatever plan it took later', async () => {
  const percentiles = new Map(
    (await usageStanding(testCtx(database), DAY)).map(({ account_id, percentile }) => [account_id, percentile]),
  );
  expect(percentiles.get('a6')).toBe(1);
  expect(percentiles.get('a7')).toBe(0);
  expect(percentiles.get('a12')).toBe(1);
});
