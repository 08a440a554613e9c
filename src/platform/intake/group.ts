import { putRecord, sizeOf } from './records.ts';

const ROOM = 64 * 1024;
/** Of rooms that were used, as many are kept for the next groups as are written at once. */
const KEPT = { rooms: 8, bytes: 512 * 1024 };
const kept: Buffer[] = [];

/** Records that go to the disk together. They are put into the bytes of the write as they come. */
export class Group {
  /** Settles when the write did. */
  readonly written: Promise<void>;
  readonly #settle: { resolve(): void; reject(error: Error): void };
  readonly #counts: number[] = [];
  #room = kept.pop() ?? Buffer.allocUnsafeSlow(ROOM);
  #length = 0;

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.written = promise;
    this.#settle = { resolve, reject };
  }

  get length(): number {
    return this.#length;
  }

  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  /** How many records of a kind there are. */
  count(kind: number): number {
    return this.#counts[kind] ?? 0;
  }

  add(kind: number, atMs: number, payload: Uint8Array | string): void {
    const most = this.#length + sizeOf(payload);
    if (most > this.#room.length) this.#grow(most);
    this.#length = putRecord(this.#room, this.#length, { kind, atMs, payload });
    this.#counts[kind] = this.count(kind) + 1;
  }

  /** Tells all who wait; the group is used no more. */
  end(error?: Error): void {
    if (error) this.#settle.reject(error);
    else this.#settle.resolve();
    if (kept.length < KEPT.rooms && this.#room.length <= KEPT.bytes) kept.push(this.#room);
  }

  #grow(least: number): void {
    const room = Buffer.allocUnsafeSlow(Math.max(least, this.#room.length * 2));
    this.bytes.copy(room);
    this.#room = room;
  }
}
