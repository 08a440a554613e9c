import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

/** A record as it is read back; `offset` is where it begins in its segment, `next` where the one after it does. */
export type LogRecord = { offset: number; next: number; kind: number; at: Date; payload: Buffer };
export type Entry = { kind: number; atMs: number; payload: Uint8Array };
/** Bytes that are no record. `tail`: nothing follows them, so a write that never ended left them. */
export type Damage = { from: number; to: number; tail: boolean };

const MAGIC = Buffer.from('GWL1');
/** Magic 4, checksum 4 of all that follows it, payload length 4, kind 1, instant 8. */
const HEADER = 21;
/** The longest record. */
export const MOST_BYTES = 2 * 1024 * 1024;

export function sizeOf(payload: Uint8Array): number {
  return HEADER + payload.length;
}

/** The records of one group, one after the other, as they are written. */
export function encode(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.allocUnsafe(entries.reduce((sum, { payload }) => sum + sizeOf(payload), 0));
  let at = 0;
  for (const { kind, atMs, payload } of entries) {
    const end = at + sizeOf(payload);
    bytes.set(MAGIC, at);
    bytes.writeUInt32LE(payload.length, at + 8);
    bytes.writeUInt8(kind, at + 12);
    bytes.writeDoubleLE(atMs, at + 13);
    bytes.set(payload, at + HEADER);
    bytes.writeUInt32LE(crc32(bytes.subarray(at + 8, end)), at + 4);
    at = end;
  }
  return bytes;
}

/** Reads every whole record of `bytes`, which begin at `base` in their segment, and names what lies between them. */
export function decode(bytes: Buffer, base = 0): { records: LogRecord[]; damage: Damage[] } {
  const records: LogRecord[] = [];
  const damage: Damage[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = endOfRecord(bytes, at);
    if (end === undefined) {
      const found = nextRecord(bytes, at + 1);
      damage.push({ from: base + at, to: base + (found ?? bytes.length), tail: found === undefined });
      at = found ?? bytes.length;
      continue;
    }
    records.push({
      offset: base + at,
      next: base + end,
      kind: bytes.readUInt8(at + 12),
      at: new Date(bytes.readDoubleLE(at + 13)),
      payload: bytes.subarray(at + HEADER, end),
    });
    at = end;
  }
  return { records, damage };
}

/** Where the record that begins at `at` ends; undefined when none does. */
function endOfRecord(bytes: Buffer, at: number): number | undefined {
  if (at + HEADER > bytes.length || bytes.compare(MAGIC, 0, 4, at, at + 4) !== 0) return undefined;
  const end = at + HEADER + bytes.readUInt32LE(at + 8);
  if (end > bytes.length || end - at > MOST_BYTES) return undefined;
  return crc32(bytes.subarray(at + 8, end)) === bytes.readUInt32LE(at + 4) ? end : undefined;
}

function nextRecord(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(MAGIC, from); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    if (endOfRecord(bytes, at) !== undefined) return at;
  }
  return undefined;
}

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
  create(segment: number): Promise<SegmentFile>;
  /** What a segment holds from `from` on, up to `to` (its end when absent). */
  read(segment: number, from: number, to?: number): Promise<Buffer>;
  remove(segment: number): Promise<void>;
  /** Keeps a segment that cannot be read whole, also after it is removed here; returns where. */
  setAside(segment: number): Promise<string>;
};

const NAME = /^(\d{14})\.log$/;

export async function openDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  const fileOf = (segment: number) => join(folder, `${String(segment).padStart(14, '0')}.log`);
  return {
    edgeId: await keepEdgeId(join(folder, 'edge-id')),
    async list() {
      const names = (await readdir(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
      return Promise.all(
        names.map(async (name) => ({ segment: Number(name), bytes: (await stat(fileOf(Number(name)))).size })),
      );
    },
    create: (segment) => createSegment(folder, fileOf(segment)),
    read: (segment, from, to) => readRange(fileOf(segment), from, to),
    remove: (segment) => rm(fileOf(segment), { force: true }),
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
async function createSegment(folder: string, path: string): Promise<SegmentFile> {
  const { O_CREAT, O_EXCL, O_RDWR, O_DSYNC } = constants;
  const file = await open(path, O_CREAT | O_EXCL | O_RDWR | O_DSYNC, 0o600);
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
