import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { makeBusy } from '../spare-time.ts';

/** Share of its time that the process is at work, and records a second of those that are in a hurry. */
const RUSH = { busy: 0.6, perSecond: 4_000 };
const LOOK_MS = 200;

export type RushSigns = {
  /** Milliseconds that never go back. */
  now(): number;
  /** Of the time since the last question, how much the process was at work: 0 to 1. */
  busy(): number;
  wait(ms: number): Promise<unknown>;
};

/** A process with more visitors than it has time for: whatever can be done later should be. */
export class Rush {
  readonly #signs: RushSigns;
  #came = 0;
  #lookedAt: number;
  #isOn = false;

  constructor(signs: RushSigns = ownSigns()) {
    this.#signs = signs;
    this.#lookedAt = signs.now();
  }

  /** So many came that are in a hurry. */
  note(count: number): void {
    this.#came += count;
  }

  /** Resolves once the rush is over, or nobody may wait longer. */
  async over(mayWait: () => boolean): Promise<void> {
    while (this.#look() && mayWait()) await this.#signs.wait(LOOK_MS);
  }

  #look(): boolean {
    const seconds = (this.#signs.now() - this.#lookedAt) / 1000;
    if (seconds * 1000 < LOOK_MS) return this.#isOn;
    this.#isOn = this.#signs.busy() > RUSH.busy && this.#came / seconds > RUSH.perSecond;
    this.#lookedAt += seconds * 1000;
    this.#came = 0;
    return this.#isOn;
  }
}

function ownSigns(): RushSigns {
  const busy = makeBusy();
  return { now: () => performance.now(), busy, wait: (ms) => wait(ms, undefined, { ref: false }) };
}
