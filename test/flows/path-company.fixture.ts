import { sql } from 'kysely';
import type { Db } from '../../src/platform/postgres.ts';
import { seededRandom } from '../../src/stats/random.ts';

export const NOW = '2026-07-01T00:00:00Z';
const FIRST = Date.parse('2026-01-05T00:00:00Z');
export const date = (index: number) => new Date(FIRST + index * 86_400_000).toISOString().slice(0, 10);
export const PATH = ['routes', 'invoicing', 'reports'];

export async function insertAll(db: Db, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = sql.raw(Object.keys(rows[0] ?? {}).join(','));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    db,
  );
}

/** 240 customers: a third use routes, then invoicing, then reports, and stay; most of the others leave in the third month. */
export async function loadCompany(db: Db): Promise<void> {
  const random = seededRandom(11);
  const stamp = { source: 'seeded', attributes: {}, created_at: NOW, updated_at: NOW };
  const customers = Array.from({ length: 240 }, (_, index) => {
    const walks = random() < 0.35;
    const leaves = index % 30 === 0 ? 12 : random() < (walks ? 0.15 : 0.65) ? 62 + (index % 20) : null;
    return { id: `ac_${index}`, start: index % 50, walks, leaves };
  });
  await insertAll(
    db,
    'accounts',
    customers.map(({ id, start }) => ({
      ...stamp,
      id,
      external_id: id,
      name: id,
      plan: 'Team',
      employees: 40,
      signed_up_at: date(start),
    })),
  );
  await insertAll(
    db,
    'subscriptions',
    customers.map(({ id, start, leaves }) => ({
      ...stamp,
      id: `sb_${id}`,
      external_id: id,
      account_id: id,
      seats: 5,
      billing_interval: 'month',
      interval_count: 1,
      currency: 'USD',
      mrr_minor: 5000,
      is_trial: false,
      started_on: date(start),
      ended_on: leaves === null ? null : date(start + leaves),
    })),
  );
  const usage = customers.flatMap(({ id, start, walks }) => {
    const own = walks
      ? PATH.map((feature, at) => ({ feature, day: 2 + at * 8 }))
      : PATH.filter(() => random() < 0.35).map((feature) => ({ feature, day: Math.floor(random() * 30) }));
    const tried = Array.from({ length: 8 }, (_, at) => ({ feature: random() < 0.5 ? 'photos' : 'api', day: at * 3 }));
    const days = new Map([...own, ...tried].map((one) => [`${one.feature} ${one.day}`, one]));
    return [...days.values()].map(({ feature, day }) => ({
      account_id: id,
      on_date: date(start + day),
      feature,
      events: 3,
      quantity: 3,
      duration_s: 0,
      errors: 0,
    }));
  });
  // Long afterwards: nobody's first month.
  usage.push({ ...(usage[0] as (typeof usage)[0]), feature: 'late', on_date: '2026-06-30' });
  await insertAll(db, 'usage_daily', usage);
}
