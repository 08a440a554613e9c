// Segment batches over HTTP until their rows and rollups are in PostgreSQL, against COPY of the same rows into the same
// table of the same server, in the same run; what was acknowledged meanwhile; and processor time by stage.
// npm run bench collect [SECONDS] [ROUNDS]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { splitRecord } from '../src/customers/events/rules/split-record.ts';
import { readJsonTop } from '../src/platform/json-top.ts';
import { type Collecting, cpuSeconds, postgresSeconds, startCollecting, USERS } from './support/collecting.ts';
import { median, runLoad } from './support/load.ts';
import { type BatchOptions, makeRequests } from './support/segment-batches.ts';

const SIZE = 500;
const CONNECTIONS = 8;
const SETTLE_MS = 120_000;
const seconds = Number(process.argv[2] ?? 5);
const rounds = Number(process.argv[3] ?? 5);

/** `…Us`: processor microseconds an event. */
type Round = {
  acknowledged: number;
  stored: number;
  copied: number;
  serverUs: number;
  postgresUs: number;
  copyUs: number;
};

async function measure(bench: Collecting, options: BatchOptions): Promise<Round> {
  const { client, server } = bench;
  await client.query('truncate usage_events, usage_daily, account_signals; checkpoint');
  const pid = server.process.pid ?? 0;
  const cpu = { server: cpuSeconds(pid), postgres: postgresSeconds(bench.postgres) };
  const startedAt = performance.now();
  const module = join(import.meta.dirname, 'support/segment-batches.ts');
  const load = await runLoad({ url: server.url, seconds, connections: CONNECTIONS, maker: { module, options } });
  const accepted = (load.statuses['200'] ?? 0) * SIZE;
  await stored(bench, accepted);
  const took = (performance.now() - startedAt) / 1000;
  const us = (seconds: number) => (seconds * 1e6) / accepted;
  const serverUs = us(cpuSeconds(pid) - cpu.server);
  const postgresUs = us(postgresSeconds(bench.postgres) - cpu.postgres);
  const copy = await copyAgain(bench);
  return {
    acknowledged: load.perSecond * SIZE,
    stored: accepted / took,
    copied: accepted / copy.took,
    serverUs,
    postgresUs,
    copyUs: us(copy.used),
  };
}

/** Resolves once so many rows are there, and their days say the same. */
async function stored({ client }: Collecting, rows: number): Promise<void> {
  const until = performance.now() + SETTLE_MS;
  while (performance.now() < until) {
    const found = await client.query('select coalesce(sum(events), 0)::bigint as n from account_signals');
    if (Number(found.rows[0].n) >= rows) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { rows: sums } = await client.query(
    `select (select count(*) from usage_events)::bigint as events, (select sum(events) from usage_daily)::bigint as days`,
  );
  const [events, days] = [Number(sums[0].events), Number(sums[0].days)];
  if (events !== rows || days !== rows) throw new Error(`${rows} acknowledged, ${events} stored, ${days} in the days`);
}

/** The rows as they came, into the emptied table: how many seconds it took, and used of the processor. */
async function copyAgain({ client, postgres }: Collecting): Promise<{ took: number; used: number }> {
  const chunks: Buffer[] = [];
  await pipeline(
    client.query(copyTo('copy (select * from usage_events order by id) to stdout')),
    async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) chunks.push(chunk);
    },
  );
  await client.query('truncate usage_events; checkpoint');
  const [startedAt, before] = [performance.now(), postgresSeconds(postgres)];
  await pipeline(Readable.from(chunks), client.query(copyFrom('copy usage_events from stdin')));
  return { took: (performance.now() - startedAt) / 1000, used: postgresSeconds(postgres) - before };
}

/** Microseconds an event costs in a stage that can be run by itself. */
function stageUs(work: () => void): number {
  const until = performance.now() + 500;
  const startedAt = process.cpuUsage();
  let times = 0;
  for (; performance.now() < until; times += 1) work();
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / times / SIZE;
}

function stages(options: BatchOptions): void {
  const body = makeRequests(options)(0).body ?? '';
  const bytes = Buffer.from(body);
  const head = '{"key_id":"ky_1","is_public":false,"door":"segment","received_at":"2026-03-01T00:00:00.000Z","body":';
  const payload = Buffer.from(`${head}${body}}`);
  const read = () => JSON.parse(payload.toString());
  console.log(`an event weighs ${(bytes.length / SIZE).toFixed(0)} bytes; processor µs an event by stage:`);
  console.log(`  door: read and check the JSON          ${stageUs(() => readJsonTop(bytes)).toFixed(2)}`);
  console.log(`  drain: read it back from the log       ${stageUs(read).toFixed(2)}`);
  console.log(`  drain: read back and put into our words ${stageUs(() => splitRecord(payload, '1')).toFixed(2)}`);
}

const home = mkdtempSync(join(tmpdir(), 'goodword-collect-'));
const port = 20_000 + (process.pid % 20_000);
const bench = await startCollecting(join(home, 'data'), {
  PORT: String(port),
  EVENTS_PER_SECOND: '10000000',
});
try {
  const secret = await bench.addKey('collect');
  const options = (run: string) => ({ secret, size: SIZE, users: USERS, run, startedAt: new Date().toISOString() });
  stages(options('stages'));
  // The server compiles what it does often while it does it: a round of its own is for that, as in the redirect's bench.
  await measure(bench, options(`${port}-warm-up`));
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const result = await measure(bench, options(`${port}-${round}`));
    results.push(result);
    const { acknowledged, stored, copied } = result;
    console.log(
      `round ${round + 1}: acknowledged ${Math.round(acknowledged)}/s, stored ${Math.round(stored)}/s, COPY ${Math.round(copied)}/s, ratio ${(stored / copied).toFixed(2)}; server ${result.serverUs.toFixed(1)} µs, PostgreSQL ${result.postgresUs.toFixed(1)} µs, COPY ${result.copyUs.toFixed(1)} µs`,
    );
  }
  const of = (pick: (round: Round) => number) => median(results.map(pick));
  const ratio = of(({ stored, copied }) => stored / copied);
  console.log(`acknowledged:           ${Math.round(of((round) => round.acknowledged))} events a second while sending`);
  console.log(
    `stored with rollups:    ${Math.round(of((round) => round.stored))} events a second, first byte to last row`,
  );
  console.log(`COPY of the same rows:  ${Math.round(of((round) => round.copied))} rows a second`);
  console.log('processor µs an event:');
  console.log(`  the server (on one core, with its doors and its drain) ${of((round) => round.serverUs).toFixed(1)}`);
  console.log(`  PostgreSQL (on any core) ${of((round) => round.postgresUs).toFixed(1)}`);
  console.log(`  PostgreSQL for COPY alone ${of((round) => round.copyUs).toFixed(1)}`);
  console.log(`ratio stored ÷ COPY:    ${ratio.toFixed(2)} (goal: at least 0.30)`);
  process.exitCode = ratio >= 0.3 ? 0 : 1;
} finally {
  await bench.stop();
  rmSync(home, { recursive: true, force: true });
}
