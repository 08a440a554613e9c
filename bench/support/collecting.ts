import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { sha256 } from '../../src/platform/token.ts';
import { startTestServer, type TestServer } from '../../test/harness/server.ts';
import { type BenchServer, pinProcess, startServer } from './load.ts';

const ROOT = join(import.meta.dirname, '../..');
export const ACCOUNTS = 1_000;
export const USERS = 5_000;

export type Collecting = {
  postgres: TestServer;
  server: BenchServer;
  client: pg.Client;
  /** Adds a key for events and returns its text. */
  addKey(name: string): Promise<string>;
  stop(): Promise<void>;
};

/**
 * The product on a PostgreSQL of its own, with 1,000 accounts and 5,000 users that events speak of. PostgreSQL runs
 * anywhere, or on one core alone.
 */
export async function startCollecting(
  dataDir: string,
  env: Record<string, string>,
  postgresCore?: number,
): Promise<Collecting> {
  const postgres = startTestServer({ max_wal_size: '4GB' });
  if (postgresCore !== undefined) pinProcess(Number(postmasterOf(postgres)), postgresCore);
  const server = await startServer(join(ROOT, 'src/bin/cli.ts'), ['start', '--empty'], {
    ...process.env,
    DATABASE_URL: postgres.url.replace('@/', '@localhost/'),
    GOODWORD_DATA: dataDir,
    LOG_LEVEL: 'error',
    ...env,
  });
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`insert into accounts (id, source, external_id, name, created_at, updated_at)
    select 'ac_' || lpad(n::text, 26, '0'), 'api', 'account-' || n, 'Account ' || n, now(), now()
    from generate_series(0, ${ACCOUNTS - 1}) n`);
  await client.query(`insert into people (id, account_id, source, external_id, created_at, updated_at)
    select 'pe_' || lpad(n::text, 26, '0'), 'ac_' || lpad((n % ${ACCOUNTS})::text, 26, '0'), 'api', 'user-' || n, now(), now()
    from generate_series(0, ${USERS - 1}) n`);
  return {
    postgres,
    server,
    client,
    async addKey(name) {
      const secret = `gw_bench_${name}`;
      await client.query(
        `insert into api_keys (id, name, prefix, secret_hash, scopes, created_by, created_at)
         values ($1, $2, 'gw_be', $3, '{events:write}', 'bench', now())`,
        [`ky_${name}`, name, sha256(secret)],
      );
      return secret;
    },
    async stop() {
      await client.end();
      await server.stop();
      postgres.stop();
    },
  };
}

function postmasterOf({ dir }: Pick<TestServer, 'dir'>): string {
  return readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
}

const TICK_S = 0.01;

/** Seconds of processor time that PostgreSQL has used in all its processes, those that have ended included. */
export function postgresSeconds({ dir }: TestServer): number {
  const first = postmasterOf({ dir });
  const children = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ');
  const ended = statOf(first);
  const seconds = children.reduce((sum, child) => sum + cpuSeconds(Number(child)), cpuSeconds(Number(first)));
  return seconds + (Number(ended[13]) + Number(ended[14])) * TICK_S;
}

function statOf(pid: number | string): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.replace(/^.*\) /, '').split(' ');
}

/** Seconds of processor time a process has used, all its threads together. */
export function cpuSeconds(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * TICK_S;
}

/** Megabytes of memory a process holds. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
