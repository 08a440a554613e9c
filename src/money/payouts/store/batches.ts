import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import {
  type Batch,
  type BatchState,
  IN_TRANSIT,
  type Payout,
  type PayoutItem,
  type PayoutState,
  type Rail,
  type Skipped,
} from '../model.ts';
import { toDestination } from './destinations.ts';

type BatchRow = {
  id: string;
  currency: string;
  rail: string;
  state: string;
  created_by: string;
  created_at: Date;
  expected_on: string;
  content_hash: string;
  skipped: unknown;
  approvals: number;
  approved_by: string | null;
  approved_at: Date | null;
  filed_at: Date | null;
  sent_at: Date | null;
  paid_at: Date | null;
};

function toBatch(row: BatchRow): Batch {
  return {
    id: row.id,
    currency: row.currency,
    rail: row.rail as Rail,
    state: row.state as BatchState,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expectedOn: row.expected_on,
    contentHash: row.content_hash,
    skipped: row.skipped as Skipped[],
    approvals: row.approvals,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    filedAt: row.filed_at,
    sentAt: row.sent_at,
    paidAt: row.paid_at,
  };
}

export async function insertBatch(
  ctx: Ctx,
  batch: Pick<Batch, 'id' | 'currency' | 'rail' | 'expectedOn' | 'contentHash' | 'skipped'>,
): Promise<void> {
  await ctx.db
    .insertInto('payout_batches')
    .values({
      id: batch.id,
      currency: batch.currency,
      rail: batch.rail,
      state: 'draft',
      created_by: await personBehind(ctx),
      created_at: ctx.clock.now(),
      expected_on: batch.expectedOn,
      content_hash: batch.contentHash,
      skipped: JSON.stringify(batch.skipped),
    })
    .execute();
}

/** Whoever made a key answers for what it does, so that nobody approves a batch of their own through one. */
async function personBehind(ctx: Ctx): Promise<string> {
  if (ctx.actor.kind !== 'key') return ctx.actor.id;
  const key = await ctx.db
    .selectFrom('api_keys')
    .select('created_by')
    .where('id', '=', ctx.actor.id)
    .executeTakeFirst();
  return key?.created_by ?? ctx.actor.id;
}

export async function findBatch(ctx: Ctx, id: string): Promise<Batch | undefined> {
  const row = await ctx.db.selectFrom('payout_batches').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toBatch(row);
}

export async function lockBatch(ctx: Ctx, id: string): Promise<Batch | undefined> {
  const row = await ctx.db.selectFrom('payout_batches').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toBatch(row);
}

/** A partner's batches that have not left the house, locked in the order of their ids. */
export async function lockUnsentBatchesOf(ctx: Ctx, partnerId: string): Promise<Batch[]> {
  const rows = await ctx.db
    .selectFrom('payout_batches as b')
    .selectAll('b')
    .where('b.state', 'in', ['draft', 'approved'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('payouts as p')
          .select('p.id')
          .whereRef('p.batch_id', '=', 'b.id')
          .where('p.partner_id', '=', partnerId)
          .where('p.state', 'in', ['draft', 'claimed']),
      ),
    )
    .orderBy('b.id')
    .forUpdate('b')
    .execute();
  return rows.map(toBatch);
}

export type BatchChange = {
  state?: BatchState;
  content_hash?: string;
  approvals?: number;
  approved_by?: string | null;
  approved_at?: Date | null;
  approved_hash?: string | null;
  filed_at?: Date | null;
  sent_at?: Date;
  paid_at?: Date;
};

export async function updateBatch(ctx: Ctx, id: string, change: BatchChange): Promise<void> {
  await ctx.db.updateTable('payout_batches').set(change).where('id', '=', id).execute();
}

/** A batch in the list, with its sums. */
export type BatchSummary = Batch & { payoutCount: number; totalMinor: number; openCount: number };

export async function listBatches(
  ctx: Ctx,
  filter: { state?: BatchState | undefined; limit: number; offset: number },
): Promise<{ items: BatchSummary[]; total: number }> {
  const where = filter.state ? sql`where b.state = ${filter.state}` : sql``;
  const { rows } = await sql<BatchRow & { payout_count: number; total_minor: number; open_count: number }>`
    select b.*, s.payout_count, s.total_minor, s.open_count from payout_batches b cross join lateral (
      select count(*) filter (where p.state <> 'cancelled') as payout_count,
        coalesce(sum(p.amount_minor) filter (where p.state <> 'cancelled'), 0)::bigint as total_minor,
        count(*) filter (where p.state in ('claimed', 'sending', 'unknown', 'sent')) as open_count
      from payouts p where p.batch_id = b.id) s
    ${where} order by b.created_at desc, b.id desc limit ${filter.limit} offset ${filter.offset}`.execute(ctx.db);
  const counted = await sql<{ total: number }>`select count(*) as total from payout_batches b ${where}`.execute(ctx.db);
  const items = rows.map((row) => ({
    ...toBatch(row),
    payoutCount: row.payout_count,
    totalMinor: row.total_minor,
    openCount: row.open_count,
  }));
  return { items, total: counted.rows[0]?.total ?? 0 };
}

export type NewPayout = Pick<
  Payout,
  | 'id'
  | 'batchId'
  | 'partnerId'
  | 'currency'
  | 'amountMinor'
  | 'grossMinor'
  | 'withheldMinor'
  | 'withheldRateBps'
  | 'destination'
  | 'items'
  | 'endToEndId'
>;

export async function insertPayouts(ctx: Ctx, payouts: readonly NewPayout[]): Promise<void> {
  const created_at = ctx.clock.now();
  for (const payout of payouts) {
    await ctx.db
      .insertInto('payouts')
      .values({
        id: payout.id,
        batch_id: payout.batchId,
        partner_id: payout.partnerId,
        currency: payout.currency,
        amount_minor: payout.amountMinor,
        gross_minor: payout.grossMinor,
        withheld_minor: payout.withheldMinor,
        withheld_rate_bps: payout.withheldRateBps,
        ...destinationColumns(payout),
        state: 'draft',
        end_to_end_id: payout.endToEndId,
        created_at,
      })
      .execute();
    await insertItems(ctx, payout);
  }
}

async function insertItems(ctx: Ctx, payout: NewPayout): Promise<void> {
  const ids = payout.items.map((item) => item.commissionId);
  const amounts = payout.items.map((item) => item.amountMinor);
  await sql`insert into payout_items (payout_id, commission_id, amount_minor)
    select ${payout.id}, * from unnest(${ids}::text[], ${amounts}::bigint[])`.execute(ctx.db);
}

function destinationColumns({ destination }: Pick<Payout, 'destination'>) {
  return {
    destination_id: destination.id,
    rail: destination.rail,
    holder_name: destination.holderName,
    iban: destination.iban,
    bic: destination.bic,
    details: destination.details,
    fields: JSON.stringify(destination.fields),
  };
}

export async function updateDestination(ctx: Ctx, payout: Pick<Payout, 'id' | 'destination'>): Promise<void> {
  await ctx.db.updateTable('payouts').set(destinationColumns(payout)).where('id', '=', payout.id).execute();
}

export type PayoutChange = {
  state: PayoutState;
  reason?: string | null;
  paid_at?: Date | null;
  asked_at?: Date;
  provider_ref?: string | null;
};

export async function updatePayouts(ctx: Ctx, ids: readonly string[], change: PayoutChange): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('payouts')
    .set(change)
    .where('id', 'in', [...ids])
    .execute();
}

/** What these payouts had settled is open again. */
export async function freeItems(ctx: Ctx, payoutIds: readonly string[]): Promise<void> {
  if (payoutIds.length === 0) return;
  await ctx.db
    .updateTable('payout_items')
    .set({ is_live: false })
    .where('payout_id', 'in', [...payoutIds])
    .execute();
}

type PayoutRow = {
  id: string;
  batch_id: string;
  partner_id: string;
  partner_name: string;
  currency: string;
  amount_minor: number;
  gross_minor: number;
  withheld_minor: number;
  withheld_rate_bps: number;
  destination_id: string;
  rail: string;
  holder_name: string;
  iban: string | null;
  bic: string | null;
  details: string | null;
  fields: unknown;
  state: string;
  end_to_end_id: string;
  reason: string | null;
  paid_at: Date | null;
  asked_at: Date | null;
  provider_ref: string | null;
};

/** The payouts of a batch with their items, by the partner's name. */
export async function listPayoutsOf(ctx: Ctx, batchId: string): Promise<Payout[]> {
  return listPayouts(ctx, { batchId });
}

export type PayoutFilter = {
  batchId?: string;
  id?: string;
  endToEndId?: string;
  /** Any of these references, or of the batches that were sent as these messages. */
  references?: string[];
  messages?: string[];
};

/** The payouts that match, with their items, by the partner's name. */
export async function listPayouts(ctx: Ctx, filter: PayoutFilter): Promise<Payout[]> {
  const { batchId, id, endToEndId, references, messages = [] } = filter;
  const { rows } = await sql<PayoutRow & { items: { commission_id: string; amount_minor: number }[] }>`
    select p.*, r.name as partner_name, coalesce((
      select jsonb_agg(jsonb_build_object('commission_id', i.commission_id, 'amount_minor', i.amount_minor)
        order by i.commission_id) from payout_items i where i.payout_id = p.id), '[]') as items
    from payouts p join partners r on r.id = p.partner_id
    where ${batchId ? sql`p.batch_id = ${batchId}` : sql`true`} and ${id ? sql`p.id = ${id}` : sql`true`}
      and ${endToEndId ? sql`p.end_to_end_id = ${endToEndId}` : sql`true`}
      and ${
        references
          ? sql`(p.end_to_end_id = any(${references}) or upper(replace(p.batch_id, '_', '')) = any(${messages}))`
          : sql`true`
      }
    order by r.name, p.id`.execute(ctx.db);
  return rows.map(({ items, ...row }) =>
    toPayout(
      row,
      items.map((item) => ({ commissionId: item.commission_id, amountMinor: item.amount_minor })),
    ),
  );
}

/** Whether a payout of the batch has not arrived, failed or come back. */
export async function hasOpenPayouts(ctx: Ctx, batchId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('payouts')
    .select('id')
    .where('batch_id', '=', batchId)
    .where('state', 'in', [...IN_TRANSIT])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function toPayout(row: PayoutRow, items: PayoutItem[]): Payout {
  return {
    id: row.id,
    batchId: row.batch_id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    currency: row.currency,
    amountMinor: row.amount_minor,
    grossMinor: row.gross_minor,
    withheldMinor: row.withheld_minor,
    withheldRateBps: row.withheld_rate_bps,
    destination: toDestination({ ...row, id: row.destination_id }),
    state: row.state as PayoutState,
    endToEndId: row.end_to_end_id,
    reason: row.reason,
    paidAt: row.paid_at,
    askedAt: row.asked_at,
    providerRef: row.provider_ref,
    items,
  };
}
