// Overview, accounts, an account's page and partner pages over the API, with usage and clicks of one size and of ten
// times that, in two databases that are otherwise the same: p95 of the larger against the smaller.
// npm run bench pages [EVENTS CLICKS [PAGE ...]], by default 1,000,000 and 200,000 against 10,000,000 and 2,000,000
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { KEY_SCOPES } from '../src/access/keys/model.ts';
import { createKey } from '../src/access/keys/service.ts';
import { compose, type Product } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { rebuildDays } from '../src/flows/keep-firehoses.ts';
import { monthOf, shiftMonth } from '../src/platform/firehose/model.ts';
import { ensureMonths } from '../src/platform/firehose/months.ts';
import { simulateCompany } from '../src/simulator/simulate.ts';
import { startTestServer } from '../test/harness/server.ts';
import { median } from './support/load.ts';

const ROUNDS = 5;
const REQUESTS = 40;
const GOAL = 1.3;
const ACCOUNTS = 1_000;
const PARTNERS = 200;
const LINKS_EACH = 5;
const FEATURES = 8;
const DAYS = 365;

const [events = 1_000_000, clicks = 200_000] = process.argv.slice(2, 4).map(Number);
const asked = process.argv.slice(4);
const began = performance.now();
const tell = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

/** The same company in both databases: customers, more partners and links than a simulated one has, no firehose yet. */
async function makeCompany(url: string, home: string): Promise<void> {
  const product = await compose({ ...readConfig({}), databaseUrl: url, dataDir: home, logLevel: 'silent' });
  await product.startJobs({ work: false });
  await simulateCompany(product.systemCtx('bench'), { accounts: ACCOUNTS });
  const { pool } = product.database;
  await pool.query('truncate usage_events, usage_daily, account_signals, clicks, clicks_daily, link_signals');
  await pool.query('update firehose_retention set whole_from = null');
  await pool.query(`
    insert into partners select (jsonb_populate_record(p, jsonb_build_object('id', 'pa_bench' || n, 'account_id', null,
      'name', 'Partner ' || n, 'email', 'partner' || n || '@bench.example', 'email_normalised', 'partner' || n || '@bench.example', 'person_id', null))).*
    from partners p, generate_series(1, ${PARTNERS}) n where p.id = (select min(id) from partners where state = 'approved')`);
  await pool.query(`
    insert into links select (jsonb_populate_record(l, jsonb_build_object('id', 'ln_bench' || n || '_' || m, 'code',
      'bench' || n || 'x' || m, 'partner_id', 'pa_bench' || n))).*
    from links l, generate_series(1, ${PARTNERS}) n, generate_series(1, ${LINKS_EACH}) m
    where l.id = (select min(id) from links)`);
  await product.stop();
}

type Side = { product: Product; url: string; headers: Record<string, string>; paths: Record<string, string[]> };

/** Fills the firehoses of one database, counts its days and serves it. */
async function openSide(database: string, home: string, size: { events: number; clicks: number }): Promise<Side> {
  const product = await compose({ ...readConfig({}), databaseUrl: database, dataDir: home, logLevel: 'silent' });
  await product.startJobs({ work: false });
  const { pool, db } = product.database;
  const now = new Date();
  const months = Array.from({ length: 13 }, (_, back) => shiftMonth(monthOf(now), -back));
  for (const firehose of ['usage', 'clicks'] as const)
    await db.transaction().execute((trx) => ensureMonths(trx, firehose, { months, now }));
  await pool.query(FILL_USAGE, [size.events]);
  tell(`${size.events.toLocaleString('en')} usage events`);
  await pool.query(FILL_CLICKS, [size.clicks]);
  tell(`${size.clicks.toLocaleString('en')} clicks`);
  const days = await rebuildDays(product.systemCtx('bench'));
  tell(`${days.usage.days.toLocaleString('en')} days of use, ${days.clicks.days.toLocaleString('en')} days of clicks`);
  await pool.query('vacuum analyze');
  const { secret } = await createKey(product.systemCtx('bench'), { name: 'bench', scopes: [...KEY_SCOPES] });
  const app = await product.app();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const headers = { authorization: `Bearer ${secret}` };
  return { product, url, headers, paths: await pathsOf(pool) };
}

/** A number below `size` that looks drawn, and is the same in every run. */
const mixed = (of: string, size: number) => `((hashint8(${of}) & 2147483647) % ${size})`;

/** Every account gets the same number of events, spread over a year of days and the features by a fixed hash. */
const FILL_USAGE = `
  insert into usage_events (account_id, id, occurred_at, feature, quantity, duration_s)
  select a.id, 'e' || lpad(n::text, 9, '0'),
    date_trunc('day', now()) - ${mixed('n * 1009 + a.at', DAYS * 86_400)} * interval '1 second',
    'feature_' || ${mixed('n * 31 + a.at', FEATURES)}, 1 + n % 5, n % 300
  from (select id, row_number() over (order by id) as at, count(*) over () as of from accounts) a
  cross join lateral generate_series(1, $1::bigint / a.of) n`;

const FILL_CLICKS = `
  insert into clicks (link_id, id, partner_id, programme_id, occurred_at, visitor_key, consent, kind)
  select l.id, 'cl_' || lpad(n::text, 9, '0'), l.partner_id, l.programme_id,
    date_trunc('day', now()) - ${mixed('n * 1009 + l.at', DAYS * 86_400)} * interval '1 second',
    'v' || n % 50000, true, case when n % 5 = 0 then 'bot' else 'human' end
  from (select id, partner_id, programme_id, row_number() over (order by id) as at, count(*) over () as of from links) l
  cross join lateral generate_series(1, $1::bigint / l.of) n`;

async function pathsOf(pool: pg.Pool): Promise<Record<string, string[]>> {
  const ids = async (table: string) =>
    (await pool.query<{ id: string }>(`select id from ${table} order by md5(id) limit 20`)).rows.map(({ id }) => id);
  return {
    overview: ['/v1/reports/overview'],
    accounts: ['/v1/accounts?sort=last_active&order=desc'],
    'account 360': (await ids('accounts')).map((id) => `/v1/accounts/${id}`),
    partners: ['/v1/partners?sort=clicks&order=desc'],
    partner: (await ids('partners')).map((id) => `/v1/partners/${id}`),
  };
}

/** Milliseconds under which 95 of 100 answers came. */
async function p95(side: Side, page: string): Promise<number> {
  const paths = side.paths[page] ?? [];
  const took: number[] = [];
  for (let at = 0; at < REQUESTS; at++) {
    const started = performance.now();
    const answer = await fetch(side.url + paths[at % paths.length], { headers: side.headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`);
    took.push(performance.now() - started);
  }
  return took.sort((a, b) => a - b)[Math.ceil(REQUESTS * 0.95) - 1] ?? 0;
}

/** The sides take turns, so that whatever else the machine does hits both. */
async function measure(small: Side, large: Side): Promise<boolean> {
  let isGood = true;
  const all = Object.keys(small.paths);
  for (const page of asked.length > 0 ? all.filter((one) => asked.includes(one)) : all) {
    await Promise.all([p95(small, page), p95(large, page)]);
    const rounds: { small: number; large: number }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({ small: await p95(small, page), large: await p95(large, page) });
    const [a, b] = [median(rounds.map((one) => one.small)), median(rounds.map((one) => one.large))];
    isGood &&= b / a <= GOAL;
    tell(
      `${page.padEnd(12)} p95 ${a.toFixed(1)} ms, ${b.toFixed(1)} ms with ten times as much: ratio ${(b / a).toFixed(2)}`,
    );
  }
  return isGood;
}

const home = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
const server = startTestServer({ shared_buffers: '512MB', max_wal_size: '8GB', fsync: 'off' });
const named = (name: string) => server.url.replace('@/postgres', `@localhost/${name}`);
const admin = new pg.Client({ connectionString: server.url });
let good = false;
try {
  await admin.connect();
  await admin.query('create database small');
  await makeCompany(named('small'), home);
  await admin.query('create database large template small');
  tell(`the same company twice: ${ACCOUNTS} accounts, ${PARTNERS} partners with ${LINKS_EACH} links each`);
  const small = await openSide(named('small'), join(home, 'small'), { events, clicks });
  const large = await openSide(named('large'), join(home, 'large'), { events: 10 * events, clicks: 10 * clicks });
  good = await measure(small, large);
  await Promise.all([small.product.stop(), large.product.stop()]);
} finally {
  await admin.end();
  server.stop();
  rmSync(home, { recursive: true, force: true });
}
console.log(`every ratio at most ${GOAL}: ${good ? 'yes' : 'no'} (p95 of ${REQUESTS}, medians of ${ROUNDS})`);
// The servers' sockets would keep the process.
process.exit(good ? 0 : 1);
