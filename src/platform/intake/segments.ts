import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Disk, SegmentFile } from './disk.ts';
import type { Position } from './positions.ts';
import { type Damage, decode, type LogRecord } from './records.ts';

/** Records that lie in one segment one after the other, a few hundred KB of them, and where the next ones are. */
export type Batch = { segment: number; records: LogRecord[]; next: Position };
export type SegmentsOptions = { disk: Disk; segmentBytes: number; clock: Clock; log: Log };

/** Visitors wait while records are found: in so many bytes at a time, in more when a record is longer. */
const PIECE_BYTES = 256 * 1024;
const LARGER = 4;
/** Read from the disk at once, for several pieces. */
const READ_BYTES = 2 * 1024 * 1024;

/** The share of a segment behind which the next one is opened, so that nobody waits for it. */
const OPEN_NEXT_AT = 0.5;

/** A segment that is written: several writes may be under way in it at once, each at its own place. */
type Open = {
  segment: number;
  file: Promise<SegmentFile>;
  /** Up to where its bytes are given away. */
  taken: number;
  /** Resolves once nothing is under way. */
  quiet: Promise<unknown>;
  failure?: unknown;
  closed?: Promise<void>;
};

/** Opens the segments that an earlier process left; new records go into new ones. */
export async function openSegments(options: SegmentsOptions): Promise<Segments> {
  const found = await options.disk.list();
  return new Segments(options, new Map(found.map(({ segment, bytes }) => [segment, bytes])));
}

/** One log as a row of files: written at its end, read from anywhere, deleted from its beginning. */
export class Segments {
  readonly #options: SegmentsOptions;
  /** In the order they began, with up to where each is on the disk without a gap. */
  readonly #ends: Map<number, number>;
  #bytes: number;
  #latest: number;
  #released: Position = { segment: 0, offset: 0 };
  #ahead: { segment: number; from: number; bytes: Buffer } = { segment: 0, from: 0, bytes: Buffer.alloc(0) };
  #current: Open | undefined;
  #next: Open | undefined;
  /** Those that are written, and those that are being closed. */
  readonly #open = new Set<Open>();
  /** Settles when the last write did, and all before it. */
  #order: Promise<unknown> = Promise.resolve();

  constructor(options: SegmentsOptions, ends: Map<number, number>) {
    this.#options = options;
    this.#ends = ends;
    this.#bytes = [...ends.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.#latest = [...ends.keys()].at(-1) ?? 0;
  }

  /** What the log takes on the disk. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Resolves once the bytes are on the disk, and all that were given before them. The next may be given meanwhile. When it
   * rejects nothing of them is kept, nor of what was given after them for the same segment; the next go elsewhere.
   */
  write(bytes: Buffer): Promise<void> {
    const open = this.#place();
    const at = open.taken;
    open.taken += bytes.length;
    const writing = open.file.then((file) => file.write(bytes, at));
    open.quiet = Promise.allSettled([open.quiet, writing]);
    const written = Promise.allSettled([this.#order, writing]).then(async ([, own]) => {
      if (own.status === 'rejected') open.failure ??= own.reason;
      if (open.failure === undefined) return this.#note(open.segment, bytes.length);
      await this.#close(open).catch(() => {});
      throw open.failure;
    });
    this.#order = written;
    return written;
  }

  /** What lies at `from` or behind it; undefined when nothing does. */
  async read(from: Position): Promise<Batch | undefined> {
    for (const [segment, end] of this.#ends) {
      const offset = segment === from.segment ? from.offset : 0;
      if (segment < from.segment || offset >= end) continue;
      return this.#readPiece(segment, offset, end);
    }
    return undefined;
  }

  /** Nobody needs what lies before the position: segments that end there go. */
  async release(before: Position): Promise<void> {
    this.#released = before;
    for (const [segment, end] of this.#ends) {
      const isDone = segment < before.segment || (segment === before.segment && end <= before.offset) || end === 0;
      // Asked for each anew: others may have begun while the one before it was removed.
      if (isDone && !this.#isOpen(segment)) await this.#remove(segment);
    }
  }

  #isOpen(segment: number): boolean {
    return [...this.#open].some((open) => open.segment === segment);
  }

  async #readPiece(segment: number, from: number, end: number, bytes = PIECE_BYTES): Promise<Batch> {
    const to = Math.min(end, from + bytes);
    const { records, damage } = decode(await this.#bytesOf({ segment, from, to, end }), from);
    // What the piece cuts through looks like damage: it is read again, from where it begins or as a part of more.
    const offset = to === end ? end : records.at(-1)?.next;
    if (offset === undefined) return this.#readPiece(segment, from, end, bytes * LARGER);
    for (const part of damage) if (part.to <= offset) await this.#report(segment, part);
    return { segment, records, next: { segment, offset } };
  }

  async #bytesOf({ segment, from, to, end }: { segment: number; from: number; to: number; end: number }) {
    const ahead = this.#ahead;
    const isThere = ahead.segment === segment && ahead.from <= from && to <= ahead.from + ahead.bytes.length;
    if (!isThere) {
      const bytes = await this.#options.disk.read(segment, from, Math.min(end, Math.max(to, from + READ_BYTES)));
      this.#ahead = { segment, from, bytes };
    }
    return this.#ahead.bytes.subarray(from - this.#ahead.from, to - this.#ahead.from);
  }

  /** Cuts what is written where it was last whole. Nothing may be under way. */
  async leave(): Promise<void> {
    await this.#order.catch(() => {});
    await Promise.all([...this.#open].map((open) => this.#close(open)));
  }

  /** Where the next bytes go. */
  #place(): Open {
    const { segmentBytes } = this.#options;
    const full = this.#current;
    if (full && full.taken >= segmentBytes) {
      this.#current = undefined;
      this.#order
        .catch(() => {})
        .then(() => this.#close(full))
        .catch((error) => this.#options.log.warn({ err: error }, 'a segment that is full could not be cut'));
    }
    if (!this.#current) {
      this.#current = this.#next ?? this.#begin();
      this.#next = undefined;
    }
    if (this.#current.taken >= segmentBytes * OPEN_NEXT_AT) this.#next ??= this.#begin();
    return this.#current;
  }

  #note(segment: number, bytes: number): void {
    this.#ends.set(segment, this.#endOf(segment) + bytes);
    this.#bytes += bytes;
  }

  #close(open: Open): Promise<void> {
    if (this.#current === open) this.#current = undefined;
    if (this.#next === open) this.#next = undefined;
    open.closed ??= this.#cut(open).finally(() => this.#open.delete(open));
    return open.closed;
  }

  /** Room that a failed write found too small is given back at once, if nobody needs what lies there. */
  async #cut(open: Open): Promise<void> {
    await open.quiet;
    await (await open.file).close(this.#endOf(open.segment));
    if (open.failure === undefined) return;
    this.#open.delete(open);
    await this.release(this.#released);
  }

  #newest(): number {
    return [...this.#ends.keys()].at(-1) ?? 0;
  }

  #endOf(segment: number): number {
    return this.#ends.get(segment) ?? 0;
  }

  /**
   * A segment's number is the instant it began, or the newest's and one when the clock went back: what the database knows
   * as read is never written again, not even in a folder that was restored from a copy.
   */
  #begin(): Open {
    const { disk, segmentBytes, clock } = this.#options;
    const segment = Math.max(this.#latest + 1, clock.now().getTime());
    this.#latest = segment;
    const file = disk.create(segment, segmentBytes);
    const open: Open = { segment, file, taken: 0, quiet: Promise.resolve() };
    this.#open.add(open);
    // At once: whoever reads goes from one to the next in the order they began, also when a later one is ready first.
    this.#ends.set(segment, 0);
    file.catch(() => {
      this.#ends.delete(segment);
      this.#open.delete(open);
      if (this.#next === open) this.#next = undefined;
    });
    return open;
  }

  /** The newest stays as a name: its number must never come again. */
  async #remove(segment: number): Promise<void> {
    const isNewest = segment === this.#newest();
    if (isNewest && this.#endOf(segment) === 0) return;
    await (isNewest ? this.#options.disk.empty(segment) : this.#options.disk.remove(segment));
    this.#bytes -= this.#endOf(segment);
    if (isNewest) this.#ends.set(segment, 0);
    else this.#ends.delete(segment);
  }

  /** What a torn write held was never acknowledged. Anything else was, and is kept where somebody can look at it. */
  async #report(segment: number, { from, to, torn }: Damage): Promise<void> {
    const { log, disk } = this.#options;
    if (torn) return log.warn({ segment, from, to }, 'a write to a segment never ended and is left out');
    const kept = await disk.setAside(segment);
    log.error(
      { segment, from, to, kept },
      'a segment of the intake is damaged: these bytes are left out, its file is kept',
    );
  }
}
