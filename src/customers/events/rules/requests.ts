import { AppError } from '../../../kernel/errors.ts';
import { BATCH_EVENTS, type Door, type EventRecord } from '../model.ts';

/** Whose shape a request has, and what kind of event its address stands for when it stands for one. */
export type Way = { door: Door; type?: string };

const SINGLE: Record<string, string> = { t: 'track', i: 'identify', p: 'page', s: 'screen', g: 'group', a: 'alias' };

/** What the address of a request says of it; undefined when nobody sends events there. */
export function wayOf(path: string): Way | undefined {
  if (path === '/v1/events') return { door: 'goodword' };
  if (path === '/v1/batch') return { door: 'segment' };
  if (path === '/batch/' || path === '/batch') return { door: 'posthog' };
  const type = /^\/v1\/([tipsga])$/.exec(path)?.[1];
  return type === undefined ? undefined : { door: 'segment', type: SINGLE[type] ?? 'track' };
}

/**
 * How many events a body holds, of which is known what its fields hold: of lists how many items.
 * @throws too_large
 */
export function countOf(body: ReadonlyMap<string, unknown>): number {
  const [batch, events] = [body.get('batch'), body.get('events')];
  const count = typeof batch === 'number' ? batch : events;
  if (typeof count !== 'number') return 1;
  if (count > BATCH_EVENTS) throw new AppError('too_large', `A request holds at most ${BATCH_EVENTS} events.`);
  return Math.max(1, count);
}

/** What is kept of a request. The body goes in as it came: writing it anew costs as much as reading it. */
export function recordOf(
  { door, type }: Way,
  { id, is_public }: { id: string; is_public: boolean },
  body: Buffer,
  at: Date,
): Buffer {
  const received_at = at.toISOString();
  const about: Omit<EventRecord, 'body'> = { key_id: id, is_public, door, ...(type ? { type } : {}), received_at };
  return Buffer.concat([Buffer.from(`${JSON.stringify(about).slice(0, -1)},"body":`), body, Buffer.from('}')]);
}
