import { type Arrival, EVENT_BYTES, type EventRecord, type Fields, type Refusal } from '../model.ts';
import { readEvent } from './read-event.ts';
import { fieldsOf, firstOf, isFields } from './texts.ts';

/**
 * The events of what the door kept of one request. `bytes` is what the record weighs: in a light one no event can be too
 * heavy. `position` names the record: an event without an id gets one of it, the same whenever it is read again.
 */
export function splitRecord(record: EventRecord, { bytes, position }: { bytes: number; position: string }): Arrival[] {
  const received_at = new Date(record.received_at);
  const body = fieldsOf(record.body);
  const sentAt = firstOf(body.sentAt, body.sent_at);
  const reading = { door: record.door, receivedMs: received_at.getTime(), sentAt };
  const { key_id, is_public, door } = record;
  return rawEvents(body, record.type).map((event, index) => {
    const raw = withSentAt(event, sentAt);
    const wrong = bytes > EVENT_BYTES ? weigh(raw) : undefined;
    const told = wrong ?? readEvent(raw, reading);
    return { key_id, is_public, door, received_at, raw, fallback_id: `${position}:${index}`, told };
  });
}

function rawEvents(body: Fields, type: string | undefined): unknown[] {
  if (Array.isArray(body.batch)) return body.batch;
  if (Array.isArray(body.events)) return body.events;
  const { writeKey: _key, api_key: _api, key: _own, ...single } = body;
  return [type !== undefined && single.type === undefined ? { ...single, type } : single];
}

/** An event that is read again on its own has to know when it was sent. */
function withSentAt(event: unknown, sentAt: unknown): unknown {
  if (sentAt === undefined || !isFields(event) || event.sentAt !== undefined) return event;
  (event as Record<string, unknown>).sentAt = sentAt;
  return event;
}

function weigh(raw: unknown): Refusal | undefined {
  const text = writeRaw(raw);
  if (text === undefined) return 'too_deep';
  return text.length > EVENT_BYTES || Buffer.byteLength(text) > EVENT_BYTES ? 'too_large' : undefined;
}

/** The event as JSON that any text column can hold; undefined when it is nested too deep to be written. */
export function writeRaw(raw: unknown): string | undefined {
  try {
    return JSON.stringify(raw) ?? 'null';
  } catch {
    return undefined;
  }
}
