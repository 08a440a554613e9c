import { invalidField, notFound } from '../../../kernel/errors.ts';
import { HOUR_MS } from '../../../kernel/time.ts';
import { TOPICS, type Topic } from '../../../kernel/topics.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { refusalOf } from '../../../platform/post-outside.ts';
import { makeSigningSecret } from '../../../platform/signature.ts';
import { EVERYTHING, type Listened, OLD_SECRET_HOURS, SEAL_PURPOSE, type Webhook } from '../model.ts';
import {
  deleteWebhook,
  findSecrets,
  findWebhook,
  insertWebhook,
  listWebhookRows,
  lockWebhook,
  updateWebhook,
} from '../store.ts';

/** Whether addresses inside our own network may be written to: `WEBHOOKS_TO_PRIVATE`. */
export type Reach = { toPrivate: boolean };

/** Every event there is, each with a sentence. */
export function listTopics(ctx: Ctx): { topic: Topic; says: string }[] {
  requireScope(ctx, 'settings:read');
  return TOPICS.map((topic) => ({ topic, says: say(`webhooks:topics.${topic}`) }));
}

export async function listWebhooks(ctx: Ctx): Promise<Webhook[]> {
  requireScope(ctx, 'settings:read');
  return listWebhookRows(ctx.db);
}

/** @throws not_found */
export async function getWebhook(ctx: Ctx, id: string): Promise<Webhook> {
  requireScope(ctx, 'settings:read');
  const webhook = await findWebhook(ctx.db, id);
  if (!webhook) throw notFound('webhook', id);
  return webhook;
}

/**
 * Adds a receiver and returns its signing secret, which is shown this once.
 * @throws 422 naming `url` when it leads inside or is not https
 */
export function addWebhook(
  ctx: Ctx,
  input: { url: string; topics: Listened[]; description: string },
  reach: Reach,
): Promise<{ webhook: Webhook; secret: string }> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const secret = makeSigningSecret();
    const now = inner.clock.now();
    const webhook: Webhook = {
      id: newId(inner, 'webhook'),
      url: readUrl(input.url, reach),
      topics: tidy(input.topics),
      description: input.description,
      state: 'on',
      failing_since: null,
      old_secret_until: null,
      created_by: inner.actor.id,
      created_at: now,
      updated_at: now,
    };
    await insertWebhook(inner.db, { ...webhook, secret_sealed: inner.tokens.seal(SEAL_PURPOSE, secret) });
    await audit(inner, 'webhook.added', webhook.id, { url: webhook.url, topics: webhook.topics });
    return { webhook, secret };
  });
}

type Change = { url?: string; topics?: Listened[]; description?: string; state?: 'on' | 'off' };

/** Changes a receiver. Switching it on lets what waited go out, and forgets how long it had failed. */
export function changeWebhook(ctx: Ctx, id: string, input: Change, reach: Reach): Promise<Webhook> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    await locked(inner, id);
    await updateWebhook(inner.db, id, {
      ...input,
      ...(input.url !== undefined && { url: readUrl(input.url, reach) }),
      ...(input.topics && { topics: tidy(input.topics) }),
      ...(input.state === 'on' && { failing_since: null }),
      updated_at: inner.clock.now(),
    });
    await audit(inner, 'webhook.changed', id, input);
    return getWebhook(inner, id);
  });
}

/** Ends a receiver, with its messages and their log. */
export function removeWebhook(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const { url } = await locked(inner, id);
    await deleteWebhook(inner.db, id);
    await audit(inner, 'webhook.removed', id, { url });
  });
}

/** A new secret, shown this once. For a day messages are signed with the old one too, so that none is refused. */
export function renewSecret(ctx: Ctx, id: string): Promise<{ webhook: Webhook; secret: string }> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    await locked(inner, id);
    const before = await findSecrets(inner.db, id);
    const secret = makeSigningSecret();
    const now = inner.clock.now();
    await updateWebhook(inner.db, id, {
      secret_sealed: inner.tokens.seal(SEAL_PURPOSE, secret),
      old_secret_sealed: before?.secret_sealed ?? null,
      old_secret_until: new Date(now.getTime() + OLD_SECRET_HOURS * HOUR_MS),
      updated_at: now,
    });
    await audit(inner, 'webhook.secret-renewed', id);
    return { webhook: await getWebhook(inner, id), secret };
  });
}

async function locked(ctx: Ctx, id: string): Promise<Webhook> {
  const webhook = await lockWebhook(ctx.db, id);
  if (!webhook) throw notFound('webhook', id);
  return webhook;
}

function readUrl(text: string, { toPrivate }: Reach): string {
  const refusal = refusalOf(text, toPrivate);
  if (refusal) {
    throw invalidField(
      'url',
      refusal,
      'Give an address on the public internet, such as https://hooks.example.com/goodword.',
    );
  }
  return new URL(text).href;
}

/** Without repetition, in the registry's order; everything is everything. */
function tidy(topics: readonly Listened[]): Listened[] {
  return topics.includes(EVERYTHING) ? [EVERYTHING] : TOPICS.filter((topic) => topics.includes(topic));
}

function audit(ctx: Ctx, action: string, id: string, detail?: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'webhook', subjectId: id, detail });
}
