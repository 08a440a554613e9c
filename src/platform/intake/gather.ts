import { setTimeout as wait } from 'node:timers/promises';
import { whenNothingUrgent } from '../urgent.ts';
import type { Position } from './positions.ts';
import type { LogRecord } from './records.ts';
import type { Batch } from './segments.ts';

/** A record on its way to the database: where it lies, and as whoever stores it wants it. */
export type Gathered<T> = { segment: number; record: LogRecord; given: T };

type Reading<T> = {
  read(from: Position): Promise<Batch | undefined>;
  /** Called once for each record, in order. */
  give(record: LogRecord, segment: number): T;
};

const MEGABYTE = 1024 * 1024;
/** What one transaction takes best: in more records each day, account and link comes less often. */
const FULL = { bytes: 32 * MEGABYTE, records: 5_000 };
/** From here on company is not worth a wait. */
const LARGE = { bytes: 4 * MEGABYTE, records: 2_500 };
/** Others have their turn after so long: a visitor waits for no more than that, and the log does not starve either. */
const TURN_MS = 1;
const PAUSE_MS = 50;

/** Records of a log from one position on, until there is as much as one transaction takes best. */
export class Gathering<T> {
  readonly from: Position;
  readonly items: Gathered<T>[] = [];
  next: Position;
  readonly #reading: Reading<T>;
  #bytes = 0;
  #turnAt = 0;

  constructor(from: Position, reading: Reading<T>) {
    this.from = from;
    this.next = from;
    this.#reading = reading;
  }

  get isLarge(): boolean {
    return this.#bytes >= LARGE.bytes || this.items.length >= LARGE.records;
  }

  /** Takes what there is. */
  async take(isOver = () => false): Promise<void> {
    while (!this.#isFull && !isOver()) {
      const batch = await this.#reading.read(this.next);
      if (!batch) return;
      await this.#add(batch);
    }
  }

  /** Takes what there is and what arrives, until the work is done. */
  async during(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    const done = work.then(over, over);
    while (!isOver && !this.#isFull) {
      await this.take(() => isOver);
      await Promise.race([done, wait(PAUSE_MS, undefined, { ref: false })]);
    }
  }

  get #isFull(): boolean {
    return this.#bytes >= FULL.bytes || this.items.length >= FULL.records;
  }

  async #add({ segment, records, next }: Batch): Promise<void> {
    for (const record of records) {
      this.items.push({ segment, record, given: this.#reading.give(record, segment) });
      this.#bytes += record.payload.length;
      if (performance.now() < this.#turnAt) continue;
      await whenNothingUrgent();
      this.#turnAt = performance.now() + TURN_MS;
    }
    this.next = next;
  }
}
