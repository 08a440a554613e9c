import type { Door, Fields, Refusal, Told } from '../model.ts';
import { readPosthog } from './read-posthog.ts';
import { fieldsOf, firstOf, isFields, NO_FIELDS, nameOf, refuseNames } from './texts.ts';
import { readTime, skewOf } from './times.ts';

/** `skewMs`: by how much the sender's clock is wrong, when the request as a whole said when it was sent. */
export type Reading = { door: Door; receivedMs: number; skewMs: number | undefined };

const KINDS: Record<string, Told['kind']> = {
  track: 'use',
  page: 'use',
  screen: 'use',
  identify: 'person',
  group: 'account',
  alias: 'alias',
};

/** What a raw event says, in our words, or why it cannot be used. It never throws, whatever it gets. */
export function readEvent(raw: unknown, reading: Reading): Told | Refusal {
  if (!isFields(raw)) return 'not_an_event';
  const told = reading.door === 'posthog' ? readPosthog(raw) : readSegment(raw);
  if (typeof told === 'string') return told;
  const wrong = refuseNames([told.id, told.name, told.user, told.anonymous, told.account, told.previous]);
  if (wrong) return wrong;
  if (told.kind === 'account' && told.account === null) return 'no_group';
  if (told.kind === 'alias' && (told.previous === null || told.user === null)) return 'no_previous';
  if (told.user === null && told.anonymous === null && told.account === null) return 'nobody';
  const written = firstOf(raw.timestamp, raw.originalTimestamp, raw.occurred_at);
  const skew = reading.skewMs ?? skewOf(firstOf(raw.sentAt, raw.sent_at), reading.receivedMs);
  const at = readTime(written, reading.receivedMs, skew);
  if (typeof at === 'string') return at;
  told.at = at;
  return told;
}

/** Segment's words, and ours, which are the same in snake_case. */
function readSegment(raw: Fields): Told | Refusal {
  const type = raw.type ?? 'track';
  const kind = typeof type === 'string' && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) return 'unknown_type';
  const name = kind === 'use' ? nameOfUse(type as string, raw) : String(type);
  if (name === null) return 'no_name';
  const context = fieldsOf(raw.context);
  const traits = fieldsOf(raw.traits ?? (kind === 'use' ? undefined : context.traits));
  const company = kind === 'person' ? fieldsOf(traits.company) : traits;
  const ofPerson = kind === 'person' ? nameOf(company.id) : null;
  return {
    kind,
    id: nameOf(raw.messageId ?? raw.id),
    name,
    user: nameOf(raw.userId ?? raw.user_id),
    anonymous: nameOf(raw.anonymousId ?? raw.anonymous_id),
    account: ofPerson ?? nameOf(raw.groupId ?? raw.account_id ?? context.groupId),
    tells_account: kind === 'account' || ofPerson !== null,
    previous: nameOf(raw.previousId ?? raw.previous_id),
    at: 0,
    quantity: raw.quantity,
    duration_s: raw.duration_s,
    error_count: raw.error_count,
    properties: fieldsOf(raw.properties),
    traits: kind === 'person' ? traits : NO_FIELDS,
    account_traits: kind === 'account' || ofPerson !== null ? company : NO_FIELDS,
  };
}

/** A page or screen is used under its own name, not its address: addresses hold numbers and would never end. */
function nameOfUse(type: string, raw: Fields): string | null {
  const own = nameOf(raw.name ?? fieldsOf(raw.properties).name);
  if (type === 'track') return nameOf(raw.event) ?? own;
  const viewed = type === 'page' ? 'Page' : 'Screen';
  return own === null ? `${viewed} viewed` : `${viewed}: ${own}`;
}
