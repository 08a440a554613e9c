import { AppError, notFound } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/page.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { keepEvent } from '../../../platform/outbox.ts';
import { type Attempt, type Delivery, type DeliveryState, TEST_TOPIC } from '../model.ts';
import { bodyOf } from '../rules.ts';
import {
  findDelivery,
  findEvent,
  findWebhook,
  insertDeliveries,
  listAttempts,
  listDeliveryRows,
  updateDelivery,
} from '../store.ts';

type Query = { page: number; per_page: number; state?: DeliveryState; topic?: string };

/** What was sent to one receiver, or waits to be, the newest first. @throws not_found */
export async function listMessages(ctx: Ctx, webhookId: string, query: Query): Promise<Page<Delivery>> {
  requireScope(ctx, 'settings:read');
  if (!(await findWebhook(ctx.db, webhookId))) throw notFound('webhook', webhookId);
  return listDeliveryRows(ctx.db, webhookId, query);
}

/** One message with its body and every attempt, the newest first. @throws not_found */
export async function getMessage(ctx: Ctx, id: string): Promise<{ delivery: Delivery; body: string; log: Attempt[] }> {
  requireScope(ctx, 'settings:read');
  const delivery = await existing(ctx, id);
  const body = bodyOf(await findEvent(ctx.db, delivery.outbox_id));
  return { delivery, body, log: await listAttempts(ctx.db, id) };
}

/**
 * Sends a message again, with the same id: at the next round, whatever became of it before.
 * @throws conflict while it waits anyway and its receiver is switched off
 */
export function redeliver(ctx: Ctx, id: string): Promise<Delivery> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const delivery = await existing(inner, id);
    const webhook = await findWebhook(inner.db, delivery.webhook_id);
    if (webhook?.state !== 'on') {
      throw new AppError('conflict', 'This webhook is switched off.', { hint: 'Switch it on, then send again.' });
    }
    const now = inner.clock.now();
    await updateDelivery(inner.db, id, {
      state: 'waiting',
      next_attempt_at: now,
      settled_at: null,
      claimed_until: null,
    });
    await writeAudit(inner, { action: 'webhook.redelivered', subjectKind: 'webhook', subjectId: webhook.id });
    return existing(inner, id);
  });
}

/** Queues a message that says only that it is a test, for this receiver alone. @throws not_found */
export function sendTest(ctx: Ctx, webhookId: string): Promise<Delivery> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    if (!(await findWebhook(inner.db, webhookId))) throw notFound('webhook', webhookId);
    const event = await keepEvent(inner, TEST_TOPIC, { webhook_id: webhookId });
    const id = newId(inner, 'webhookDelivery');
    const now = inner.clock.now();
    const row = { id, webhook_id: webhookId, outbox_id: event.id, topic: event.topic };
    await insertDeliveries(inner.db, [{ ...row, next_attempt_at: now, created_at: now }]);
    return existing(inner, id);
  });
}

async function existing(ctx: Ctx, id: string): Promise<Delivery> {
  const delivery = await findDelivery(ctx.db, id);
  if (!delivery) throw notFound('message', id);
  return delivery;
}
