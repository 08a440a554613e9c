import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { AppError } from '../kernel/errors.ts';

export type UnzipLimits = { entries: number; totalBytes: number; ratio: number };

export const UNZIP_LIMITS: UnzipLimits = { entries: 500, totalBytes: 2 * 1024 ** 3, ratio: 200 };

/** Below this an entry may be as repetitive as it likes: a small file of blanks harms nobody. */
const RATIO_FROM_BYTES = 10 * 1024 * 1024;

/**
 * Unpacks the entries whose name `wanted` accepts into a folder, counting what really comes out.
 * @throws too_large for a bomb (too many entries, too much, or packed too tightly), unprocessable for a broken archive or a
 * name that would leave the folder.
 */
export async function unzipInto(
  archive: string,
  folder: string,
  wanted: (name: string) => boolean,
  limits: UnzipLimits = UNZIP_LIMITS,
): Promise<string[]> {
  const zip = await open(archive);
  try {
    if (zip.entryCount > limits.entries) throw bomb(`it holds ${zip.entryCount} files, more than ${limits.entries}`);
    const budget = { left: limits.totalBytes };
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
      const path = join(folder, entry.fileName);
      checkName(entry.fileName, path);
      await unpack(zip, entry, path, budget, limits);
      names.push(entry.fileName);
    }
    return names;
  } catch (error) {
    throw isOwnOrDisk(error) ? error : broken(error);
  } finally {
    zip.close();
  }
}

async function open(archive: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(archive);
  } catch (error) {
    throw broken(error);
  }
}

/** What file systems take at most for one name. */
const NAME_BYTES = 255;

function checkName(name: string, path: string): void {
  if (name.split('/').some((part) => Buffer.byteLength(part) > NAME_BYTES || part.includes('\0')))
    throw new AppError('unprocessable', `The archive holds a file whose name is no name: ${name.slice(0, 40)}….`);
  if (existsSync(path)) throw new AppError('unprocessable', `The archive holds ${name} twice.`, { field: name });
  if (!normalize(name).startsWith('..') && !name.startsWith('/') && !name.includes('\\')) return;
  throw new AppError('unprocessable', `The archive names a file outside itself: ${name}.`, { field: name });
}

async function unpack(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  path: string,
  budget: { left: number },
  limits: UnzipLimits,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      budget.left -= chunk.length;
      if (budget.left < 0) done(bomb(`it unpacks to more than ${limits.totalBytes} bytes`));
      else if (bytes > RATIO_FROM_BYTES && bytes > entry.compressedSize * limits.ratio)
        done(bomb(`${entry.fileName} is packed more than ${limits.ratio} times`));
      else done(null, chunk);
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), counter, createWriteStream(path));
}

function bomb(why: string): AppError {
  return new AppError('too_large', `The archive is refused: ${why}.`, { hint: 'Unpack it and send the CSV files.' });
}

/** A refusal of ours, or a disk that fails: neither is the archive's fault. */
function isOwnOrDisk(error: unknown): boolean {
  return error instanceof AppError || ['ENOSPC', 'EACCES', 'EIO'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** The words of a file system error name our own folders, so only its code is told. */
function broken(error: unknown): AppError {
  const why = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  return new AppError('unprocessable', `The archive cannot be read: ${why}.`, { hint: 'Send a .zip of CSV files.' });
}
