import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runEngine } from './embedded-engine.ts';
import { lockFolder } from './folder-lock.ts';
import type { PoolOptions } from './postgres.ts';

export type Embedded = { pool: PoolOptions; stop(): Promise<void> };

/**
 * Starts PGlite in a worker thread behind a private unix socket, so that the usual driver speaks to it and the event
 * loop never stalls. `dataDir` undefined keeps the database in memory.
 * @throws conflict when another process has the folder.
 */
export async function startEmbedded(dataDir: string | undefined): Promise<Embedded> {
  const lock = dataDir === undefined ? undefined : lockFolder(dataDir);
  // A socket path is at most 107 bytes long, so it lives in the system's short temporary folder.
  const socketDir = mkdtempSync(join(tmpdir(), 'goodword-'));
  const socketPath = join(socketDir, '.s.PGSQL.5432');
  const release = () => {
    rmSync(socketDir, { recursive: true, force: true });
    lock?.release();
  };
  const engine = await runEngine({ dataDir: dataDir && join(dataDir, 'pg'), socketPath }, tell).catch((error) => {
    release();
    throw error;
  });
  const stop = async () => {
    await engine.stop();
    release();
  };
  // The one engine serves one transaction at a time, so a connection may have to wait for a long one to end.
  return { pool: { host: socketDir, user: 'postgres', database: 'postgres', max: 8, connectMs: 120_000 }, stop };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
