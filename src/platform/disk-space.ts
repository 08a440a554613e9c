import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../kernel/errors.ts';

const MEGABYTE = 1024 * 1024;
/**
 * What a byte of CSV becomes in the embedded folder, measured by `du` around `goodword import` into an empty one:
 * RavenStack (5 files, 2.07 MB) 7.4 in tables and indexes and 8.1 of write-ahead log, 15.5 in all; 100,000 usage rows
 * with 5,000 accounts (5.15 MB, of `bench/import.ts`) 12.7 and 16.3, 29.0 in all and 32.2 at the worst moment.
 */
const TABLES = 13;
const LOG = 20;
/** `max_wal_size` of the embedded database: the log is written anew from there on. */
const MOST_LOG_MB = 1024;
const RESERVE_MB = 64;
/** What the embedded engine needs to go on: two files of its log. */
const LAST_MB = 40;

/**
 * Refuses work that the data folder's disk has no room for: an embedded database on a full disk cannot go on.
 * On a server only the rejected rows are written here.
 * @param bytes the size of the CSV files to be stored
 * @throws unavailable naming what is free and what is needed, before anything is written
 */
export function requireDiskSpace(dataDir: string, bytes: number): void {
  const megabytes = bytes / MEGABYTE;
  const embedded = existsSync(join(dataDir, 'pg'));
  const growth = embedded ? megabytes * TABLES + Math.min(megabytes * LOG, MOST_LOG_MB) : megabytes;
  const needed = Math.ceil(growth) + RESERVE_MB;
  const free = freeMegabytes(dataDir);
  if (free >= needed) return;
  throw new AppError(
    'unavailable',
    `The disk of ${dataDir} has ${free} MB free; this import needs about ${needed} MB.`,
    {
      hint: 'Nothing was changed. Free space, import fewer files at a time, or use a PostgreSQL server with DATABASE_URL.',
    },
  );
}

/**
 * Refuses a change while the embedded database's disk is as good as full. Reading goes on: an engine that tried to
 * write its log and could not would have to start again.
 * @throws unavailable
 */
export function requireRoom(dataDir: string): void {
  if (freeMegabytes(dataDir) >= LAST_MB) return;
  throw new AppError('unavailable', DISK_FULL.message, { hint: DISK_FULL.hint });
}

/** Said wherever a full disk stops a change. */
export const DISK_FULL = {
  message: 'The disk that holds the data is full. Nothing was changed; what is there can still be read.',
  hint: 'Free space on it, then try again.',
} as const;

function freeMegabytes(dataDir: string): number {
  const { bavail, bsize } = statfsSync(dataDir);
  return Math.floor((bavail * bsize) / MEGABYTE);
}
