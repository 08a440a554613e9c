import type pg from 'pg';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { Elsewhere, storeOnce, Unusable } from '../platform/intake/once.ts';
import { keepReject, type Position } from '../platform/intake/positions.ts';
import type { LogRecord } from '../platform/intake/records.ts';
import { metrics } from '../platform/metrics.ts';
import { Rest } from '../platform/rest.ts';
import { type Intake, KIND_NAMES, type Kind } from './intake.ts';

/** `position` is unique among all records of all edges; `at` is when the record arrived. */
export type SinkRecord = { position: string; at: Date; payload: Buffer };
/** Stores records; `ctx.db` and `client` are the one transaction that also moves the position. Throws to refuse them. */
export type Sink = (ctx: Ctx, client: pg.PoolClient, records: SinkRecord[]) => Promise<void>;

export type DrainOptions = {
  ctx: Ctx;
  intake: Intake;
  sinks: Record<Kind, Sink>;
  /** Asked before every batch; throws while the database may not be written. */
  mayStore(): void | Promise<void>;
};

/** Small batches in a row cost more than they bring: what arrives within this time goes together. */
const GATHER_MS = 250;
const FULL_BATCH = 5_000;
/** A batch of few but large records is a full one too. */
const FULL_BYTES = 4 * 1024 * 1024;
const AGAIN_MS = { first: 100, most: 2_000 };

/** Moves the log into the database, every record exactly once, for as long as it runs. */
export class Drain {
  readonly #options: DrainOptions;
  readonly #running: Promise<void>;
  #at: Position = { segment: 0, offset: 0 };
  #failures = 0;
  #stopAt = Number.POSITIVE_INFINITY;
  readonly #rest = new Rest();
  #waiting: (() => void)[] = [];

  constructor(options: DrainOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** Resolves once nothing of the log is missing in the database. */
  drained(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    this.#rest.end();
    return promise;
  }

  /** Stores what can be stored within that time; the rest stays in the log for the next start. */
  async stop(withinMs: number): Promise<void> {
    this.#stopAt = performance.now() + withinMs;
    this.#rest.end();
    await this.#running;
  }

  get #isStopping(): boolean {
    return this.#stopAt < Number.POSITIVE_INFINITY;
  }

  async #run(): Promise<void> {
    while (performance.now() < this.#stopAt) {
      const more = this.#options.intake.more();
      try {
        const count = await this.#next();
        this.#failures = 0;
        if (count === 0 && this.#isStopping) return;
        if (count < FULL_BATCH) await this.#pause(count === 0 ? more : GATHER_MS);
      } catch (error) {
        if (error instanceof Elsewhere) this.#at = error.at;
        else if (this.#isStopping) return;
        else await this.#waitForBetter(error);
      }
    }
  }

  async #waitForBetter(error: unknown): Promise<void> {
    const { log } = this.#options.ctx;
    if (this.#failures === 0)
      log.error({ err: error }, 'the intake cannot be stored for now: it is kept and tried again');
    this.#failures += 1;
    await this.#pause(Math.min(AGAIN_MS.first * 2 ** this.#failures, AGAIN_MS.most));
  }

  async #pause(until: number | Promise<void>): Promise<void> {
    const isAwaited = this.#waiting.length > 0 && this.#failures === 0;
    if (!isAwaited && !this.#isStopping) await this.#rest.until(until);
  }

  /** How many records went into the database: as many as one transaction takes best. */
  async #next(): Promise<number> {
    const { intake, ctx, mayStore } = this.#options;
    const batch = await intake.read(this.#at);
    const oldest = batch?.records[0]?.at ?? ctx.clock.now();
    metrics.lag.set(Math.max(0, (ctx.clock.now().getTime() - oldest.getTime()) / 1000));
    metrics.backlog.set(batch ? intake.bytes : 0);
    if (batch) {
      await mayStore();
      await this.#take(batch.segment, batch.records, batch.next.offset);
    }
    await intake.release(this.#at);
    if (!batch) for (const resolve of this.#waiting.splice(0)) resolve();
    if (!batch) return 0;
    const bytes = batch.next.offset - (batch.records[0]?.offset ?? 0);
    return bytes > FULL_BYTES ? FULL_BATCH : Math.max(1, batch.records.length);
  }

  /** Stores the records up to `end` together; what cannot be stored is halved until the one to blame is known. */
  async #take(segment: number, records: LogRecord[], end: number): Promise<void> {
    try {
      await this.#store(segment, records, end);
    } catch (error) {
      if (!(error instanceof Unusable) || records.length === 0) throw error;
      const half = Math.ceil(records.length / 2);
      const [first, second] = [records[0], records[half]];
      if (first && !second) return this.#reject(segment, first, end, error.message);
      await this.#take(segment, records.slice(0, half), second?.offset ?? end);
      await this.#take(segment, records.slice(half), end);
    }
  }

  async #store(segment: number, records: LogRecord[], end: number): Promise<void> {
    const { intake, sinks } = this.#options;
    await this.#step({ segment, offset: end }, async (ctx, client) => {
      for (const [kind, those] of Map.groupBy(records, (record) => record.kind)) {
        const sink: Sink | undefined = sinks[kind as Kind];
        if (!sink) throw new AppError('unprocessable', `Nothing here stores records of kind ${kind}.`);
        const position = (offset: number) => `${intake.edgeId}:${segment}:${offset}`;
        await sink(
          ctx,
          client,
          those.map(({ offset, at, payload }) => ({ position: position(offset), at, payload })),
        );
      }
    });
    for (const [kind, number] of KIND_NAMES)
      metrics.drained.inc({ kind }, records.filter((record) => record.kind === number).length);
  }

  async #reject(segment: number, record: LogRecord, end: number, reason: string): Promise<void> {
    const { ctx, intake } = this.#options;
    const reject = { ...record, edgeId: intake.edgeId, segment, reason };
    await this.#step({ segment, offset: end }, ({ db, clock }) => keepReject(db, reject, clock.now()));
    ctx.log.error({ segment, offset: record.offset }, 'a record cannot be stored and is kept in intake_rejects');
  }

  async #step(to: Position, work: Parameters<typeof storeOnce>[2]): Promise<void> {
    await storeOnce(this.#options.ctx, { edgeId: this.#options.intake.edgeId, from: this.#at, to }, work);
    this.#at = to;
  }
}
