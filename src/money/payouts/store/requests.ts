import { sql } from 'kysely';
import type { IsoDate } from '../../../kernel/time.ts';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import { IN_TRANSIT, type PayoutRequest } from '../model.ts';

type Row = {
  id: string;
  partner_id: string;
  partner_name: string;
  currency: string;
  amount_minor: number;
  promised_on: IsoDate;
  requested_at: Date;
  batch_id: string | null;
};

const toRequest = (row: Row): PayoutRequest => ({
  id: row.id,
  partnerId: row.partner_id,
  partnerName: row.partner_name,
  currency: row.currency,
  amountMinor: row.amount_minor,
  promisedOn: row.promised_on,
  requestedAt: row.requested_at,
  batchId: row.batch_id,
});

const SELECT = sql`select r.id, r.partner_id, a.name as partner_name, r.currency, r.amount_minor, r.promised_on,
  r.requested_at, r.batch_id from payout_requests r join partners a on a.id = r.partner_id`;

/** Those no draft has taken up yet, oldest first. */
export async function listOpenRequests(ctx: Ctx): Promise<PayoutRequest[]> {
  const { rows } = await sql<Row>`${SELECT} where r.batch_id is null order by r.requested_at, r.id`.execute(ctx.db);
  return rows.map(toRequest);
}

/** A partner's requests that are open, or in a payout that has not arrived. */
export async function listLiveRequests(ctx: Ctx, partnerId: string): Promise<PayoutRequest[]> {
  const { rows } = await sql<Row>`${SELECT} where r.partner_id = ${partnerId} and (r.batch_id is null
    or exists (select 1 from payouts p where p.batch_id = r.batch_id and p.partner_id = r.partner_id
      and p.state = any(${['draft', ...IN_TRANSIT]}))) order by r.requested_at desc, r.id`.execute(ctx.db);
  return rows.map(toRequest);
}

/** Keeps a request. @throws a violation of the unique index when one is open already */
export async function insertRequest(
  ctx: Ctx,
  request: Pick<PayoutRequest, 'partnerId' | 'currency' | 'amountMinor' | 'promisedOn'>,
): Promise<string> {
  const id = newId(ctx, 'payoutRequest');
  await ctx.db
    .insertInto('payout_requests')
    .values({
      id,
      partner_id: request.partnerId,
      currency: request.currency,
      amount_minor: request.amountMinor,
      promised_on: request.promisedOn,
      requested_by: ctx.actor.id,
      requested_at: ctx.clock.now(),
    })
    .execute();
  return id;
}

/** The partner's own request by its id, locked. */
export async function lockOwnRequest(ctx: Ctx, key: { id: string; partnerId: string }) {
  return ctx.db
    .selectFrom('payout_requests')
    .select(['id', 'currency', 'amount_minor', 'batch_id'])
    .where('id', '=', key.id)
    .where('partner_id', '=', key.partnerId)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteRequest(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('payout_requests').where('id', '=', id).execute();
}

/** The open requests of everybody these drafts pay are taken up by them. */
export async function takeUpRequests(ctx: Ctx, batchIds: readonly string[]): Promise<void> {
  await sql`update payout_requests r set batch_id = p.batch_id from payouts p
    where p.batch_id = any(${[...batchIds]}) and p.partner_id = r.partner_id and p.currency = r.currency
      and p.state = 'draft' and r.batch_id is null`.execute(ctx.db);
}

/** What was asked for is open again after these payouts were given up before they left. */
export async function reopenRequests(ctx: Ctx, payoutIds: readonly string[]): Promise<void> {
  await sql`update payout_requests r set batch_id = null from payouts p
    where p.id = any(${[...payoutIds]}) and r.batch_id = p.batch_id and r.partner_id = p.partner_id
      and not exists (select 1 from payout_requests o where o.partner_id = r.partner_id
        and o.currency = r.currency and o.batch_id is null)`.execute(ctx.db);
}
