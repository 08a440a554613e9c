import { setTimeout as wait } from 'node:timers/promises';

/** A pause of one worker that others may end. */
export class Rest {
  #ending = new AbortController();

  /** Resolves after so many milliseconds, or when the promise does, or when somebody cannot wait. */
  async until(over: number | Promise<void>): Promise<void> {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => resolve());
    await Promise.race([ended, typeof over === 'number' ? wait(over, undefined, { signal }).catch(() => {}) : over]);
  }

  end(): void {
    this.#ending.abort();
  }
}
