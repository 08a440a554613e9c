import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const MODULES = join(import.meta.dirname, '../../node_modules');

/**
 * Where `npm ci` keeps an empty cluster to copy, which saves a first start the seconds of making one. It is named by
 * the engine's version and holds none of our tables, so neither an upgrade nor a migration can make it stale.
 */
export function preparedCluster(): string {
  const { version } = JSON.parse(readFileSync(join(MODULES, '@electric-sql/pglite/package.json'), 'utf8'));
  return join(MODULES, '.cache/goodword', `empty-cluster-${version}`);
}

/**
 * Puts an empty cluster at `dir` unless something is there: a copy of the prepared one, else a new one. Made aside and
 * moved, so that a kill in the middle leaves nothing that looks like a database.
 */
export async function provideCluster(dir: string, prepared = preparedCluster(), make = makeCluster): Promise<void> {
  if (existsSync(dir)) return;
  const part = `${dir}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(dirname(dir), { recursive: true });
  if (existsSync(prepared)) cpSync(prepared, part, { recursive: true });
  else await make(part);
  renameSync(part, dir);
}

async function makeCluster(dir: string): Promise<void> {
  const db = await PGlite.create({ dataDir: dir });
  await db.close();
}
