import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../kernel/errors.ts';

export type FolderLock = { release(): void };

/**
 * Takes the data folder for this process alone. The lock is the operating system's (held through SQLite's exclusive
 * transaction), so it ends with the process however the process ends.
 * @throws conflict when another process has the folder.
 */
export function lockFolder(dataDir: string): FolderLock {
  mkdirSync(dataDir, { recursive: true });
  const file = new DatabaseSync(join(dataDir, 'folder.lock'));
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
