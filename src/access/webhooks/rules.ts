import { DAY_MS } from '../../kernel/time.ts';
import { EVERYTHING, type Outcome, type Webhook, type WebhookState } from './model.ts';

/** The pauses after the first, second, … failed attempt, in seconds (Standard Webhooks, "Deliverability"). */
const PAUSES_S = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
const FAILING_DAYS = 5;
const GONE = 410;

export function isDelivered(outcome: Pick<Outcome, 'status'>): boolean {
  return outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
}

/** When to try again after `attempts` failed ones; undefined when it is given up (after three and a half days). */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  const pause = PAUSES_S[attempts - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + pause * 1000);
}

/** The receiver's state after an outcome: one that is gone, or has failed for days without a success, is switched off. */
export function nextState(
  webhook: Pick<Webhook, 'state' | 'failing_since'>,
  outcome: Pick<Outcome, 'status'>,
  now: Date,
): { state: WebhookState; failing_since: Date | null } {
  if (isDelivered(outcome)) return { state: webhook.state, failing_since: null };
  const failing_since = webhook.failing_since ?? now;
  if (webhook.state !== 'on') return { state: webhook.state, failing_since };
  if (outcome.status === GONE) return { state: 'gone', failing_since };
  const isOver = now.getTime() - failing_since.getTime() >= FAILING_DAYS * DAY_MS;
  return { state: isOver ? 'failing' : 'on', failing_since };
}

/** Whether a receiver hears of an event: it is on, listens to the topic, and was there when it happened. */
export function hears(
  webhook: Pick<Webhook, 'state' | 'topics' | 'created_at'>,
  event: { topic: string; created_at: Date },
): boolean {
  const listens = webhook.topics.some((topic) => topic === EVERYTHING || topic === event.topic);
  return webhook.state === 'on' && listens && webhook.created_at <= event.created_at;
}

/** The message's body (Standard Webhooks, "Payload structure"); the same bytes at every attempt. */
export function bodyOf(event: { topic: string; payload: unknown; created_at: Date }): string {
  return JSON.stringify({ type: event.topic, timestamp: event.created_at.toISOString(), data: event.payload });
}

/** Why an attempt failed, in a word for the log and the mail. */
export function failureOf(outcome: Pick<Outcome, 'status' | 'error'>): string {
  if (outcome.error !== null) return outcome.error;
  const moved = outcome.status !== null && outcome.status >= 300 && outcome.status < 400;
  return `it answered ${outcome.status}${moved ? ', a redirect, which is not followed' : ''}`;
}
