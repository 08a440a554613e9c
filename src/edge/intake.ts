import { AppError } from '../kernel/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import {
  type Damage,
  type Disk,
  decode,
  type Entry,
  encode,
  type LogRecord,
  MOST_BYTES,
  type SegmentFile,
  sizeOf,
} from './intake-log.ts';

/** What a record is: the payload is the JSON of a `Click`, or of a batch of events as a door took it. */
export const KIND = { click: 1, events: 2 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** There is no room for now: the log has reached its limit, or what waits to be written has. */
export class IntakeFull extends AppError {
  constructor() {
    super('unavailable', 'The intake is full: what it holds must reach the database first.', {
      hint: 'Try again in a few seconds.',
    });
  }
}

/** The disk refused (`code` such as ENOSPC or EIO): nothing of the record is kept. */
export class IntakeBroken extends AppError {
  constructor(code: string) {
    super('unavailable', `The intake cannot be written: ${code}.`, { hint: 'Try again in a few seconds.' });
  }
}

/** Everything before `offset` of `segment`, and every earlier segment, is meant. */
export type Position = { segment: number; offset: number };
export type Batch = { segment: number; records: LogRecord[]; next: Position };

export type IntakeOptions = { disk: Disk; limitBytes: number; clock: Clock; log: Log };

const SEGMENT_BYTES = 8 * 1024 * 1024;
const GROUP_BYTES = 4 * 1024 * 1024;
const BATCH = { bytes: 4 * 1024 * 1024, records: 20_000 };
const WAITING_BYTES = 32 * 1024 * 1024;
/** Visitors are turned away last: the end of the room is theirs. */
const SHARE = { [KIND.click]: 1, [KIND.events]: 0.9 };
const PAUSE_MS = 200;

type Waiting = Entry & { done(): void; failed(error: Error): void };

/** Opens the log of one folder; what an earlier process left there is read first. */
export async function openIntake(options: IntakeOptions): Promise<Intake> {
  const found = await options.disk.list();
  return new Intake(options, new Map(found.map(({ segment, bytes }) => [segment, bytes])));
}

/** A durable log on the local disk: what was acknowledged survives the process and the machine's power. */
export class Intake {
  readonly #options: IntakeOptions;
  /** Every segment by age, with how many bytes of it are on the disk. */
  readonly #segments: Map<number, number>;
  #used: number;
  #current: { segment: number; file: SegmentFile } | undefined;
  #queue: Waiting[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | undefined;
  #closed = false;
  #broken: { code: string; until: number } | undefined;
  #arrival = Promise.withResolvers<void>();

  constructor(options: IntakeOptions, segments: Map<number, number>) {
    this.#options = options;
    this.#segments = segments;
    this.#used = [...segments.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Names this log in the database. */
  get edgeId(): string {
    return this.#options.disk.edgeId;
  }

  /** How many bytes the log takes on the disk. */
  get bytes(): number {
    return this.#used;
  }

  /**
   * Resolves once the record is on the disk; what arrives together is written together.
   * @throws IntakeFull, IntakeBroken: the record is not kept
   */
  append(kind: Kind, payload: Uint8Array): Promise<void> {
    const refusal = this.#refusal(kind, sizeOf(payload));
    if (refusal) return Promise.reject(refusal);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#queue.push({ kind, payload, atMs: this.#options.clock.now().getTime(), done: resolve, failed: reject });
    this.#waitingBytes += sizeOf(payload);
    // The requests of one turn of the loop share a write.
    this.#writing ??= new Promise((resolve) => setImmediate(resolve)).then(() => this.#writeAll());
    return promise;
  }

  /** What lies at `from` or behind it, as much as is best taken at once; undefined when nothing does. */
  async read(from: Position): Promise<Batch | undefined> {
    for (const [segment, end] of this.#segments) {
      const offset = segment === from.segment ? from.offset : 0;
      if (segment < from.segment || offset >= end) continue;
      const { records, damage } = decode(await this.#options.disk.read(segment, offset, end), offset);
      await this.#report(segment, damage);
      const count = countOfBatch(records);
      const next = records[count]?.offset ?? end;
      return { segment, records: records.slice(0, count), next: { segment, offset: next } };
    }
    return undefined;
  }

  /** Everything before the position is in the database: its segments go. */
  async release(before: Position): Promise<void> {
    for (const [segment, bytes] of this.#segments) {
      const isDone = segment < before.segment || (segment === before.segment && bytes <= before.offset);
      if (!isDone || segment === this.#current?.segment) continue;
      await this.#options.disk.remove(segment);
      this.#segments.delete(segment);
      this.#used -= bytes;
    }
  }

  /** Resolves at the next record. */
  more(): Promise<void> {
    return this.#arrival.promise;
  }

  /** Writes what waits and takes no more. What is in the log can still be read. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
    await this.#leave();
  }

  #refusal(kind: Kind, bytes: number): AppError | undefined {
    if (this.#closed) return new IntakeBroken('it is closed');
    if (bytes > MOST_BYTES) return new AppError('too_large', 'A record of the intake may not be that long.');
    if (this.#broken && performance.now() < this.#broken.until) return new IntakeBroken(this.#broken.code);
    const isFull = this.#used + this.#waitingBytes + bytes > this.#options.limitBytes * SHARE[kind];
    return isFull || this.#waitingBytes + bytes > WAITING_BYTES ? new IntakeFull() : undefined;
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = takeGroup(this.#queue);
      this.#queue = this.#queue.slice(group.length);
      try {
        await this.#write(group);
        this.#broken = undefined;
        for (const { done } of group) done();
      } catch (error) {
        await this.#refuse(group, error as NodeJS.ErrnoException);
      }
      for (const { payload } of group) this.#waitingBytes -= sizeOf(payload);
      this.#arrival.resolve();
      this.#arrival = Promise.withResolvers();
    }
    this.#writing = undefined;
  }

  async #write(group: Waiting[]): Promise<void> {
    if (this.#current && (this.#segments.get(this.#current.segment) ?? 0) >= SEGMENT_BYTES) await this.#leave();
    this.#current ??= await this.#begin();
    const { segment, file } = this.#current;
    const bytes = encode(group);
    const end = this.#segments.get(segment) ?? 0;
    await file.write(bytes, end);
    this.#segments.set(segment, end + bytes.length);
    this.#used += bytes.length;
  }

  async #begin() {
    const newest = [...this.#segments.keys()].at(-1) ?? 0;
    const segment = Math.max(newest + 1, this.#options.clock.now().getTime());
    const file = await this.#options.disk.create(segment);
    this.#segments.set(segment, 0);
    return { segment, file };
  }

  async #leave(): Promise<void> {
    const left = this.#current;
    this.#current = undefined;
    if (!left) return;
    const end = this.#segments.get(left.segment) ?? 0;
    await left.file.close(end);
    if (end === 0 && this.#segments.delete(left.segment)) await this.#options.disk.remove(left.segment);
  }

  /** What was half written is cut off; after a pause the next record tries a new segment. */
  async #refuse(group: Waiting[], error: NodeJS.ErrnoException): Promise<void> {
    const code = error.code ?? error.message;
    if (!this.#broken)
      this.#options.log.error({ err: error }, 'the intake cannot be written and takes nothing for now');
    this.#broken = { code, until: performance.now() + PAUSE_MS };
    await this.#leave().catch(() => {});
    for (const { failed } of group) failed(new IntakeBroken(code));
  }

  /** A torn tail was never acknowledged. Anything else was, and is kept where somebody can look at it. */
  async #report(segment: number, damage: readonly Damage[]): Promise<void> {
    const { log, disk } = this.#options;
    for (const { from, to, tail } of damage) {
      if (tail) log.warn({ segment, from, to }, 'the end of a segment was never written whole and is left out');
      else
        log.error(
          { segment, from, to, kept: await disk.setAside(segment) },
          'a segment of the intake is damaged; the bytes between are left out, and the segment is kept',
        );
    }
  }
}

/** As many of the first as fit into one write; always one. */
function takeGroup(queue: readonly Waiting[]): Waiting[] {
  let bytes = 0;
  const count = queue.findIndex(({ payload }) => {
    bytes += sizeOf(payload);
    return bytes > GROUP_BYTES;
  });
  return count < 0 ? [...queue] : queue.slice(0, Math.max(1, count));
}

function countOfBatch(records: readonly LogRecord[]): number {
  const first = records[0]?.offset ?? 0;
  const count = records.findIndex(({ next }, index) => index >= BATCH.records || next - first > BATCH.bytes);
  return count < 0 ? records.length : Math.max(1, count);
}
