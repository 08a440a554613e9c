import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

export type Remembered<T> = {
  /** What is known now; what the file held before the first answer came. */
  value(): T;
  /** Whether the last time that was asked there was an answer. */
  isAnswered(): boolean;
  /** Asks again unless it was asked within `ms`. Never rejects: without an answer what is known stays. */
  refresh(ms: number): Promise<void>;
};

export type RememberOptions<T> = {
  load(): Promise<T>;
  empty: T;
  /** Where it is kept, so that a process can start while nobody answers. */
  file: string;
  clock: Clock;
  log: Log;
};

/** Keeps in memory, and in a file, what is asked of the database far more often than it changes. */
export function remember<T>({ load, empty, file, clock, log }: RememberOptions<T>): Remembered<T> {
  let value = readKept(file, empty);
  let askedMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  let isAnswered = false;
  const ask = async () => {
    try {
      isAnswered = false;
      value = await load();
      isAnswered = true;
      const text = JSON.stringify(value);
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch (error) {
      log.warn({ err: error }, 'what is kept in memory could not be brought up to date');
    } finally {
      asking = undefined;
    }
  };
  return {
    value: () => value,
    isAnswered: () => isAnswered,
    refresh(ms) {
      if (clock.now().getTime() - askedMs < ms) return asking ?? Promise.resolve();
      askedMs = clock.now().getTime();
      asking ??= ask();
      return asking;
    },
  };
}

function readKept<T>(file: string, empty: T): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return empty;
  }
}
