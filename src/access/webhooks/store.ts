import { sql } from 'kysely';
import { offsetOf, type Page } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Attempt, Delivery, DeliveryState, Webhook } from './model.ts';

const WEBHOOK = [
  'id',
  'url',
  'description',
  'topics',
  'state',
  'failing_since',
  'old_secret_until',
  'created_by',
  'created_at',
  'updated_at',
] as const;
const DELIVERY = [
  'id',
  'webhook_id',
  'outbox_id',
  'topic',
  'state',
  'attempts',
  'next_attempt_at',
  'last_status',
  'last_error',
  'created_at',
  'settled_at',
] as const;

type Secrets = { secret_sealed: string; old_secret_sealed: string | null; old_secret_until: Date | null };

export async function insertWebhook(db: Db, webhook: Webhook & Pick<Secrets, 'secret_sealed'>): Promise<void> {
  await db.insertInto('webhooks').values(webhook).execute();
}

/** Every receiver, the newest first. */
export async function listWebhookRows(db: Db): Promise<Webhook[]> {
  return (await db.selectFrom('webhooks').select(WEBHOOK).orderBy('id', 'desc').execute()) as Webhook[];
}

export async function findWebhook(db: Db, id: string): Promise<Webhook | undefined> {
  const row = await db.selectFrom('webhooks').select(WEBHOOK).where('id', '=', id).executeTakeFirst();
  return row as Webhook | undefined;
}

/** Locked until the transaction ends, so that two outcomes judge it one after the other. */
export async function lockWebhook(db: Db, id: string): Promise<Webhook | undefined> {
  const row = await db.selectFrom('webhooks').select(WEBHOOK).where('id', '=', id).forUpdate().executeTakeFirst();
  return row as Webhook | undefined;
}

export async function updateWebhook(db: Db, id: string, change: Partial<Webhook & Secrets>): Promise<void> {
  await db.updateTable('webhooks').set(change).where('id', '=', id).execute();
}

export async function deleteWebhook(db: Db, id: string): Promise<void> {
  await db.deleteFrom('webhooks').where('id', '=', id).execute();
}

export async function findSecrets(db: Db, id: string): Promise<Secrets | undefined> {
  return db
    .selectFrom('webhooks')
    .select(['secret_sealed', 'old_secret_sealed', 'old_secret_until'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type NewDelivery = Pick<
  Delivery,
  'id' | 'webhook_id' | 'outbox_id' | 'topic' | 'next_attempt_at' | 'created_at'
>;

export async function insertDeliveries(db: Db, rows: NewDelivery[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('webhook_deliveries').values(rows).execute();
}

/**
 * Claims what is due at `now` for one sender: a few of each receiver, so that a slow one holds nobody else up. A claim
 * whose sender died runs out.
 */
export async function claimDue(
  db: Db,
  claim: { now: Date; until: Date; each: number; limit: number },
): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    with due as (
      select d.id, row_number() over (partition by d.webhook_id order by d.next_attempt_at, d.id) as place
      from webhook_deliveries d join webhooks w on w.id = d.webhook_id
      where d.state = 'waiting' and w.state = 'on' and d.next_attempt_at <= ${claim.now}
        and (d.claimed_until is null or d.claimed_until <= ${claim.now})),
    taken as (
      select id from webhook_deliveries where id in (select id from due where place <= ${claim.each})
      order by next_attempt_at, id limit ${claim.limit} for update skip locked)
    update webhook_deliveries set claimed_until = ${claim.until} where id in (select id from taken)
    returning ${sql.join(DELIVERY.map((column) => sql.ref(column)))}`.execute(db);
  return rows;
}

export async function findDelivery(db: Db, id: string): Promise<Delivery | undefined> {
  const row = await db.selectFrom('webhook_deliveries').select(DELIVERY).where('id', '=', id).executeTakeFirst();
  return row as Delivery | undefined;
}

/** Locked until the transaction ends, so that two outcomes of one message are counted one after the other. */
export async function lockDelivery(db: Db, id: string): Promise<Delivery | undefined> {
  const query = db.selectFrom('webhook_deliveries').select(DELIVERY).where('id', '=', id).forUpdate();
  return (await query.executeTakeFirst()) as Delivery | undefined;
}

/** The event of a message, to make its body from. */
export async function findEvent(db: Db, id: string) {
  const query = db.selectFrom('outbox').select(['id', 'topic', 'payload', 'created_at']).where('id', '=', id);
  return query.executeTakeFirstOrThrow();
}

type Change = Partial<Omit<Delivery, 'id'>> & { claimed_until: Date | null };

export async function updateDelivery(db: Db, id: string, change: Change): Promise<void> {
  await db.updateTable('webhook_deliveries').set(change).where('id', '=', id).execute();
}

export async function insertAttempt(db: Db, deliveryId: string, attempt: Attempt): Promise<void> {
  await db
    .insertInto('webhook_attempts')
    .values({ delivery_id: deliveryId, ...attempt })
    .execute();
}

export async function listAttempts(db: Db, deliveryId: string): Promise<Attempt[]> {
  return db
    .selectFrom('webhook_attempts')
    .select(['number', 'at', 'status', 'error', 'answer', 'ms'])
    .where('delivery_id', '=', deliveryId)
    .orderBy('number', 'desc')
    .execute();
}

type Filter = { page: number; per_page: number; state?: DeliveryState; topic?: string };

/** Messages to one receiver, the newest first. */
export async function listDeliveryRows(db: Db, webhookId: string, filter: Filter): Promise<Page<Delivery>> {
  let found = db.selectFrom('webhook_deliveries').where('webhook_id', '=', webhookId);
  if (filter.state) found = found.where('state', '=', filter.state);
  if (filter.topic) found = found.where('topic', '=', filter.topic);
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await found
    .select(DELIVERY)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.per_page)
    .offset(offsetOf(filter))
    .execute();
  return { items: items as Delivery[], total, page: filter.page, per_page: filter.per_page };
}
