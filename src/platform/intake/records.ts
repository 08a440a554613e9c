import { crc32 } from 'node:zlib';

/** A record as it is read back; `offset` is where it begins in its segment, `next` where the one after it does. */
export type LogRecord = { offset: number; next: number; kind: number; at: Date; payload: Buffer };
/** Bytes that are no record. `torn`: a write that never ended left them, so nobody was promised what was in them. */
export type Damage = { from: number; to: number; torn: boolean };

const MAGIC = Buffer.from('GWL1');
const MAGIC_NUMBER = MAGIC.readUInt32LE(0);
/** Magic 4, checksum 4 of all that follows it, payload length 4, kind 1, instant 8. */
const HEADER = 21;
/** In UTF-8, of one unit of a JavaScript string. */
const MOST_BYTES_A_LETTER = 3;
/** No record has so many zeros in a row: payloads are JSON. */
const UNWRITTEN = Buffer.alloc(64);
/** The longest record. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** What a record takes in a segment, at most: a text is not measured before it is written. */
export function sizeOf(payload: Uint8Array | string): number {
  return HEADER + (typeof payload === 'string' ? payload.length * MOST_BYTES_A_LETTER : payload.length);
}

/** Puts a record into `bytes` at `at`, where there is room for it, and returns where the next one begins. */
export function putRecord(
  bytes: Buffer,
  at: number,
  { kind, atMs, payload }: { kind: number; atMs: number; payload: Uint8Array | string },
): number {
  const begin = at + HEADER;
  if (typeof payload !== 'string') bytes.set(payload, begin);
  const length = typeof payload === 'string' ? bytes.write(payload, begin) : payload.length;
  const end = begin + length;
  bytes.writeUInt32LE(MAGIC_NUMBER, at);
  bytes.writeUInt32LE(length, at + 8);
  bytes.writeUInt8(kind, at + 12);
  bytes.writeDoubleLE(atMs, at + 13);
  bytes.writeUInt32LE(crc32(bytes.subarray(at + 8, end)), at + 4);
  return end;
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
      const to = found ?? bytes.length;
      // Of several writes under way a later one may have arrived alone: then the room before it is as it was made.
      const torn = found === undefined || bytes.subarray(at, to).includes(UNWRITTEN);
      damage.push({ from: base + at, to: base + to, torn });
      at = to;
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
