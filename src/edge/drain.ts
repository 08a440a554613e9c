import type pg from 'pg';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type Gathered, Gathering } from '../platform/intake/gather.ts';
import { Elsewhere, storeOnce, Unusable } from '../platform/intake/once.ts';
import { keepReject, type Position } from '../platform/intake/positions.ts';
import { metrics } from '../platform/metrics.ts';
import { Rest } from '../platform/rest.ts';
import { type Intake, KIND_NAMES, type Kind } from './intake.ts';

/** `position` is unique among all records of all edges; `at` is when the record arrived. */
export type SinkRecord = { position: string; at: Date; payload: Buffer };
/** Stores records; `ctx.db` and `client` are the one transaction that also moves the position. Throws to refuse them. */
export type Sink = (ctx: Ctx, client: pg.PoolClient, records: SinkRecord[]) => Promise<void>;

type Item = Gathered<SinkRecord>;

export type DrainOptions = {
  ctx: Ctx;
  intake: Intake;
  sinks: Record<Kind, Sink>;
  /** Told of each record as soon as it is read: while the database stores others, work on it can begin. */
  readAhead?: Partial<Record<Kind, (record: SinkRecord) => void>>;
  /** Asked before every batch; throws while the database may not be written. */
  mayStore(): void | Promise<void>;
};

/** Small batches in a row cost more than they bring: what arrives within this time goes together. */
const GATHER_MS = 250;
const AGAIN_MS = { first: 100, most: 2_000 };

/** Moves the log into the database, every record exactly once, for as long as it runs. */
export class Drain {
  readonly #options: DrainOptions;
  readonly #running: Promise<void>;
  #at: Position = { segment: 0, offset: 0 };
  #batch: Gathering<SinkRecord> | undefined;
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
        const { items, isLarge } = await this.#next();
        this.#failures = 0;
        if (items.length === 0 && this.#isStopping) return;
        if (!isLarge) await this.#pause(items.length === 0 ? more : GATHER_MS);
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

  /** Stores what one transaction takes best, and reads on meanwhile. Returns what was stored. */
  async #next(): Promise<Gathering<SinkRecord>> {
    const { intake, ctx, mayStore } = this.#options;
    // What could not be stored is not read again, unless the database is at another place.
    const batch = this.#batch?.from === this.#at ? this.#batch : this.#gather(this.#at);
    this.#batch = batch;
    await batch.take();
    const isEmpty = batch.items.length === 0;
    const oldest = batch.items[0]?.record.at ?? ctx.clock.now();
    metrics.lag.set(Math.max(0, (ctx.clock.now().getTime() - oldest.getTime()) / 1000));
    metrics.backlog.set(isEmpty ? 0 : intake.bytes);
    if (!isEmpty) {
      await mayStore();
      const ahead = this.#gather(batch.next);
      const stored = this.#take(batch.items, batch.next);
      // What goes wrong with reading ahead does so again in its turn.
      await Promise.all([stored, this.#failures === 0 && ahead.during(stored).catch(() => {})]);
      this.#batch = ahead;
    }
    await intake.release(this.#at);
    if (isEmpty) for (const resolve of this.#waiting.splice(0)) resolve();
    return batch;
  }

  #gather(from: Position): Gathering<SinkRecord> {
    const { intake, readAhead } = this.#options;
    return new Gathering(from, {
      read: (at) => intake.read(at),
      give({ offset, at, kind, payload }, segment) {
        const record = { position: `${intake.edgeId}:${segment}:${offset}`, at, payload };
        readAhead?.[kind as Kind]?.(record);
        return record;
      },
    });
  }

  /** Stores the records up to `end` together; what cannot be stored is halved until the one to blame is known. */
  async #take(items: Item[], end: Position): Promise<void> {
    try {
      await this.#store(items, end);
    } catch (error) {
      if (!(error instanceof Unusable) || items.length === 0) throw error;
      const half = Math.ceil(items.length / 2);
      const [first, second] = [items[0], items[half]];
      if (first && !second) return this.#reject(first, end, error.message);
      const middle = second ? { segment: second.segment, offset: second.record.offset } : end;
      await this.#take(items.slice(0, half), middle);
      await this.#take(items.slice(half), end);
    }
  }

  async #store(items: Item[], end: Position): Promise<void> {
    const { sinks } = this.#options;
    const kinds = Map.groupBy(items, ({ record }) => record.kind);
    await this.#step(end, async (ctx, client) => {
      for (const [kind, those] of kinds) {
        const sink: Sink | undefined = sinks[kind as Kind];
        if (!sink) throw new AppError('unprocessable', `Nothing here stores records of kind ${kind}.`);
        await sink(
          ctx,
          client,
          those.map(({ given }) => given),
        );
      }
    });
    for (const [kind, number] of KIND_NAMES) metrics.drained.inc({ kind }, kinds.get(number)?.length ?? 0);
  }

  async #reject({ segment, record }: Item, end: Position, reason: string): Promise<void> {
    const { ctx, intake } = this.#options;
    const reject = { ...record, edgeId: intake.edgeId, segment, reason };
    await this.#step(end, ({ db, clock }) => keepReject(db, reject, clock.now()));
    ctx.log.error({ segment, offset: record.offset }, 'a record cannot be stored and is kept in intake_rejects');
  }

  async #step(to: Position, work: Parameters<typeof storeOnce>[2]): Promise<void> {
    await storeOnce(this.#options.ctx, { edgeId: this.#options.intake.edgeId, from: this.#at, to }, work);
    this.#at = to;
  }
}
