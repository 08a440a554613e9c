import {
  type Arrival,
  EVENT_BYTES,
  EVENT_DEPTH,
  type EventRecord,
  type Fields,
  type Refusal,
  type Source,
} from '../model.ts';
import { readEvent } from './read-event.ts';
import { fieldsOf, firstOf, isFields } from './texts.ts';
import { skewOf } from './times.ts';

/**
 * The events of what the door kept of one request. `position` names the record: an event without an id gets one of it,
 * the same whenever it is read again.
 */
export function splitRecord(payload: Uint8Array, position: string): Arrival[] {
  const record = readRecord(payload);
  const received_at = new Date(record.received_at);
  const { key_id, is_public, door } = record;
  const body = fieldsOf(record.body);
  const [receivedMs, sentAt] = [received_at.getTime(), sentAtOf(body)];
  const reading = { door, receivedMs, skewMs: sentAt === undefined ? undefined : skewOf(sentAt, receivedMs) };
  let again: unknown[] | undefined;
  const source: Source = {
    key_id,
    is_public,
    door,
    received_at,
    rawOf(index) {
      again ??= rawOf(readRecord(payload));
      return again[index];
    },
    idOf: (index) => `${position}:${index}`,
  };
  return rawEvents(body, record.type).map((event, index) => {
    return { source, index, told: weigh(event) ?? readEvent(event, reading) };
  });
}

function readRecord(payload: Uint8Array): EventRecord {
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString();
  return JSON.parse(text) as EventRecord;
}

function sentAtOf(body: Fields): unknown {
  return firstOf(body.sentAt, body.sent_at);
}

function rawEvents(body: Fields, type: string | undefined): unknown[] {
  if (Array.isArray(body.batch)) return body.batch;
  if (Array.isArray(body.events)) return body.events;
  const { writeKey: _key, api_key: _api, key: _own, ...single } = body;
  return [type !== undefined && single.type === undefined ? { ...single, type } : single];
}

/** The events of a record; read on its own later, each has to know when it was sent. */
function rawOf({ body, type }: EventRecord): unknown[] {
  const sentAt = sentAtOf(fieldsOf(body));
  const events = rawEvents(fieldsOf(body), type);
  return sentAt === undefined ? events : events.map((event) => (isFields(event) ? { sentAt, ...event } : event));
}

function weigh(event: unknown): Refusal | undefined {
  const left = room(event, EVENT_BYTES, EVENT_DEPTH);
  if (left === DEEP) return 'too_deep';
  return left < 0 ? 'too_large' : undefined;
}

const DEEP = Number.NEGATIVE_INFINITY;

/** What is left of so many characters once the value is written; it stops as soon as nothing is. */
function room(value: unknown, characters: number, depth: number): number {
  if (typeof value === 'string') return characters - value.length - 2;
  if (typeof value !== 'object' || value === null) return characters - 4;
  if (depth === 0) return DEEP;
  let left = characters - 2;
  for (const name in value) {
    left = room((value as Fields)[name], left - name.length - 4, depth - 1);
    if (left < 0) break;
  }
  return left;
}

/** The event as JSON that any text column can hold; undefined when it is nested too deep to be written. */
export function writeRaw(raw: unknown): string | undefined {
  try {
    return JSON.stringify(raw) ?? 'null';
  } catch {
    return undefined;
  }
}
