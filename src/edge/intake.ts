import { AppError } from '../kernel/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { Disk } from '../platform/intake/disk.ts';
import type { Group } from '../platform/intake/group.ts';
import { Pipeline } from '../platform/intake/pipeline.ts';
import type { Position } from '../platform/intake/positions.ts';
import { MOST_BYTES, sizeOf } from '../platform/intake/records.ts';
import { IntakeBroken, IntakeFull } from '../platform/intake/refusals.ts';
import { Rush } from '../platform/intake/rush.ts';
import { type Batch, openSegments, type Segments } from '../platform/intake/segments.ts';
import type { Log } from '../platform/log.ts';
import { metrics } from '../platform/metrics.ts';

/** What a record is: the payload is the JSON of a `Click`, or of a batch of events as a door took it. */
export const KIND = { click: 1, events: 2 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];
export const KIND_NAMES = Object.entries(KIND) as [keyof typeof KIND, Kind][];

export type IntakeOptions = { disk: Disk; limitBytes: number; clock: Clock; log: Log };

const MEGABYTE = 1024 * 1024;
const WAITING_BYTES = 32 * MEGABYTE;
const segmentBytes = (limitBytes: number) => Math.min(8 * MEGABYTE, limitBytes / 16);
/** Visitors are turned away last: the end of the room is theirs. */
const SHARE = { [KIND.click]: 1, [KIND.events]: 0.9 };
const PAUSE_MS = 200;
/** Of the room, how much a rush of visitors may fill before its clicks are read for the database. */
const RUSH_SHARE = 1 / 8;

/** Opens the log of one folder; what an earlier process left there is read first. */
export async function openIntake(options: IntakeOptions): Promise<Intake> {
  return new Intake(options, await openSegments({ ...options, segmentBytes: segmentBytes(options.limitBytes) }));
}

/** A durable log on the local disk: what was acknowledged survives the process and the machine's power. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #segments: Segments;
  readonly #pipeline: Pipeline;
  readonly #rush = new Rush();
  #closed = false;
  #broken: { code: string; until: number } | undefined;
  #arrival = Promise.withResolvers<void>();

  constructor(options: IntakeOptions, segments: Segments) {
    this.#options = options;
    this.#segments = segments;
    this.#pipeline = new Pipeline({
      write: (bytes) => segments.write(bytes),
      written: (group) => this.#written(group),
      refused: (error) => this.#refused(error),
    });
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
  append(kind: Kind, payload: Uint8Array | string): Promise<void> {
    const refusal = this.#refusal(kind, sizeOf(payload));
    if (refusal) return Promise.reject(refusal);
    return this.#pipeline.add(kind, this.#options.clock.now().getTime(), payload);
  }

  /** Resolves at the next record. */
  more(): Promise<void> {
    return this.#arrival.promise;
  }

  /**
   * What lies at `from` or behind it, as much as is best taken at once; undefined when nothing does. Visitors come first:
   * in a rush it is told later.
   */
  async read(from: Position): Promise<Batch | undefined> {
    await this.#rush.over(() => !this.#closed && this.bytes < this.#options.limitBytes * RUSH_SHARE);
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
    await this.#pipeline.quiet();
    await this.#segments.leave();
    await this.#options.disk.end();
  }

  #refusal(kind: Kind, bytes: number): AppError | undefined {
    if (this.#closed) return new IntakeBroken('it is closed');
    if (bytes > MOST_BYTES) return new AppError('too_large', 'A record of the intake may not be that long.');
    if (this.#broken && performance.now() < this.#broken.until) return new IntakeBroken(this.#broken.code);
    const waiting = this.#pipeline.waitingBytes + bytes;
    const isFull = this.bytes + waiting > this.#options.limitBytes * SHARE[kind] || waiting > WAITING_BYTES;
    return isFull ? new IntakeFull() : undefined;
  }

  #written(group: Group): void {
    this.#broken = undefined;
    for (const [kind, number] of KIND_NAMES) {
      const count = group.count(number);
      if (count > 0) metrics.acknowledged.inc({ kind }, count);
    }
    this.#rush.note(group.count(KIND.click));
    this.#arrival.resolve();
    this.#arrival = Promise.withResolvers();
  }

  #refused(error: NodeJS.ErrnoException): IntakeBroken {
    const { log } = this.#options;
    if (!this.#broken) log.error({ err: error }, 'the intake cannot be written and takes nothing for now');
    this.#broken = { code: error.code ?? error.message, until: performance.now() + PAUSE_MS };
    return new IntakeBroken(this.#broken.code);
  }
}
