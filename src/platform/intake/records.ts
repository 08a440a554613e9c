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

/** As many of the first as fit into so many bytes; always one. */
export function firstOf<T extends Entry>(entries: readonly T[], most: number): T[] {
  let bytes = 0;
  const count = entries.findIndex(({ payload }) => {
    bytes += sizeOf(payload);
    return bytes > most;
  });
  return count < 0 ? [...entries] : entries.slice(0, Math.max(1, count));
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
      if (isUnwritten(bytes.subarray(at))) break;
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

/** Room that was made ahead and never used. */
function isUnwritten(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

function nextRecord(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(MAGIC, from); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    if (endOfRecord(bytes, at) !== undefined) return at;
  }
  return undefined;
}
