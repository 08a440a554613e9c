import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Group } from './group.ts';
import { decode } from './records.ts';

type Entry = { kind: number; atMs: number; payload: Uint8Array | string };

const entry: fc.Arbitrary<Entry> = fc.record({
  kind: fc.integer({ min: 1, max: 2 }),
  atMs: fc.integer({ min: 0, max: 4e12 }),
  payload: fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 20 })),
});
const encode = (entries: readonly Entry[]) => {
  const group = new Group();
  for (const { kind, atMs, payload } of entries) group.add(kind, atMs, payload);
  return Buffer.from(group.bytes);
};
const read = (bytes: Buffer) =>
  decode(bytes).records.map(({ kind, at, payload }) => [kind, at.getTime(), payload.toString('hex')]);
const written = (entries: readonly Entry[]) =>
  entries.map(({ kind, atMs, payload }) => [kind, atMs, Buffer.from(payload).toString('hex')]);

describe('the records of a segment', () => {
  it('are read as they were written, each where the one before it ends', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), fc.nat(), (entries, base) => {
        const bytes = encode(entries);
        const { records, damage } = decode(bytes, base);
        expect([read(bytes), damage]).toEqual([written(entries), []]);
        expect(records.map(({ offset }) => offset)).toEqual([base, ...records.map(({ next }) => next)].slice(0, -1));
      }),
    );
  });

  it('are all read but the one that was cut, wherever the segment ends', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
        const bytes = encode(entries);
        const ends = decode(bytes).records.map(({ next }) => next);
        for (let length = 0; length < bytes.length; length += 1) {
          const { damage } = decode(bytes.subarray(0, length));
          const whole = ends.filter((end) => end <= length);
          expect(read(bytes.subarray(0, length))).toEqual(written(entries).slice(0, whole.length));
          const from = whole.at(-1) ?? 0;
          expect(damage).toEqual(from === length ? [] : [{ from, to: length, torn: true }]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are all read but the one in which a byte changed, and the place is named', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 6 }), fc.nat(), fc.nat(), (entries, where, change) => {
        const bytes = encode(entries);
        const before = decode(bytes).records;
        const at = where % bytes.length;
        bytes.writeUInt8((bytes.readUInt8(at) + 1 + (change % 255)) % 256, at);
        const hit = before.findIndex(({ next }) => at < next);
        const place = before[hit];
        expect(read(bytes)).toEqual(written(entries).filter((_, index) => index !== hit));
        const torn = hit === before.length - 1;
        expect(decode(bytes).damage).toEqual([{ from: place?.offset, to: place?.next, torn }]);
      }),
    );
  });

  it('are found behind and between bytes of any kind, which are never mistaken for one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), entry, fc.uint8Array({ maxLength: 200 }), (before, one, after) => {
        const bytes = Buffer.concat([before, encode([one]), after]);
        expect(read(bytes)).toEqual(written([one]));
        const lost = decode(bytes).damage.reduce((sum, { from, to }) => sum + to - from, 0);
        const room = after.every((byte) => byte === 0) ? after.length : 0;
        expect(lost).toBe(before.length + after.length - room);
      }),
    );
  });

  it('are read on behind a write that never arrived, which is known by the room that was made for it', () => {
    const [first, gone, last] = ['a', 'b', 'c'].map((text) =>
      encode([{ kind: 1, atMs: 0, payload: text.repeat(80) }]),
    ) as [Buffer, Buffer, Buffer];
    for (let arrived = 0; arrived <= gone.length - 64; arrived += 1) {
      const half = Buffer.concat([gone.subarray(0, arrived), Buffer.alloc(gone.length - arrived)]);
      const bytes = Buffer.concat([first, half, last, Buffer.alloc(4096)]);
      expect(read(bytes)).toEqual([...read(first), ...read(last)]);
      const { damage } = decode(bytes);
      expect(damage).toEqual([{ from: first.length, to: first.length + gone.length, torn: true }]);
    }
  });

  it('end where the room that was made ahead begins', () => {
    const bytes = encode([{ kind: 1, atMs: 0, payload: Buffer.from('a') }]);
    const { records, damage } = decode(Buffer.concat([bytes, Buffer.alloc(4096)]));
    expect([records.length, damage]).toEqual([1, []]);
  });
});
