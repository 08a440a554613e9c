// Redirects of the edge, each durable on the disk before its answer, against a `node:http` server of the same run that
// only answers 302: redirects a second at full speed and at 2,000 a second, visitors that all differ, server and load on
// a core each, PostgreSQL on the load's. Both servers are warm. The steady rate is measured twice: right behind the rush,
// while its clicks are stored, and once they are. Afterwards every acknowledged click must be in the database. Medians
// of five rounds; --quick tries it.
// npm run bench redirect -- [--rounds 5] [--seconds 5] [--connections 256] [--quick]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { createLink } from '../src/partners/links/service.ts';
import { openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import { addPartner, makeLiveProgramme } from '../test/flows/partner-company.fixture.ts';
import { freePort } from '../test/harness/command.ts';
import { testCtx } from '../test/harness/ctx.ts';
import { startTestServer } from '../test/harness/server.ts';
import { cpuSeconds } from './support/collecting.ts';
import {
  type BenchServer,
  CORE,
  type LoadResult,
  median,
  pinProcess,
  runLoad,
  startBareServer,
  startServer,
} from './support/load.ts';

const GOAL = { ratio: 0.6, p99: 3 };
const STEADY = 2_000;
const LINKS = 100;
const WAIT_MS = 60_000;
const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string' },
    quick: { type: 'boolean' },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
const seconds = Number(values.seconds ?? (values.quick ? 2 : 5));
const connections = Number(values.connections ?? 256);

/** `cpuMicros`: of the server's process a redirect, whatever it did meanwhile. */
type Measured = LoadResult & { cpuMicros: number };
/** In a rush the log waits for the database: `behind` clicks are not there yet when it ends. */
type Round = {
  [load in 'bare' | 'edge' | 'edgeAfter' | 'bareSteady' | 'edgeSteady']: Measured;
} & { behind: number };

const postgres = startTestServer({ fsync: 'on', shared_buffers: '256MB' });
const folder = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
const database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
const servers: BenchServer[] = [];
try {
  await migrate(database.pool);
  const codes = await makeLinks();
  pinProcess(Number(execFileSync('head', ['-1', join(postgres.dir, 'data/postmaster.pid')]).toString()), CORE.load);
  const bare = await open(startBareServer());
  const edge = await open(startEdge());
  const maker = { module: join(import.meta.dirname, 'support/visits.ts'), options: { codes } };
  const load = async (server: BenchServer, rate?: number): Promise<Measured> => {
    const pid = server.process.pid ?? 0;
    const before = cpuSeconds(pid);
    const plan = { url: server.url, seconds, warmUpSeconds: 1, connections, maker };
    const result = await runLoad({ ...plan, ...(rate ? { rate } : {}) });
    return { ...result, cpuMicros: ((cpuSeconds(pid) - before) * 1e6) / (result.statuses[302] ?? 1) };
  };
  let acknowledged = 0;
  const kept = async (rate?: number): Promise<Measured> => {
    const result = await load(edge, rate);
    const { statuses, broken } = result;
    acknowledged += statuses[302] ?? 0;
    const others = Object.entries(statuses).filter(([status]) => status !== '302');
    if (broken > 0 || others.length > 0) console.log(`${broken} broken, other answers:`, others);
    return result;
  };
  // Both compile what they do often while they do it: the first rush is for that.
  await load(bare);
  await kept();
  await waitForClicks(acknowledged);
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const rush = { bare: await load(bare), edge: await kept() };
    const behind = acknowledged - (await countClicks());
    const edgeAfter = await kept(STEADY);
    await waitForClicks(acknowledged);
    const all = { ...rush, behind, edgeAfter, bareSteady: await load(bare, STEADY), edgeSteady: await kept(STEADY) };
    measured.push(all);
    console.log(
      `round ${round}: ${told(all.bare)} bare, ${told(all.edge)} durable; at ${STEADY} a second p99 ${ms(all.bareSteady)} bare, ${ms(all.edgeSteady)} durable, ${ms(edgeAfter)} while ${behind} clicks of the rush are stored`,
    );
  }
  const stored = await waitForClicks(acknowledged);
  const of = (pick: (one: Round) => number) => median(measured.map(pick));
  const ratio = of(({ bare, edge }) => edge.perSecond / bare.perSecond);
  const p99 = of(({ bare, edge }) => edge.latency.p99 / bare.latency.p99);
  console.log(`redirects a second, durable ÷ bare: ${ratio.toFixed(2)} (goal: at least ${GOAL.ratio})`);
  console.log(`processor each, bare ÷ durable: ${of(({ bare, edge }) => bare.cpuMicros / edge.cpuMicros).toFixed(2)}`);
  console.log(`their p99, durable ÷ bare: ${p99.toFixed(2)} (goal: at most ${GOAL.p99})`);
  const steady = [of(({ bareSteady }) => bareSteady.latency.p99), of(({ edgeSteady }) => edgeSteady.latency.p99)];
  console.log(`p99 at ${STEADY} a second: ${steady.map((one) => `${one?.toFixed(2)} ms`).join(' bare, ')} durable`);
  console.log(
    `the same right behind a rush, while ${of(({ behind }) => behind)} clicks of it are stored: ${of(({ edgeAfter }) => edgeAfter.latency.p99).toFixed(2)} ms`,
  );
  const lost = acknowledged - stored;
  console.log(`acknowledged ${acknowledged}, in the database ${stored}, lost ${lost} (goal: 0)`);
  process.exitCode = ratio >= GOAL.ratio && p99 <= GOAL.p99 && lost === 0 ? 0 : 1;
} finally {
  for (const { stop } of servers) await stop();
  await database.close();
  postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function told({ perSecond, latency, cpuMicros }: Measured): string {
  return `${Math.round(perSecond)} a second (p99 ${latency.p99.toFixed(1)} ms, ${cpuMicros.toFixed(1)} µs of processor each)`;
}

function ms({ latency }: LoadResult): string {
  return `${latency.p99.toFixed(2)} ms`;
}

async function open(starting: Promise<BenchServer>): Promise<BenchServer> {
  const server = await starting;
  servers.push(server);
  return server;
}

async function makeLinks(): Promise<string[]> {
  const ctx = testCtx(database);
  const partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
  const codes: string[] = [];
  for (let n = 0; n < LINKS; n += 1)
    codes.push((await createLink(ctx, { programme_id: partner.programmeId, partner_id: partner.partnerId })).code);
  return codes;
}

async function startEdge(): Promise<BenchServer> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url,
    GOODWORD_DATA: folder,
    GOODWORD_SECRET: 'a secret of at least 32 characters',
    PORT: String(port),
    TRUST_PROXY: 'loopback',
    LOG_LEVEL: 'warn',
  };
  return startServer(join(import.meta.dirname, '../src/bin/cli.ts'), ['start', '--role', 'edge'], env);
}

async function countClicks(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from clicks`.execute(database.db);
  return rows[0]?.n ?? 0;
}

/** How many clicks there are once all that is to come has come. */
async function waitForClicks(expected: number): Promise<number> {
  const until = performance.now() + WAIT_MS;
  let stored = await countClicks();
  while (stored < expected && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    stored = await countClicks();
  }
  return stored;
}
