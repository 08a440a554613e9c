import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Disk, SegmentFile } from './disk.ts';
import type { Position } from './positions.ts';
import { type Damage, decode, type LogRecord } from './records.ts';

/** Records that lie in one segment one after the other, and where the next ones are. */
export type Batch = { segment: number; records: LogRecord[]; next: Position };
export type SegmentsOptions = { disk: Disk; segmentBytes: number; clock: Clock; log: Log };

/** What one transaction of the database takes best: in more events each day, account and person comes less often. */
const BATCH = { bytes: 12 * 1024 * 1024, records: 20_000 };

/** Opens the segments that an earlier process left; new records go into new ones. */
export async function openSegments(options: SegmentsOptions): Promise<Segments> {
  const found = await options.disk.list();
  return new Segments(options, new Map(found.map(({ segment, bytes }) => [segment, bytes])));
}

/** One log as a row of files: written at its end, read from anywhere, deleted from its beginning. */
export class Segments {
  readonly #options: SegmentsOptions;
  /** By age, with how many bytes of each are on the disk. */
  readonly #ends: Map<number, number>;
  #bytes: number;
  #current: { segment: number; file: SegmentFile } | undefined;

  constructor(options: SegmentsOptions, ends: Map<number, number>) {
    this.#options = options;
    this.#ends = ends;
    this.#bytes = [...ends.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** What the log takes on the disk. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Resolves once the bytes are on the disk. When it rejects nothing of them is kept, and the next go elsewhere. */
  async write(bytes: Buffer): Promise<void> {
    try {
      if (this.#current && this.#endOf(this.#current.segment) >= this.#options.segmentBytes) await this.leave();
      this.#current ??= await this.#begin();
      const { segment, file } = this.#current;
      const end = this.#endOf(segment);
      await file.write(bytes, end);
      this.#ends.set(segment, end + bytes.length);
      this.#bytes += bytes.length;
    } catch (error) {
      await this.leave().catch(() => {});
      throw error;
    }
  }

  /** What lies at `from` or behind it; undefined when nothing does. */
  async read(from: Position): Promise<Batch | undefined> {
    for (const [segment, end] of this.#ends) {
      const offset = segment === from.segment ? from.offset : 0;
      if (segment < from.segment || offset >= end) continue;
      const { records, damage } = decode(await this.#options.disk.read(segment, offset, end), offset);
      for (const part of damage) await this.#report(segment, part);
      const count = countOfBatch(records);
      const next = records[count]?.offset ?? end;
      return { segment, records: records.slice(0, count), next: { segment, offset: next } };
    }
    return undefined;
  }

  /** Nobody needs what lies before the position: segments that end there go, all but the newest, whose number is needed. */
  async release(before: Position): Promise<void> {
    for (const [segment, end] of this.#ends) {
      const isDone = segment < before.segment || (segment === before.segment && end <= before.offset);
      if (isDone && segment !== this.#newest()) await this.#remove(segment);
    }
  }

  /** Cuts the segment that is written where it was last whole; an empty one goes. */
  async leave(): Promise<void> {
    const left = this.#current;
    this.#current = undefined;
    if (!left) return;
    const end = this.#endOf(left.segment);
    await left.file.close(end);
    if (end === 0) await this.#remove(left.segment);
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
  async #begin() {
    const segment = Math.max(this.#newest() + 1, this.#options.clock.now().getTime());
    const file = await this.#options.disk.create(segment, this.#options.segmentBytes);
    this.#ends.set(segment, 0);
    return { segment, file };
  }

  async #remove(segment: number): Promise<void> {
    await this.#options.disk.remove(segment);
    this.#bytes -= this.#endOf(segment);
    this.#ends.delete(segment);
  }

  /** A torn tail was never acknowledged. Anything else was, and is kept where somebody can look at it. */
  async #report(segment: number, { from, to, tail }: Damage): Promise<void> {
    const { log, disk } = this.#options;
    if (tail) return log.warn({ segment, from, to }, 'the end of a segment was never written whole and is left out');
    const kept = await disk.setAside(segment);
    log.error(
      { segment, from, to, kept },
      'a segment of the intake is damaged: these bytes are left out, its file is kept',
    );
  }
}

function countOfBatch(records: readonly LogRecord[]): number {
  const first = records[0]?.offset ?? 0;
  const count = records.findIndex(({ next }, index) => index >= BATCH.records || next - first > BATCH.bytes);
  return count < 0 ? records.length : Math.max(1, count);
}
