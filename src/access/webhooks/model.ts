import type { Topic } from '../../kernel/topics.ts';

/** `failing` and `gone` are switched off by us: messages failed for days, or the receiver answered 410. */
export const WEBHOOK_STATES = ['on', 'off', 'failing', 'gone'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** The entry of `topics` that stands for all of them. */
export const EVERYTHING = '*';
export type Listened = Topic | typeof EVERYTHING;

export type Webhook = {
  id: string;
  url: string;
  description: string;
  topics: Listened[];
  state: WebhookState;
  failing_since: Date | null;
  old_secret_until: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
};

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One message to one receiver. `claimed_until`: somebody is sending it right now. */
export type Delivery = {
  id: string;
  webhook_id: string;
  outbox_id: string;
  topic: string;
  state: DeliveryState;
  attempts: number;
  next_attempt_at: Date;
  last_status: number | null;
  last_error: string | null;
  created_at: Date;
  settled_at: Date | null;
};

export type Attempt = {
  number: number;
  at: Date;
  status: number | null;
  error: string | null;
  answer: string;
  ms: number;
};

/** What to send where: everything a sender needs, with the secrets that sign it. */
export type Errand = { delivery: Delivery; url: string; secrets: string[]; body: string };
export type Outcome = Omit<Attempt, 'number' | 'at'>;
/** A receiver that was switched off just now, and why. */
export type SwitchedOff = { webhook: Webhook; why: string };

export const SEAL_PURPOSE = 'webhook-secret';
export const TIMEOUT_MS = 15_000;
/** Longer than the longest request, so that a message is taken over only from a sender that died. */
export const CLAIM_MS = 60_000;
export const OLD_SECRET_HOURS = 24;
export const KEEP_DAYS = 30;
export const TEST_TOPIC = 'webhook.test';
