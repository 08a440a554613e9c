import { AppError } from '../kernel/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { Disk } from '../platform/intake/disk.ts';
import type { Position } from '../platform/intake/positions.ts';
import { type Entry, encode, firstOf, MOST_BYTES, sizeOf } from '../platform/intake/records.ts';
import { IntakeBroken, IntakeFull } from '../platform/intake/refusals.ts';
import { type Batch, openSegments, type Segments } from '../platform/intake/segments.ts';
import type { Log } from '../platform/log.ts';
import { metrics } from '../platform/metrics.ts';

/** What a record is: the payload is the JSON of a `Click`, or of a batch of events as a door took it. */
export const KIND = { click: 1, events: 2 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];
export const KIND_NAMES = Object.entries(KIND) as [keyof typeof KIND, Kind][];

export type IntakeOptions = { disk: Disk; limitBytes: number; clock: Clock; log: Log };

const MEGABYTE = 1024 * 1024;
const GROUP_BYTES = 4 * MEGABYTE;
const WAITING_BYTES = 32 * MEGABYTE;
const segmentBytes = (limitBytes: number) => Math.min(8 * MEGABYTE, limitBytes / 16);
/** Visitors are turned away last: the end of the room is theirs. */
const SHARE = { [KIND.click]: 1, [KIND.events]: 0.9 };
const PAUSE_MS = 200;

type Waiting = Entry & { done(): void; failed(error: Error): void };

/** Opens the log of one folder; what an earlier process left there is read first. */
export async function openIntake(options: IntakeOptions): Promise<Intake> {
  return new Intake(options, await openSegments({ ...options, segmentBytes: segmentBytes(options.limitBytes) }));
}

/** A durable log on the local disk: what was acknowledged survives the process and the machine's power. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #segments: Segments;
  #queue: Waiting[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | undefined;
  #closed = false;
  #broken: { code: string; until: number } | undefined;
  #arrival = Promise.withResolvers<void>();

  constructor(options: IntakeOptions, segments: Segments) {
    this.#options = options;
    this.#segments = segments;
  }

  /** Names this log in the database. */
  get edgeId(): string {
    return this.#options.disk.edgeId;
  }

  /** How many bytes the log takes on the disk. */
  get bytes(): number {
    return this.#segments.bytes;
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

  /** Resolves at the next record. */
  more(): Promise<void> {
    return this.#arrival.promise;
  }

  /** What lies at `from` or behind it, as much as is best taken at once; undefined when nothing does. */
  read(from: Position): Promise<Batch | undefined> {
    return this.#segments.read(from);
  }

  /** Everything before the position is in the database. */
  release(before: Position): Promise<void> {
    return this.#segments.release(before);
  }

  /** Rejects while nothing can be taken. */
  async check(): Promise<void> {
    const refusal = this.#refusal(KIND.events, 0);
    if (refusal) throw refusal;
  }

  /** Writes what waits and takes no more. What is in the log can still be read. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
    await this.#segments.leave();
    await this.#options.disk.end();
  }

  #refusal(kind: Kind, bytes: number): AppError | undefined {
    if (this.#closed) return new IntakeBroken('it is closed');
    if (bytes > MOST_BYTES) return new AppError('too_large', 'A record of the intake may not be that long.');
    if (this.#broken && performance.now() < this.#broken.until) return new IntakeBroken(this.#broken.code);
    const waiting = this.#waitingBytes + bytes;
    const isFull = this.bytes + waiting > this.#options.limitBytes * SHARE[kind] || waiting > WAITING_BYTES;
    return isFull ? new IntakeFull() : undefined;
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = firstOf(this.#queue, GROUP_BYTES);
      this.#queue = this.#queue.slice(group.length);
      await this.#segments.write(encode(group)).then(
        () => this.#acknowledge(group),
        (error) => this.#refuse(group, error),
      );
      for (const { payload } of group) this.#waitingBytes -= sizeOf(payload);
    }
    this.#writing = undefined;
  }

  #acknowledge(group: readonly Waiting[]): void {
    this.#broken = undefined;
    for (const { done } of group) done();
    for (const [kind, number] of KIND_NAMES) {
      const count = group.filter((record) => record.kind === number).length;
      if (count > 0) metrics.acknowledged.inc({ kind }, count);
    }
    this.#arrival.resolve();
    this.#arrival = Promise.withResolvers();
  }

  #refuse(group: readonly Waiting[], error: NodeJS.ErrnoException): void {
    const { log } = this.#options;
    if (!this.#broken) log.error({ err: error }, 'the intake cannot be written and takes nothing for now');
    this.#broken = { code: error.code ?? error.message, until: performance.now() + PAUSE_MS };
    for (const { failed } of group) failed(new IntakeBroken(this.#broken.code));
  }
}
