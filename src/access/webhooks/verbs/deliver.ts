import { addDays } from '../../../kernel/time.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { forgetEvents, takeEvents } from '../../../platform/outbox.ts';
import {
  CLAIM_MS,
  type Delivery,
  type Errand,
  KEEP_DAYS,
  type Outcome,
  SEAL_PURPOSE,
  type SwitchedOff,
} from '../model.ts';
import { bodyOf, failureOf, hears, isDelivered, nextAttempt, nextState } from '../rules.ts';
import {
  claimDue,
  findEvent,
  findSecrets,
  findWebhook,
  insertAttempt,
  insertDeliveries,
  listWebhookRows,
  lockDelivery,
  lockWebhook,
  updateDelivery,
  updateWebhook,
} from '../store.ts';

const EVENTS_A_ROUND = 500;
const AT_ONCE = { each: 5, limit: 20 } as const;

/** Writes a message for every receiver that listens to an event nobody has handed on yet; true when there may be more. */
export function fanOut(ctx: Ctx): Promise<boolean> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const events = await takeEvents(inner, EVENTS_A_ROUND);
    const webhooks = events.length > 0 ? await listWebhookRows(inner.db) : [];
    const now = inner.clock.now();
    const rows = events.flatMap((event) =>
      webhooks
        .filter((webhook) => hears(webhook, event))
        .map((webhook) => ({ webhook_id: webhook.id, outbox_id: event.id, topic: event.topic })),
    );
    const made = rows.map((row) => ({
      ...row,
      id: newId(inner, 'webhookDelivery'),
      next_attempt_at: now,
      created_at: now,
    }));
    await insertDeliveries(inner.db, made);
    return events.length === EVENTS_A_ROUND;
  });
}

/** Takes what is due, for this sender alone and only for a while: a sender that dies leaves nothing behind unsent. */
export async function claimErrands(ctx: Ctx): Promise<Errand[]> {
  requireScope(ctx, 'settings:write');
  const now = ctx.clock.now();
  const due = await claimDue(ctx.db, { ...AT_ONCE, now, until: new Date(now.getTime() + CLAIM_MS) });
  return Promise.all(due.map((delivery) => errandOf(ctx, delivery)));
}

async function errandOf(ctx: Ctx, delivery: Delivery): Promise<Errand> {
  const webhook = await findWebhook(ctx.db, delivery.webhook_id);
  const body = bodyOf(await findEvent(ctx.db, delivery.outbox_id));
  return { delivery, url: webhook?.url ?? '', secrets: await secretsOf(ctx, delivery.webhook_id), body };
}

/** The secrets that sign now; none when the installation's own secret was changed since. */
async function secretsOf(ctx: Ctx, webhookId: string): Promise<string[]> {
  const found = await findSecrets(ctx.db, webhookId);
  if (!found) return [];
  const isOldValid = found.old_secret_until !== null && found.old_secret_until > ctx.clock.now();
  const sealed = [found.secret_sealed, ...(isOldValid ? [found.old_secret_sealed ?? ''] : [])];
  return sealed.map((text) => ctx.tokens.unseal(SEAL_PURPOSE, text)).filter((secret) => secret !== undefined);
}

/**
 * Keeps what became of one attempt: delivered, to be tried again, or given up. Returns the receiver when this attempt
 * was the one that had it switched off.
 */
export function settleAttempt(ctx: Ctx, deliveryId: string, outcome: Outcome): Promise<SwitchedOff | undefined> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const delivery = await lockDelivery(inner.db, deliveryId);
    const webhook = delivery && (await lockWebhook(inner.db, delivery.webhook_id));
    if (!delivery || !webhook) return undefined;
    const now = inner.clock.now();
    await keepOutcome(inner, delivery, outcome);
    const next = nextState(webhook, outcome, now);
    await updateWebhook(inner.db, webhook.id, { ...next, updated_at: now });
    if (next.state === webhook.state) return undefined;
    return { webhook: { ...webhook, ...next }, why: failureOf(outcome) };
  });
}

async function keepOutcome(ctx: Ctx, delivery: Delivery, outcome: Outcome): Promise<void> {
  const at = ctx.clock.now();
  const attempts = delivery.attempts + 1;
  await insertAttempt(ctx.db, delivery.id, { number: attempts, at, ...outcome });
  const known = { attempts, claimed_until: null, last_status: outcome.status };
  if (isDelivered(outcome)) {
    return updateDelivery(ctx.db, delivery.id, { ...known, state: 'delivered', last_error: null, settled_at: at });
  }
  const next = nextAttempt(attempts, at);
  const failed = next ? { next_attempt_at: next } : { state: 'failed' as const, settled_at: at };
  await updateDelivery(ctx.db, delivery.id, { ...known, ...failed, last_error: failureOf(outcome) });
}

/** Forgets events, messages and their log after 30 days, whatever became of them. */
export async function forgetOldMessages(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'settings:write');
  return forgetEvents(ctx, addDays(ctx.clock.now(), -KEEP_DAYS));
}
