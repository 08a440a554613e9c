import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { DB } from '../../db/types.ts';
import { type Config, makeSecret } from '../config.ts';
import { AppError } from '../kernel/errors.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { addressOf, makeDb, makePool } from './postgres.ts';

export type Rung = 'embedded' | 'server';

export type Database = { rung: Rung; pool: pg.Pool; db: Kysely<DB>; close(): Promise<void> };

const SERVER_VERSIONS = { oldest: 15, newest: 18 } as const;

/**
 * Opens the rung the configuration names: a server with DATABASE_URL, else the embedded database in the data folder.
 * @throws unavailable when a server cannot be reached, conflict when it is too old or the folder is in use.
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  const embedded: Embedded | undefined = config.databaseUrl ? undefined : await startEmbedded(config.dataDir);
  const pool = makePool(embedded?.pool ?? { connectionString: readServerUrl(config.databaseUrl) });
  const close = async () => {
    await pool.end();
    await embedded?.stop();
  };
  try {
    await checkServer(pool);
  } catch (error) {
    await close();
    throw config.databaseUrl ? explainServer(error, config.databaseUrl) : error;
  }
  return { rung: embedded ? 'embedded' : 'server', pool, db: makeDb(pool), close };
}

/** @throws bad_request when it is not the address of a PostgreSQL server */
export function readServerUrl(text = ''): string {
  if (addressOf(text)) return text;
  throw new AppError('bad_request', 'DATABASE_URL is not the address of a PostgreSQL server.', {
    field: 'DATABASE_URL',
    hint: 'Write it like postgres://user:password@host:5432/database.',
  });
}

/** The server's major version. */
export async function serverVersion(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  return Math.floor(Number(rows[0]?.version) / 10_000);
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const version = await serverVersion(pool);
  if (version >= SERVER_VERSIONS.oldest) return;
  throw new AppError('conflict', `The database server is PostgreSQL ${version}; Goodword needs 15 to 18.`, {
    hint: 'Point DATABASE_URL at a newer server.',
  });
}

const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ENOENT: 'there is no such socket',
  '28P01': 'the password is not right',
  '28000': 'the server does not let this user in',
  '3D000': 'there is no such database',
};

/** The address is shown without the password. */
function explainServer(error: unknown, url: string): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  const why = WHY[code] ?? (error instanceof Error ? error.message : String(error));
  return new AppError('unavailable', `The database ${addressOf(url)} cannot be reached: ${why}.`, {
    hint: 'Check DATABASE_URL and that the server runs; without DATABASE_URL the embedded database is used.',
  });
}

/** The secret from the environment, else one made once and kept in the data folder, readable by the owner only. */
export function keepSecret(config: Pick<Config, 'secret' | 'dataDir'>): string {
  if (config.secret) return config.secret;
  const file = join(config.dataDir, 'secret');
  mkdirSync(config.dataDir, { recursive: true });
  try {
    writeFileSync(file, makeSecret(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
