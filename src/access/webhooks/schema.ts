import { z } from 'zod';
import { TOPICS } from '../../kernel/topics.ts';
import { type Attempt, DELIVERY_STATES, type Delivery, EVERYTHING, WEBHOOK_STATES, type Webhook } from './model.ts';

const instant = z.iso.datetime();
const listened = z.enum([EVERYTHING, ...TOPICS]);

export const webhookView = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  topics: z.array(listened).describe('What it listens to; `*` is everything, topics to come included'),
  state: z
    .enum(WEBHOOK_STATES)
    .describe('off: by you; failing: by us after five days without a success; gone: by us after an answer of 410'),
  failing_since: instant.nullable().describe('Since when no message has got through; null when the last one did'),
  old_secret_until: instant.nullable().describe('Until when messages are signed with the old secret too'),
  created_at: instant,
});
export const webhookList = z.object({ items: z.array(webhookView) });
export const newSecret = webhookView.extend({
  secret: z.string().describe('Verifies signatures (`whsec_…`, Standard Webhooks). It is shown this once.'),
});
export const topicList = z.object({ items: z.array(z.object({ topic: z.enum(TOPICS), says: z.string() })) });

const url = z.string().trim().min(1).max(2000).describe('Where messages are posted; https on the public internet');
const topics = z
  .array(listened)
  .min(1)
  .max(TOPICS.length + 1)
  .describe('What to send: topics, or `*` for everything');
const description = z.string().trim().max(200).describe('What it is for');

export const webhookBody = z.object({ url, topics, description: description.default('') });
export const webhookChange = z.object({
  url: url.optional(),
  topics: topics.optional(),
  description: description.optional(),
  state: z.enum(['on', 'off']).optional().describe('on: messages that waited are sent now'),
});
export const idParams = z.object({ id: z.string().max(40).describe('The webhook (`we_…`)') });
export const deliveryParams = z.object({ id: z.string().max(40).describe('The message (`wd_…`)') });

export const deliveryQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  state: z.enum(DELIVERY_STATES).optional(),
  topic: z.string().max(60).optional(),
});
export const deliveryView = z.object({
  id: z.string(),
  webhook_id: z.string(),
  event_id: z
    .string()
    .describe('The `webhook-id` of the message: the same at every attempt, so receivers can skip repeats'),
  topic: z.string(),
  state: z
    .enum(DELIVERY_STATES)
    .describe(
      'waiting: will be sent or tried again; delivered: answered with 2xx; failed: given up after ten attempts',
    ),
  attempts: z.number().int(),
  next_attempt_at: instant.nullable().describe('null when it is settled'),
  last_status: z.number().int().nullable(),
  last_error: z.string().nullable(),
  created_at: instant,
  settled_at: instant.nullable(),
});
export const deliveryPage = z.object({
  items: z.array(deliveryView),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
});
export const deliveryDetail = deliveryView.extend({
  body: z.string().describe('The message as it is signed and sent'),
  log: z.array(
    z.object({
      number: z.number().int(),
      at: instant,
      status: z.number().int().nullable(),
      error: z.string().nullable(),
      answer: z.string().describe('The beginning of what was answered'),
      ms: z.number().int(),
    }),
  ),
});

export function toWebhookView(webhook: Webhook): z.infer<typeof webhookView> {
  const { created_by: _by, updated_at: _at, ...rest } = webhook;
  return {
    ...rest,
    failing_since: webhook.failing_since?.toISOString() ?? null,
    old_secret_until: webhook.old_secret_until?.toISOString() ?? null,
    created_at: webhook.created_at.toISOString(),
  };
}

export function toDeliveryView({ outbox_id, ...row }: Delivery): z.infer<typeof deliveryView> {
  return {
    ...row,
    event_id: outbox_id,
    next_attempt_at: row.state === 'waiting' ? row.next_attempt_at.toISOString() : null,
    created_at: row.created_at.toISOString(),
    settled_at: row.settled_at?.toISOString() ?? null,
  };
}

export function toDetail(found: { delivery: Delivery; body: string; log: Attempt[] }): z.infer<typeof deliveryDetail> {
  const log = found.log.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() }));
  return { ...toDeliveryView(found.delivery), body: found.body, log };
}
