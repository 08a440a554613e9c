import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/platform/embedded.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { makePool } from '../../src/platform/postgres.ts';
import { makeJobTables } from './job-tables.ts';

declare module 'vitest' {
  interface ProvidedContext {
    embeddedTemplate: string | undefined;
  }
}

const shared = globalThis as { embeddedTemplate?: Promise<string> };

/** One migrated embedded database for the run, which every test file copies: a third of the time of making its own. */
export default async function setup(project: TestProject): Promise<() => void> {
  // Two projects need it and each loads this file for itself.
  shared.embeddedTemplate ??= makeTemplate();
  const folder = await shared.embeddedTemplate;
  project.provide('embeddedTemplate', join(folder, 'pg'));
  return () => rmSync(folder, { recursive: true, force: true });
}

async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gw-template-'));
  const embedded = await startEmbedded(folder);
  const pool = makePool(embedded.pool);
  await migrate(pool);
  await makeJobTables(pool);
  await pool.end();
  await embedded.stop();
  return folder;
}
