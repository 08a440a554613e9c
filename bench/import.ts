// 1,000,000 usage rows from CSV: our import against PostgreSQL's own \copy of the same rows into a table with the same
// columns and primary key, on the same server, in the same run.  npm run bench import [ROWS]
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { serverBinaries, startTestServer } from '../test/harness/server.ts';
import { seededNumbers } from './support/seeded.ts';

const ACCOUNTS = 5_000;
const SUBSCRIPTIONS = 10_000;
const SEED = 20_261_121;
const root = join(import.meta.dirname, '..');

/** Real use is uneven: a quarter of the subscriptions and of the features make half of it. */
function skewed(drawn: number, size: number): number {
  return Math.floor(drawn * drawn * size);
}

type Files = { folder: string; plain: string };

/** Writes accounts, subscriptions and usage as an export would have them, and the usage as the table has it for \copy. */
async function writeFiles(folder: string, rows: number): Promise<Files> {
  const next = seededNumbers(SEED);
  const exported = join(folder, 'export');
  execFileSync('mkdir', ['-p', exported]);
  const account = (index: number) => `A-${index.toString().padStart(6, '0')}`;
  // As long as the ids we give, so that both tables hold rows of the same size.
  const stored = (index: number) => `ac_${index.toString().padStart(26, '0')}`;
  const ofSubscription = (index: number) => index % ACCOUNTS;
  await write(
    join(exported, 'accounts.csv'),
    'account_id,account_name,signup_date',
    ACCOUNTS,
    (index) => `${account(index)},Company ${index},2024-01-01`,
  );
  await write(
    join(exported, 'subscriptions.csv'),
    'subscription_id,account_id,start_date,plan_tier,mrr_usd',
    SUBSCRIPTIONS,
    (index) => `S-${index},${account(ofSubscription(index))},2024-01-01,Pro,100`,
  );
  const plain = createWriteStream(join(folder, 'plain.csv'));
  const header = 'usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count';
  await write(join(exported, 'usage.csv'), header, rows, (index) => {
    const subscription = skewed(next(), SUBSCRIPTIONS);
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(next() * 180))).toISOString().slice(0, 10);
    const tail = `${1 + Math.floor(next() * 20)},${Math.floor(next() * 6_000)},${next() < 0.9 ? 0 : 1}`;
    const id = `U-${(index * 7_919 + 13).toString(36)}`;
    const feature = `feature_${1 + skewed(next(), 40)}`;
    plain.write(`${stored(ofSubscription(subscription))},${id},${day},S-${subscription},,${feature},${tail}\n`);
    return `${id},S-${subscription},${day},${feature},${tail}`;
  });
  plain.end();
  await finished(plain);
  return { folder: exported, plain: join(folder, 'plain.csv') };
}

async function write(path: string, header: string, rows: number, line: (index: number) => string): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${header}\n`);
  for (let index = 0; index < rows; index += 1) {
    if (!out.write(`${line(index)}\n`)) await new Promise((resolve) => out.once('drain', resolve));
  }
  out.end();
  await finished(out);
}

async function copySeconds(url: string, plain: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop table if exists copied; create table copied (like usage_events including all); checkpoint');
  await client.end();
  const started = performance.now();
  const command = `\\copy copied from '${plain}' with (format csv)`;
  execFileSync(join(serverBinaries(), 'psql'), [url, '-q', '-v', 'ON_ERROR_STOP=1', '-c', command], {
    stdio: 'inherit',
  });
  return (performance.now() - started) / 1000;
}

type Measured = { seconds: number; scored: number; peakMb: number };

/** Runs the command the way an operator does: the child reports its own time and peak memory. */
function importSeconds(url: string, folder: string, data: string): Measured {
  const env = { ...process.env, DATABASE_URL: url, GOODWORD_DATA: data };
  const args = [join(root, 'bench/support/import-once.ts'), folder];
  const out = execFileSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'], cwd: root });
  return JSON.parse(out.toString()) as Measured;
}

const rows = Number(process.argv[2] ?? 1_000_000);
const home = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
const server = startTestServer({});
try {
  console.log(`writing ${rows.toLocaleString('en')} usage rows (seed ${SEED})`);
  const files = await writeFiles(home, rows);
  execFileSync('chmod', ['-R', 'a+rX', home]);
  const url = server.url.replace('@/', '@localhost/');
  const imported = importSeconds(url, files.folder, join(home, 'data'));
  const copied = await copySeconds(server.url, files.plain);
  const ratio = copied / imported.seconds;
  console.log(`\\copy of the rows:      ${copied.toFixed(2)} s`);
  console.log(
    `goodword import:        ${imported.seconds.toFixed(2)} s, then ${imported.scored.toFixed(2)} s to score the customers`,
  );
  console.log(`ratio \\copy ÷ import:   ${ratio.toFixed(2)} (goal: at least 0.40)`);
  console.log(`peak memory of import:  ${imported.peakMb.toFixed(0)} MB`);
  process.exitCode = ratio >= 0.4 ? 0 : 1;
} finally {
  server.stop();
  rmSync(home, { recursive: true, force: true });
}
