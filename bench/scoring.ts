// Health, readiness, churn and who is in which segment, scored for many accounts with 90 days of rollups, against the one
// aggregate over the same rollups in the same run; then again after one account in a hundred changed.
// npm run bench scoring -- [--accounts 100000] [--features 3] [--rounds 5]
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { scoreAccounts } from '../src/flows/score-accounts.ts';
import { scoreChanged } from '../src/flows/score-changed.ts';
import { saveSegment } from '../src/flows/segments.ts';
import { openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import type { Db } from '../src/platform/postgres.ts';
import { testCtx } from '../test/harness/ctx.ts';
import { startTestServer } from '../test/harness/server.ts';
import { putChurnModel } from './support/churn-model.ts';
import { median } from './support/load.ts';
import { changeSome, fillCompany } from './support/scoring-company.ts';

const DAYS = 90;
const GOALS = { full: 3, changed: 0.05, megabytes: 1024 };
const { values } = parseArgs({
  options: { accounts: { type: 'string' }, features: { type: 'string' }, rounds: { type: 'string' } },
});
const accounts = Number(values.accounts ?? 100_000);
const features = Number(values.features ?? 3);
const rounds = Number(values.rounds ?? 5);
const began = performance.now();
const tell = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The aggregate may sort in as much memory and be compiled, as the sums of a scoring are. */
function withScoringsRoom(db: Db, work: (db: Db) => Promise<unknown>): Promise<unknown> {
  return db.transaction().execute(async (db) => {
    await sql`set local work_mem = '128MB'`.execute(db);
    await sql`set local hash_mem_multiplier = 6`.execute(db);
    await sql`set local jit = on`.execute(db);
    await work(db);
  });
}

const server = startTestServer({ fsync: 'off', shared_buffers: '1GB', max_wal_size: '8GB' });
const database = await openDatabase({ databaseUrl: server.url, dataDir: '' });
try {
  await migrate(database.pool);
  const ctx = testCtx(database, { at: new Date().toISOString() });
  const rollups = await fillCompany(database.pool, { accounts, features, days: DAYS });
  tell(`${accounts.toLocaleString('en')} accounts with ${rollups.toLocaleString('en')} rollups of ${DAYS} days`);
  const rule = { field: 'health_score', op: 'gte', value: 70 } as const;
  await saveSegment(ctx, { name: 'Healthy', description: '', rule });
  await putChurnModel(ctx);
  tell('a churn model and a segment are in force');
  await scoreAccounts(ctx);
  const aggregate = sql`
    select account_id, count(distinct on_date) as active_days, sum(events) as events, count(distinct feature) as features
    from usage_daily where on_date > current_date - ${DAYS}::integer group by account_id`;
  const took: { aggregate: number; full: number; changed: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    ctx.clock.set(new Date());
    const one = await timed(() => withScoringsRoom(ctx.db, (db) => aggregate.execute(db)));
    await sql`update tickets set reopened_count = reopened_count + 1`.execute(ctx.db);
    const full = await timed(() => scoreAccounts(ctx));
    await changeSome(database.pool, Math.ceil(accounts / 100));
    let scored = 0;
    const changed = await timed(async () => {
      scored = (await scoreChanged(ctx)).accounts;
    });
    took.push({ aggregate: one, full, changed });
    tell(
      `aggregate ${one.toFixed(0)} ms; everybody ${full.toFixed(0)} ms, ${(full / one).toFixed(2)} times that; ` +
        `${scored} changed ${changed.toFixed(0)} ms, ${((100 * changed) / full).toFixed(1)} % of everybody`,
    );
  }
  const full = median(took.map((one) => one.full / one.aggregate));
  const changed = median(took.map((one) => one.changed / one.full));
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const good = full <= GOALS.full && changed <= GOALS.changed && megabytes < GOALS.megabytes;
  console.log(`everybody ÷ aggregate: ${full.toFixed(2)} (goal: at most ${GOALS.full})`);
  console.log(`one in a hundred ÷ everybody: ${(100 * changed).toFixed(1)} % (goal: at most ${100 * GOALS.changed} %)`);
  console.log(`most memory of the program: ${megabytes.toFixed(0)} MB (goal: below ${GOALS.megabytes})`);
  console.log(`medians of ${rounds}; every goal reached: ${good ? 'yes' : 'no'}`);
  process.exitCode = good ? 0 : 1;
} finally {
  await database.close();
  server.stop();
}
