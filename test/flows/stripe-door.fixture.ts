import Stripe from 'stripe';
import { expect } from 'vitest';
import type { settableClock } from '../../src/platform/clock.ts';
import { openTestApp } from '../harness/app.ts';
import type { StripeEvent } from './stripe-events.fixture.ts';

export const SECRET = 'whsec_of_the_endpoint';
const { webhooks } = new Stripe('sk_test_unused');

export type StripeDoor = Awaited<ReturnType<typeof openStripeDoor>>;

/** Goodword as its owner sees it, and Stripe, who knows the secret of the endpoint. */
export async function openStripeDoor(clock: ReturnType<typeof settableClock>) {
  const goodword = await openTestApp({ clock });
  const owner = await goodword.memberHeaders('owner');

  async function settings(body: object) {
    const answer = await goodword.app.inject({
      method: 'PUT',
      url: '/v1/stripe/settings',
      headers: owner,
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json() };
  }
  async function get<T>(url: string): Promise<T> {
    return (await goodword.app.inject({ method: 'GET', url, headers: owner })).json<T>();
  }
  async function deliver(payload: string, signature: string | undefined) {
    const headers = { 'content-type': 'application/json', ...(signature ? { 'stripe-signature': signature } : {}) };
    const answer = await goodword.app.inject({ method: 'POST', url: '/v1/stripe/webhooks', headers, payload });
    return { status: answer.statusCode, body: answer.json<{ id: string; reason?: string }>() };
  }
  const signed = (payload: string, options: { secret?: string; timestamp?: number } = {}) =>
    webhooks.generateTestHeaderString({ payload, secret: SECRET, timestamp: clock.now().getTime() / 1000, ...options });

  /** Sends an event as Stripe does, and returns what became of it. */
  async function send(one: StripeEvent): Promise<KeptEvent> {
    const payload = JSON.stringify(one, null, 2);
    const answer = await deliver(payload, signed(payload));
    expect(answer.status).toBe(200);
    return get<KeptEvent>(`/v1/stripe/events/${answer.body.id}`);
  }

  expect((await settings({ signing_secret: SECRET })).status).toBe(200);
  return { goodword, owner, settings, get, deliver, signed, send };
}

/** What became of an event. */
export type KeptEvent = {
  id: string;
  state: string;
  reason_code: string;
  reason: string;
  deliveries: number;
  attempts: number;
};
