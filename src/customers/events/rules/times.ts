import { DAY_MS, HOUR_MS } from '../../../kernel/time.ts';
import type { Refusal } from '../model.ts';

const AHEAD_MS = HOUR_MS;
const OLDEST = Date.UTC(2000, 0, 1);
/** A clock that differs by less is taken at its word. */
const SKEW_FROM_MS = HOUR_MS / 2;
const SKEW_UP_TO_MS = 400 * DAY_MS;
/** Numbers below are seconds, above milliseconds: both clients exist. */
const MS_FROM = 1e11;

/** Epoch milliseconds of what a client wrote as a time; NaN when it is none. */
export function readInstant(value: unknown): number {
  if (typeof value === 'number') return Math.round(value < MS_FROM ? value * 1000 : value);
  if (typeof value !== 'string') return Number.NaN;
  return value.length <= 40 ? Date.parse(value) : Number.NaN;
}

/**
 * How far the client's clock is off, in milliseconds to add. Told by when the client says it sent the batch; in whole
 * hours, so that the same event sent twice gets the same time.
 */
export function skewOf(sentAt: unknown, receivedMs: number): number {
  const sent = readInstant(sentAt);
  const skew = receivedMs - sent;
  if (Number.isNaN(sent) || Math.abs(skew) < SKEW_FROM_MS || Math.abs(skew) > SKEW_UP_TO_MS) return 0;
  return Math.round(skew / HOUR_MS) * HOUR_MS;
}

/** When it happened: as written, the clock put right; the moment of arrival when nothing is written. */
export function readTime(value: unknown, receivedMs: number, skewMs: number): number | Refusal {
  if (value === undefined || value === null || value === '') return receivedMs;
  const written = readInstant(value);
  if (Number.isNaN(written)) return 'bad_time';
  const at = written + skewMs;
  if (at > receivedMs + AHEAD_MS) return 'in_future';
  return at < OLDEST ? 'too_old' : at;
}
