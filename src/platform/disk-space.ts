import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../kernel/errors.ts';

const MEGABYTE = 1024 * 1024;
/** A generous guess of what a byte of CSV becomes with its indexes, its daily totals and the write-ahead log. */
const GROWTH = { embedded: 10, server: 1 } as const;
const RESERVE_MB = 64;

/**
 * Refuses work that the data folder's disk has no room for: an embedded database on a full disk cannot go on.
 * On a server only the rejected rows are written here.
 * @param bytes the size of the CSV files to be stored
 * @throws unavailable naming what is free and what is needed, before anything is written
 */
export function requireDiskSpace(dataDir: string, bytes: number): void {
  const growth = existsSync(join(dataDir, 'pg')) ? GROWTH.embedded : GROWTH.server;
  const needed = Math.ceil((bytes * growth) / MEGABYTE) + RESERVE_MB;
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free >= needed) return;
  throw new AppError(
    'unavailable',
    `The disk of ${dataDir} has ${free} MB free; this import needs about ${needed} MB.`,
    {
      hint: 'Nothing was changed. Free space, import fewer files at a time, or use a PostgreSQL server with DATABASE_URL.',
    },
  );
}
