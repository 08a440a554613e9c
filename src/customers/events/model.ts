/** Which client's shape events have: Segment's and ours, or PostHog's. */
export const DOORS = ['segment', 'posthog', 'goodword'] as const;
export type Door = (typeof DOORS)[number];

/** What the door keeps of a request, as JSON in the intake. */
export type EventRecord = {
  key_id: string;
  /** The key stands in pages anybody may read: what it says never overwrites what is known. */
  is_public: boolean;
  door: Door;
  /** What kind of event the address stands for, when it stands for one. */
  type?: string;
  received_at: string;
  body: unknown;
};

/** What a request may weigh, also once it is inflated, and how many events it may hold. */
export const BATCH_BYTES = 500 * 1024;
export const BATCH_EVENTS = 2_500;
/** What an event may weigh, in bytes of its JSON. */
export const EVENT_BYTES = 32 * 1024;
/** How deep an event may be nested. */
export const EVENT_DEPTH = 100;
/** How long a name may be: of an event, a user, an account, an event's id. */
export const NAME_CHARACTERS = 200;
/** How much of an event is kept that is too large to be used. */
export const PREVIEW_CHARACTERS = 4_000;
/** How many of the newest arrivals are kept to look at. */
export const ARRIVALS_KEPT = 200;
/** How long what waits or was refused is kept, in days. */
export const QUARANTINE_DAYS = 30;
/** Kinds of groups (PostHog's `$groups`) that stand for an account, the most telling first. */
export const ACCOUNT_GROUPS = ['account', 'company', 'organization', 'organisation', 'workspace', 'customer', 'team'];

/** Why an event cannot be used as it is. */
export const REFUSALS = [
  'not_an_event',
  'too_large',
  'too_deep',
  'unknown_type',
  'no_name',
  'name_too_long',
  'bad_text',
  'nobody',
  'no_group',
  'no_previous',
  'bad_time',
  'in_future',
  'too_old',
  'bad_quantity',
  'not_storable',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What an event waits for. */
export const WAITS = ['anonymous', 'unknown_user', 'unknown_account', 'not_listed'] as const;
export type Wait = (typeof WAITS)[number];
export type QuarantineReason = Refusal | Wait;

export const OUTCOMES = ['counted', 'learned', 'ignored', 'waiting', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Fields = Readonly<Record<string, unknown>>;

/** An event in our words, whatever client sent it. */
export type Told = {
  kind: 'use' | 'person' | 'account' | 'alias';
  /** The client's own id of it. */
  id: string | null;
  name: string;
  user: string | null;
  anonymous: string | null;
  account: string | null;
  /** Whether it tells of the account itself, so that one nobody knows is made. */
  tells_account: boolean;
  /** The former name of the user, of an alias. */
  previous: string | null;
  /** Epoch milliseconds. */
  at: number;
  quantity: unknown;
  duration_s: unknown;
  error_count: unknown;
  properties: Fields;
  /** What is said of the person. */
  traits: Fields;
  /** What is said of the account. */
  account_traits: Fields;
};

export type Mapping = {
  event_name: string;
  action: 'count' | 'ignore';
  /** The feature it counts under; its own name when null. */
  feature: string | null;
  /** The property that holds how much; one a time when null. */
  quantity_property: string | null;
};
/** What happens to an event that no mapping names. */
export type Unlisted = 'count' | 'hold';
export type EventRules = { unlisted: Unlisted; mappings: ReadonlyMap<string, Mapping> };

/** What is said of an account, read from traits. `attributes` holds what has no column. */
export type AccountFacts = {
  name?: string;
  domain?: string;
  industry?: string;
  country?: string;
  employees?: number;
  plan?: string;
  seats?: number;
  signed_up_at?: string;
  attributes: Record<string, string | number | boolean>;
};
export type PersonFacts = {
  name?: string;
  email?: string;
  title?: string;
  locale?: string;
  attributes: Record<string, string | number | boolean>;
};

/** Where events came from together. */
export type Source = {
  key_id: string;
  is_public: boolean;
  door: Door;
  received_at: Date;
  /** The event at this place as it came. Read anew when asked for: few are, and holding all costs more than anything else. */
  rawOf(index: number): unknown;
  /** The id that the event at this place gets when it brought none. */
  idOf(index: number): string;
};

/** One event on its way in: where from, and what it says. */
export type Arrival = { source: Source; index: number; told: Told | Refusal };

/** Who a name of events is: the person, the account they belong to, and when they were last active (epoch milliseconds). */
export type Known = { person_id: string; account_id: string | null; active_ms: number };

/** What became of an arrival. */
export type Settled = { outcome: Outcome; reason: QuarantineReason | null; account_id: string | null };

export type Quarantined = {
  id: string;
  key_id: string;
  door: Door;
  state: 'waiting' | 'refused';
  reason: QuarantineReason;
  event_name: string | null;
  user_name: string | null;
  anonymous_name: string | null;
  account_name: string | null;
  received_at: Date;
  attempts: number;
  payload: string;
  is_whole: boolean;
};
