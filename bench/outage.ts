// PostgreSQL stopped in the middle of 200 redirects and 2,000 events a second: every visitor of a known link is sent on,
// every acknowledged click and event is in the database soon after its return, none is lost or counted twice.
// npm run bench outage -- [--away 30] [--around 10]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import { makePool } from '../src/platform/postgres.ts';
import { furnish, judge, SOUND } from '../test/edge/edge-life.fixture.ts';
import { freePort } from '../test/harness/command.ts';
import { startTestServer } from '../test/harness/server.ts';
import { type LoadResult, runLoad, startServer } from './support/load.ts';
import type { BatchOptions } from './support/segment-batches.ts';

const RATE = { redirects: 200, events: 2_000, eventsOfRequest: 10 };
const USERS = 50;
const GOAL_S = 30;
const LONGEST_S = 120;
const TOKEN = 'a token for the counters';
const { values } = parseArgs({ options: { away: { type: 'string' }, around: { type: 'string' } } });
const away = Number(values.away ?? 30);
const around = Number(values.around ?? 10);
const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const postgres = startTestServer({ fsync: 'on' });
const dataDir = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
const first = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
await migrate(first.pool);
const { code, key } = await furnish(first);
await first.close();
const edge = await startServer(join(import.meta.dirname, '../src/bin/cli.ts'), ['start', '--role', 'edge'], {
  ...process.env,
  DATABASE_URL: postgres.url,
  GOODWORD_DATA: dataDir,
  GOODWORD_SECRET: 'a secret of at least 32 characters',
  PORT: String(await freePort()),
  METRICS_TOKEN: TOKEN,
  LOG_LEVEL: 'fatal',
});
try {
  await introduceUsers();
  const loads = Promise.all([redirects(), events()]);
  await wait(around);
  console.log(`stopping PostgreSQL for ${away} s`);
  postgres.halt();
  await wait(away);
  postgres.resume();
  const back = performance.now();
  const pool = makePool({ connectionString: postgres.url });
  const caughtUp = caughtUpAfter(back);
  const [visits, batches] = await loads;
  const seconds = await caughtUp;
  const acknowledged = {
    clicks: visits.statuses[302] ?? 0,
    events: (batches.statuses[200] ?? 0) * RATE.eventsOfRequest,
  };
  const stored = await storedOf(pool, acknowledged);
  const sums = await judge({ pool } as never, { clicks: [], events: [], refused: 0 });
  await pool.end();
  const failed = visits.broken + others(visits, '302');
  console.log(`redirects: ${acknowledged.clicks}, failed ${failed} (goal: 0), p99 ${visits.latency.p99.toFixed(1)} ms`);
  console.log(`batches of events refused or broken: ${batches.broken + others(batches, '200')}`);
  const lost = { clicks: acknowledged.clicks - stored.clicks, events: acknowledged.events - stored.events };
  console.log(`acknowledged and lost: ${lost.clicks} clicks, ${lost.events} events (goal: 0)`);
  console.log(`counted twice: ${sums.clicks_twice + sums.events_twice} (goal: 0), unusable ${sums.unusable}`);
  console.log(`caught up ${seconds.toFixed(1)} s after the return (goal: at most ${GOAL_S} s)`);
  const isSound = JSON.stringify(sums) === JSON.stringify(SOUND) && lost.clicks <= 0 && lost.events <= 0;
  process.exitCode = isSound && failed === 0 && seconds <= GOAL_S ? 0 : 1;
} finally {
  await edge.stop();
  postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function redirects(): Promise<LoadResult> {
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  const requests = [{ path: `/r/${code}`, headers }];
  return runLoad({ url: edge.url, seconds: around * 2 + away, connections: 16, rate: RATE.redirects, requests });
}

function events(): Promise<LoadResult> {
  const options: BatchOptions = {
    secret: key,
    size: RATE.eventsOfRequest,
    users: USERS,
    run: 'outage',
    startedAt: new Date().toISOString(),
  };
  const maker = { module: join(import.meta.dirname, 'support/segment-batches.ts'), options };
  const rate = RATE.events / RATE.eventsOfRequest;
  return runLoad({ url: edge.url, seconds: around * 2 + away, connections: 16, rate, maker });
}

async function introduceUsers(): Promise<void> {
  const batch = Array.from({ length: USERS }, (_, n) => ({ type: 'group', userId: `user-${n}`, groupId: 'acme' }));
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const answer = await fetch(`${edge.url}/v1/batch`, { method: 'POST', headers, body: JSON.stringify({ batch }) });
  if (answer.status !== 200) throw new Error(`the edge answered ${answer.status}`);
}

function others({ statuses }: LoadResult, wanted: string): number {
  return Object.entries(statuses).reduce((sum, [status, count]) => (status === wanted ? sum : sum + count), 0);
}

/** How many seconds after `back` the edge says that nothing in its log is older than a second. */
async function caughtUpAfter(back: number): Promise<number> {
  for (;;) {
    const page = await fetch(`${edge.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    const lag = Number(/^goodword_edge_lag_seconds (\S+)$/m.exec(await page.text())?.[1]);
    const seconds = (performance.now() - back) / 1000;
    if (lag < 1 || seconds > LONGEST_S) return seconds;
    await wait(0.25);
  }
}

async function storedOf(pool: ReturnType<typeof makePool>, wanted: { clicks: number; events: number }) {
  const until = performance.now() + 20_000;
  for (;;) {
    const { rows } = await pool.query<{ clicks: number; events: number }>(
      'select (select count(*) from clicks) as clicks, (select count(*) from usage_events) as events',
    );
    const stored = rows[0] ?? { clicks: 0, events: 0 };
    const isThere = stored.clicks >= wanted.clicks && stored.events >= wanted.events;
    if (isThere || performance.now() > until) return stored;
    await wait(0.25);
  }
}
