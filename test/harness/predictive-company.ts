import { sql } from 'kysely';
import type { Db } from '../../src/platform/postgres.ts';
import { seededRandom } from '../../src/stats/random.ts';

const FIRST_DAY = Date.parse('2024-01-01T00:00:00Z');
const DAY_MS = 86_400_000;
const DAYS = 540;
const ACCOUNTS = 150;

const day = (index: number) => new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10);

async function insertAll(db: Db, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = sql.raw(Object.keys(rows[0] ?? {}).join(','));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    db,
  );
}

/**
 * A seeded company of 150 accounts over 18 months in which usage tells who leaves: of every two accounts one churns, and
 * uses the product less in the 100 days before. Its data ends on 2025-06-23.
 */
export async function loadPredictiveCompany(db: Db, seed = 3): Promise<void> {
  const random = seededRandom(seed);
  const stamp = { created_at: day(DAYS), updated_at: day(DAYS) };
  const accounts = Array.from({ length: ACCOUNTS }, (_, index) => {
    const leaves = random() < 0.5 ? 150 + Math.floor(random() * 380) : null;
    return { id: `ac_${index}`, leaves, pace: 0.5 + random() * 0.4 };
  });
  const common = { source: 'seeded', attributes: {}, ...stamp };
  await insertAll(
    db,
    'accounts',
    accounts.map(({ id }) => ({ ...common, id, external_id: id, name: id, plan: 'Team', seats: 5 })),
  );
  await insertAll(
    db,
    'subscriptions',
    accounts.map(({ id, leaves }) => ({
      ...common,
      id: `sb_${id}`,
      external_id: id,
      account_id: id,
      seats: 5,
      billing_interval: 'month',
      interval_count: 1,
      currency: 'USD',
      mrr_minor: 10_000,
      is_trial: false,
      started_on: day(0),
      ended_on: leaves === null ? null : day(leaves),
    })),
  );
  const usage = accounts.flatMap(({ id, leaves, pace }) =>
    Array.from({ length: (leaves ?? DAYS) - 1 }, (_, index) => index).flatMap((index) => {
      const fading = leaves !== null && index > leaves - 100 ? 0.4 : 1;
      if (random() > pace * fading) return [];
      return [{ account_id: id, on_date: day(index), feature: 'work', events: 1 + Math.floor(random() * 9) }];
    }),
  );
  await insertAll(
    db,
    'usage_daily',
    usage.map((row) => ({ ...row, quantity: row.events, duration_s: 0, errors: 0 })),
  );
  await sql`analyze`.execute(db);
}
