import type { Db } from './postgres.ts';

type Kept = { state: string; value: Promise<unknown> };

const MOST = 400;
const memory = new WeakMap<Db, Map<string, Kept>>();

/**
 * What was computed for `key` while the facts of this database were in `state`; computed again once they are in another.
 * For answers about the past that cost much and are asked for again soon. Bounded; who waits shares one computation.
 */
export function keptBy<T>(db: Db, key: string, state: string, compute: () => Promise<T>): Promise<T> {
  const own = memory.get(db) ?? new Map<string, Kept>();
  memory.set(db, own);
  const known = own.get(key);
  if (known?.state === state) return known.value as Promise<T>;
  const value = compute();
  own.delete(key);
  own.set(key, { state, value });
  value.catch(() => own.delete(key));
  const [oldest] = own.keys();
  if (own.size > MOST && oldest !== undefined) own.delete(oldest);
  return value;
}
