import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/migrate.ts';
import { makeJobTables } from './job-tables.ts';
import { startTestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverDir: string | undefined;
  }
}

/** One PostgreSQL for the run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => void> {
  const server = startTestServer();
  const admin = new pg.Pool({ connectionString: server.url });
  await admin.query('create database template_goodword');
  await admin.end();
  const pool = new pg.Pool({ host: server.dir, user: 'goodword', database: 'template_goodword' });
  await migrate(pool);
  await makeJobTables(pool);
  await pool.end();
  project.provide('serverDir', server.dir);
  return () => server.stop();
}
