import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { DB } from '../../db/types.ts';
import { type Config, makeSecret } from '../config.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { makeDb, makePool } from './postgres.ts';

export type Rung = 'embedded' | 'server';

export type Database = { rung: Rung; pool: pg.Pool; db: Kysely<DB>; close(): Promise<void> };

/** Opens the rung the configuration names: a server with DATABASE_URL, else the embedded database in the data folder. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  const embedded: Embedded | undefined = config.databaseUrl ? undefined : await startEmbedded(config.dataDir);
  const pool = makePool(embedded?.pool ?? { connectionString: config.databaseUrl });
  return {
    rung: embedded ? 'embedded' : 'server',
    pool,
    db: makeDb(pool),
    async close() {
      await pool.end();
      await embedded?.stop();
    },
  };
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
