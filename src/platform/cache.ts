/** What is in memory: undefined when nobody knows, null when it is known that there is none. */
export type Cached<T> = T | null | undefined;

export type CacheOptions<T> = {
  /** Those of the keys that there are. Rejects when nobody can say. */
  load(keys: readonly string[]): Promise<ReadonlyMap<string, T>>;
  /** How many are kept; the least used go first. */
  most: number;
  /** How old an entry may be before it is asked for again, behind the back of who uses it. */
  staleMs(): number;
  /** How long anybody waits for an answer. */
  answerMs: number;
  /** How long it is believed that there is none. */
  unknownMs: number;
  /** Milliseconds that never go back. */
  now(): number;
  /** After an entry came, changed or went. */
  changed?(): void;
};

type Entry<T> = { value: T; atMs: number; used: boolean; isDoubted: boolean };
type Waiting<T> = { resolve(value: T | null): void; reject(error: unknown): void };

const KEYS_AT_ONCE = 1_000;
const AGAIN_MS = 1_000;
const WAITING_AT_MOST = 10_000;

/**
 * A bounded memory of what a database knows by name. What is in it is answered at once, also while the database is away;
 * what is not is asked for, many names in one question, one question at a time.
 */
export class Cache<T> {
  readonly #options: CacheOptions<T>;
  readonly #entries = new Map<string, Entry<T>>();
  /** Apart, so that made-up names push no real ones out. */
  readonly #unknown = new Map<string, number>();
  readonly #wanted = new Map<string, Waiting<T>[]>();
  #isAsking = false;

  constructor(options: CacheOptions<T>) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  entries(): IterableIterator<[string, { value: T }]> {
    return this.#entries.entries();
  }

  peek(key: string): Cached<T> {
    const entry = this.#entries.get(key);
    const now = this.#options.now();
    if (!entry) return now < (this.#unknown.get(key) ?? Number.NEGATIVE_INFINITY) ? null : undefined;
    entry.used = true;
    if (entry.isDoubted) return undefined;
    if (now - entry.atMs > this.#options.staleMs()) {
      entry.atMs = now;
      this.#want(key);
    }
    return entry.value;
  }

  /**
   * Waits for the answer when memory has none to give. Without an answer what was known before is believed.
   * @throws when nobody can say and nothing was known
   */
  async find(key: string): Promise<T | null> {
    const known = this.peek(key);
    if (known !== undefined) return known;
    try {
      return await this.#answer(key);
    } catch (error) {
      const before = this.#entries.get(key);
      if (!before) throw error;
      return before.value;
    }
  }

  /** These may have changed: who needs one of them waits for the answer. */
  doubt(keys: Iterable<string>): void {
    for (const key of keys) {
      const entry = this.#entries.get(key);
      if (entry) entry.isDoubted = true;
      this.#unknown.delete(key);
      this.#want(key);
    }
  }

  /** Anything may have changed: each is asked for again when it is next used. */
  doubtAll(): void {
    for (const entry of this.#entries.values()) entry.atMs = Number.NEGATIVE_INFINITY;
    this.#unknown.clear();
  }

  put(key: string, value: T, atMs = this.#options.now()): void {
    const known = this.#entries.get(key);
    this.#unknown.delete(key);
    this.#entries.set(key, { value, atMs, used: true, isDoubted: false });
    if (this.#entries.size > this.#options.most) this.#evict();
    if (JSON.stringify(known?.value) !== JSON.stringify(value)) this.#options.changed?.();
  }

  async #answer(key: string): Promise<T | null> {
    if (this.#wanted.size >= WAITING_AT_MOST) throw new Error('too many ask for what is not in memory');
    const { promise, resolve, reject } = Promise.withResolvers<T | null>();
    this.#want(key, { resolve, reject });
    const timer = setTimeout(() => reject(new Error('no answer came in time')), this.#options.answerMs);
    return promise.finally(() => clearTimeout(timer));
  }

  #want(key: string, waiting?: Waiting<T>): void {
    const all = this.#wanted.get(key) ?? [];
    if (waiting) all.push(waiting);
    this.#wanted.set(key, all);
    if (this.#isAsking) return;
    this.#isAsking = true;
    // What else is asked for in this turn of the loop goes along.
    setImmediate(() => this.#ask());
  }

  async #ask(): Promise<void> {
    while (this.#wanted.size > 0) {
      const asked = [...this.#wanted].slice(0, KEYS_AT_ONCE);
      for (const [key] of asked) this.#wanted.delete(key);
      try {
        const found = await this.#options.load(asked.map(([key]) => key));
        for (const [key, waiting] of asked) {
          this.#learn(key, found.get(key));
          for (const { resolve } of waiting) resolve(found.get(key) ?? null);
        }
      } catch (error) {
        for (const [key, waiting] of asked) {
          this.#retry(key);
          for (const { reject } of waiting) reject(error);
        }
      }
    }
    this.#isAsking = false;
  }

  #retry(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.isDoubted = false;
    entry.atMs = this.#options.now() - this.#options.staleMs() + AGAIN_MS;
  }

  #learn(key: string, value: T | undefined): void {
    if (value !== undefined) {
      this.put(key, value);
      return;
    }
    if (this.#entries.delete(key)) this.#options.changed?.();
    this.#unknown.set(key, this.#options.now() + this.#options.unknownMs);
    const [oldest] = this.#unknown.keys();
    if (this.#unknown.size > this.#options.most && oldest !== undefined) this.#unknown.delete(oldest);
  }

  /** The second-chance rule: what was used since it was last looked at goes to the end of the line instead. */
  #evict(): void {
    for (const [key, entry] of this.#entries) {
      this.#entries.delete(key);
      if (!entry.used) return;
      this.#entries.set(key, { ...entry, used: false });
    }
  }
}

/** Remembers what a pure function answered for the last `most` texts; texts too long to keep are computed each time. */
export function memoise<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute(text);
    if (text.length > 500) return value;
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
