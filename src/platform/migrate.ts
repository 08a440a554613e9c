import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { AppError } from '../kernel/errors.ts';
import { sha256 } from './token.ts';

export const MIGRATIONS_DIR = join(import.meta.dirname, '../../db/migrations');

export type Migration = { name: string; sql: string; checksum: string };

export function readMigrations(dir = MIGRATIONS_DIR): Migration[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name) => {
    const sql = readFileSync(join(dir, name), 'utf8');
    return { name, sql, checksum: sha256(sql) };
  });
}

/** How the database's schema stands to the program's, without changing it. */
export async function schemaState(pool: pg.Pool, migrations = readMigrations()) {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('public.schema_migrations') is not null as there`,
  );
  const applied = rows[0]?.there ? await readApplied(pool) : new Map<string, string>();
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const names = [...applied.keys()];
  return {
    applied: applied.size,
    missing: migrations.map(({ name }) => name).filter((name) => !applied.has(name)),
    unknown: names.filter((name) => !known.has(name)),
    changed: names.filter((name) => known.has(name) && known.get(name) !== applied.get(name)),
  };
}

/**
 * Brings the schema up to date, one transaction a file, and returns the names applied now. Two processes take turns.
 * @throws conflict when a migration that was applied has since been edited, or the database is newer than the program.
 */
export async function migrate(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(7463001)');
    const applied = await appliedMigrations(client);
    checkHistory(applied, migrations);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await applyOne(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock(7463001)').catch(() => {});
    client.release();
  }
}

async function appliedMigrations(client: pg.PoolClient): Promise<Map<string, string>> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  return readApplied(client);
}

async function readApplied(client: pg.Pool | pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function checkHistory(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new AppError('conflict', `The database has migration ${name}, which this version does not know.`, {
        hint: 'Start the version of Goodword that made this database, or a newer one.',
      });
    }
    if (known.get(name) !== checksum) {
      throw new AppError('conflict', `Migration ${name} was changed after it was applied to this database.`, {
        hint: 'Restore the file as it was released; changes belong in a new migration.',
      });
    }
  }
}

async function applyOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
