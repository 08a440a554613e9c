import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../kernel/errors.ts';

export type FolderLock = { release(): void };

/**
 * Takes the data folder for this process alone. The lock is the operating system's (held through SQLite's exclusive
 * transaction), so it ends with the process however the process ends.
 * @throws bad_request when the folder cannot be made or written; conflict when another process has it.
 */
export function lockFolder(dataDir: string): FolderLock {
  const file = openLock(dataDir);
  try {
    file.exec('pragma busy_timeout = 0; begin exclusive');
  } catch {
    file.close();
    throw new AppError('conflict', `Another Goodword process is using the data folder ${dataDir}.`, {
      hint: 'Stop that process, or give this one its own folder with GOODWORD_DATA. Two processes on one folder would lose data; a DATABASE_URL server can be shared.',
    });
  }
  return { release: () => file.close() };
}

function openLock(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true });
    return new DatabaseSync(join(dataDir, 'folder.lock'));
  } catch (error) {
    throw new AppError('bad_request', `The data folder ${dataDir} cannot be used: ${(error as Error).message}.`, {
      field: 'GOODWORD_DATA',
      hint: 'Set GOODWORD_DATA to a folder that this user may write.',
    });
  }
}
