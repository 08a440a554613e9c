import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../src/platform/database.ts';
import { startEmbedded } from '../../src/platform/embedded.ts';
import { makeDb, makePool, type PoolOptions } from '../../src/platform/postgres.ts';

/** A migrated database of the test file's own, on the rung of the project that runs it. Call `close` in afterAll. */
export async function openTestDatabase(): Promise<Database> {
  const serverDir = inject('serverDir');
  return serverDir ? cloneServerDatabase(serverDir) : copyEmbeddedDatabase(inject('embeddedTemplate'));
}

async function copyEmbeddedDatabase(template: string | undefined): Promise<Database> {
  if (template === undefined) throw new Error('A test with a database belongs to the projects embedded and server.');
  const folder = mkdtempSync(join(tmpdir(), 'gw-embedded-'));
  cpSync(template, join(folder, 'pg'), { recursive: true });
  const embedded = await startEmbedded(folder);
  return wrap(embedded.pool, 'embedded', async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** The address of a new empty database on the run's server, for processes that bring its schema up to date themselves. */
export async function createServerDatabase(): Promise<string> {
  const host = inject('serverDir') ?? '';
  const name = `t_${randomBytes(6).toString('hex')}`;
  await runOnce(adminOf(host), `create database ${name}`);
  return `postgres://goodword@/${name}?host=${host}`;
}

function adminOf(host: string): PoolOptions {
  return { host, user: 'goodword', database: 'postgres' };
}

async function cloneServerDatabase(host: string): Promise<Database> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = adminOf(host);
  await runOnce(admin, `create database ${name} template template_goodword`);
  return wrap({ host, user: 'goodword', database: name }, 'server', () =>
    runOnce(admin, `drop database ${name} with (force)`),
  );
}

function wrap(options: PoolOptions, rung: Database['rung'], after: () => Promise<void>): Database {
  const pool = makePool(options);
  const close = async () => {
    await pool.end();
    await after();
  };
  return { rung, pool, db: makeDb(pool), close };
}

async function runOnce(options: PoolOptions, sql: string): Promise<void> {
  const client = new pg.Client(options);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
