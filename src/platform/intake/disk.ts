import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Prepared } from './prepared.ts';

export type SegmentFile = {
  /** Resolves once the bytes are on the disk itself. */
  write(bytes: Buffer, at: number): Promise<void>;
  /** Cuts what was written behind `end` and lets go of the file. */
  close(end: number): Promise<void>;
};

/** The folder of one intake. Segments are named by the instant they began, so that a number never comes twice. */
export type Disk = {
  /** Names this log in the database: made once, kept in the folder. */
  readonly edgeId: string;
  list(): Promise<{ segment: number; bytes: number }[]>;
  /** `bytes`: the room that the segment will take, and the one after it, which is made ahead. */
  create(segment: number, bytes: number): Promise<SegmentFile>;
  /** What a segment holds from `from` on, up to `to` (its end when absent). */
  read(segment: number, from: number, to?: number): Promise<Buffer>;
  remove(segment: number): Promise<void>;
  /** Gives back the room of a segment and keeps its name. */
  empty(segment: number): Promise<void>;
  /** Keeps a segment that cannot be read whole, also after it is removed here; returns where. */
  setAside(segment: number): Promise<string>;
  /** Nothing is created any more. */
  end(): Promise<void>;
};

const NAME = /^(\d{14})\.log$/;

export async function openDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  const fileOf = (segment: number) => join(folder, `${String(segment).padStart(14, '0')}.log`);
  const prepared = new Prepared(folder);
  return {
    edgeId: await keepEdgeId(join(folder, 'edge-id')),
    async list() {
      const names = (await readdir(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
      return Promise.all(
        names.map(async (name) => ({ segment: Number(name), bytes: (await stat(fileOf(Number(name)))).size })),
      );
    },
    async create(segment, bytes) {
      const file = await openSegment(folder, fileOf(segment), await prepared.moveTo(fileOf(segment)));
      prepared.make(bytes);
      return file;
    },
    end: () => prepared.end(),
    read: (segment, from, to) => readRange(fileOf(segment), from, to),
    remove: (segment) => rm(fileOf(segment), { force: true }),
    empty: (segment) => truncate(fileOf(segment)),
    async setAside(segment) {
      const kept = join(folder, 'set-aside', basename(fileOf(segment)));
      await mkdir(dirname(kept), { recursive: true });
      // A second name for the same bytes: this must work when the disk is full.
      await link(fileOf(segment), kept).catch((error) => {
        if (error.code !== 'EEXIST') throw error;
      });
      return kept;
    },
  };
}

async function keepEdgeId(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known) return known;
  const edgeId = `eg_${randomBytes(12).toString('hex')}`;
  await writeFile(`${file}.new`, edgeId, { flush: true });
  await rename(`${file}.new`, file);
  return edgeId;
}

/** Written with O_DSYNC: one call that ends when the bytes, and the length that leads to them, are on the disk. */
async function openSegment(folder: string, path: string, isThere: boolean): Promise<SegmentFile> {
  const { O_CREAT, O_EXCL, O_RDWR, O_DSYNC } = constants;
  const file = await open(path, (isThere ? 0 : O_CREAT | O_EXCL) | O_RDWR | O_DSYNC, 0o600);
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
  return {
    async write(bytes, at) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
        done += bytesWritten;
      }
    },
    close: (end) => file.truncate(end).finally(() => file.close()),
  };
}

async function readRange(path: string, from: number, to?: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const end = to ?? (await file.stat()).size;
    const bytes = Buffer.allocUnsafe(Math.max(0, end - from));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
