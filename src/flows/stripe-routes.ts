import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { StripeEventRow } from '../customers/stripe/model.ts';
import {
  rejectionPage,
  rejectionQuery,
  stripeChange,
  stripeEventPage,
  stripeEventQuery,
  stripeEventWhole,
  stripeView,
} from '../customers/stripe/schema.ts';
import { getEvent, listEvents, listRejections } from '../customers/stripe/verbs/events.ts';
import { getStripe, saveStripe } from '../customers/stripe/verbs/settings.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { parseBody } from '../http/json-body.ts';
import { HTTP_LIMITS } from '../http/limits.ts';
import { formatMoney } from '../kernel/money.ts';
import { say } from '../platform/locale.ts';
import { receiveStripe, replayStripe } from './stripe-door.ts';

const tags = ['Stripe'];
const params = z.object({ id: z.string().max(40).describe('The event as it is kept, se_…') });

/** The door for Stripe's events, and what has come through it. */
export const stripeRoutes: Routes = (app) => {
  app.register(async (scope: FastifyInstance) => takeWebhooks(scope));
  app.get(
    '/v1/stripe/settings',
    {
      schema: {
        tags,
        summary: 'What is set up for Stripe, and where it sends its events',
        response: { 200: stripeView },
      },
      config: { access: 'settings:read' },
    },
    (request) => getStripe(ctxOf(request)),
  );
  app.put(
    '/v1/stripe/settings',
    {
      schema: { tags, summary: 'Set up Stripe', body: stripeChange, response: { 200: stripeView } },
      config: { access: 'settings:write' },
    },
    (request) => saveStripe(ctxOf(request), request.body),
  );
  app.get(
    '/v1/stripe/events',
    {
      schema: {
        tags,
        summary: 'What Stripe sent, and what became of it',
        querystring: stripeEventQuery,
        response: { 200: stripeEventPage },
      },
      config: { access: 'settings:read' },
    },
    async (request) => {
      const { items, ...page } = await listEvents(ctxOf(request), request.query);
      return { ...page, items: items.map(toEventView) };
    },
  );
  app.get(
    '/v1/stripe/events/:id',
    {
      schema: { tags, summary: 'One event as Stripe sent it', params, response: { 200: stripeEventWhole } },
      config: { access: 'settings:read' },
    },
    async (request) => wholeView(await getEvent(ctxOf(request), request.params.id)),
  );
  app.post(
    '/v1/stripe/events/:id/replay',
    {
      schema: {
        tags,
        summary: 'Try an event again that waits, was left alone or was refused',
        params,
        response: { 200: stripeEventWhole },
      },
      config: { access: 'settings:write' },
    },
    async (request) => {
      await replayStripe(ctxOf(request), request.params.id);
      return wholeView(await getEvent(ctxOf(request), request.params.id));
    },
  );
  app.get(
    '/v1/stripe/rejections',
    {
      schema: {
        tags,
        summary: 'What came to the door and was turned away; the newest 200',
        querystring: rejectionQuery,
        response: { 200: rejectionPage },
      },
      config: { access: 'settings:read' },
    },
    async (request) => {
      const { items, ...page } = await listRejections(ctxOf(request), request.query);
      return {
        ...page,
        items: items.map(({ reason, received_at, ...row }) => ({
          ...row,
          received_at: received_at.toISOString(),
          reason_code: reason,
          reason: say(`reasons-doors:rejection.${reason}`),
        })),
      };
    },
  );
};

const answer = z.object({ received: z.literal(true), id: z.string().describe('The event as it is kept, se_…') });

/** The signature is of the bytes, so nothing may read them before it does. */
function takeWebhooks(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
  const schema = { tags, summary: 'For Stripe: its signed events', response: { 200: answer } };
  scope.post(
    '/v1/stripe/webhooks',
    { schema, config: { access: 'public', rateLimit: HTTP_LIMITS.track } },
    (request) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = request.headers['stripe-signature'];
      const signature = typeof header === 'string' ? header : undefined;
      return receiveStripe(ctxOf(request), { bytes, signature }, parseBody);
    },
  );
}

function toEventView({ payload: _payload, waits_for: _waits, reason, reason_params, ...row }: StripeEventRow) {
  return {
    ...row,
    reason_code: reason,
    reason: say(`reasons-doors:stripe.${reason}`, inWords(reason_params)),
    occurred_at: row.occurred_at.toISOString(),
    received_at: row.received_at.toISOString(),
    processed_at: row.processed_at.toISOString(),
  };
}

/** Amounts as a reader writes them. */
function inWords(params: Record<string, string | number>) {
  const { mrr_minor, currency } = params;
  return typeof mrr_minor === 'number' ? { ...params, mrr: formatMoney(mrr_minor, String(currency)) } : params;
}

function wholeView(row: StripeEventRow) {
  return { ...toEventView(row), payload: row.payload };
}
