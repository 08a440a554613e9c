import { notFound } from '../../../kernel/errors.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { offsetOf } from '../../../kernel/page.ts';
import { type Ctx, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { type Batch, IN_TRANSIT, type Payout, type Skipped } from '../model.ts';
import { maskIban } from '../rules.ts';
import type { BatchPage, BatchQuery, BatchSummaryView, BatchView, OwnPayoutPage, OwnPayoutQuery } from '../schema.ts';
import { type BatchSummary, findBatch, listBatches, listPayoutsOf } from '../store/batches.ts';
import { listOwnPayouts, type OwnPayout } from '../store/portal.ts';
import { showDestination } from './destinations.ts';

/** The batches, newest first. */
export async function listPayoutBatches(ctx: Ctx, query: BatchQuery): Promise<BatchPage> {
  requireScope(ctx, 'money:read');
  const page = { state: query.state, limit: query.per_page, offset: offsetOf(query) };
  const { items, total } = await listBatches(ctx, page);
  return { items: items.map((item) => toSummary(ctx, item)), total, page: query.page, per_page: query.per_page };
}

/** One batch: what is paid to whom, who is left out and why, and the hash that an approval pins. @throws 404 */
export async function readBatch(ctx: Ctx, id: string): Promise<BatchView> {
  requireScope(ctx, 'money:read');
  return showBatch(ctx, id);
}

/** The answer of every verb that changed a batch; the verb has checked the scope. @throws 404 */
export async function showBatch(ctx: Ctx, id: string): Promise<BatchView> {
  const batch = await findBatch(ctx, id);
  if (!batch) throw notFound('payout batch', id);
  const payouts = await listPayoutsOf(ctx, id);
  const live = payouts.filter(({ state }) => state !== 'cancelled');
  const summary = {
    ...batch,
    payoutCount: live.length,
    totalMinor: live.reduce((sum, payout) => sum + payout.amountMinor, 0),
    openCount: live.filter(({ state }) => IN_TRANSIT.includes(state)).length,
  };
  return {
    ...toSummary(ctx, summary),
    content_hash: batch.contentHash,
    payouts: payouts.map((payout) => toPayoutView(ctx, batch, payout)),
    skipped: skippedView(batch.skipped, batch.currency),
  };
}

function toSummary(ctx: Ctx, batch: BatchSummary): BatchSummaryView {
  return {
    id: batch.id,
    currency: batch.currency,
    rail: batch.rail,
    state: batch.state,
    expected_on: batch.expectedOn,
    payout_count: batch.payoutCount,
    total_minor: batch.totalMinor,
    open_count: batch.openCount,
    created_by: batch.createdBy,
    created_by_you: batch.createdBy === ctx.actor.id,
    created_at: batch.createdAt.toISOString(),
    approved_by: batch.approvedBy,
    approved_at: batch.approvedAt?.toISOString() ?? null,
    sent_at: batch.sentAt?.toISOString() ?? null,
    paid_at: batch.paidAt?.toISOString() ?? null,
  };
}

function toPayoutView(ctx: Ctx, batch: Batch, payout: Payout): BatchView['payouts'][number] {
  return {
    id: payout.id,
    partner: { id: payout.partnerId, name: payout.partnerName },
    state: payout.state,
    reason: whereItIs({ ...payout, expectedOn: batch.expectedOn }),
    currency: payout.currency,
    amount_minor: payout.amountMinor,
    gross_minor: payout.grossMinor,
    withheld_minor: payout.withheldMinor,
    destination: showDestination(ctx, payout.destination),
    end_to_end_id: payout.endToEndId,
    paid_at: payout.paidAt?.toISOString() ?? null,
    items: payout.items.map((item) => ({ commission_id: item.commissionId, amount_minor: item.amountMinor })),
  };
}

/** Why a payout left its batch, where that is known. */
const CANCELLED = ['partner_not_approved', 'destination_changed'];

function whereItIs(payout: { state: string; expectedOn: string; paidAt: Date | null; reason: string | null }): string {
  const code = payout.state === 'cancelled' && CANCELLED.includes(payout.reason ?? '') ? payout.reason : payout.state;
  return say(`reasons-money:payout.${code}`, {
    expected_on: payout.expectedOn,
    paid_on: payout.paidAt?.toISOString().slice(0, 10),
    note: payout.reason ?? say('reasons-money:payout.no_reason'),
  });
}

/** Why each partner with money waiting is left out, in a sentence. */
export function skippedView(skipped: readonly Skipped[], currency: string): BatchView['skipped'] {
  return skipped.map((row) => ({
    partner: { id: row.partner_id, name: row.partner_name },
    reason_code: row.reason,
    reason: say(`reasons-money:skipped.${row.reason}`, {
      available: formatMoney(row.available_minor, currency),
      minimum: formatMoney(row.minimum_minor, currency),
      threshold: formatMoney(row.threshold_minor ?? 0, currency),
      owed: formatMoney(-row.available_minor, currency),
      state: row.partner_state,
    }),
    available_minor: row.available_minor,
  }));
}

/** The signed-in partner's payouts with their promised dates. Nobody else's. */
export async function readOwnPayouts(ctx: Ctx, query: OwnPayoutQuery): Promise<OwnPayoutPage> {
  requireScope(ctx, 'portal:read');
  const page = { limit: query.per_page, offset: offsetOf(query) };
  const { items, total } = await listOwnPayouts(ctx, signedInPartner(ctx), page);
  return { items: items.map(toOwnView), total, page: query.page, per_page: query.per_page };
}

function toOwnView(row: OwnPayout): OwnPayoutPage['items'][number] {
  return {
    id: row.id,
    state: row.state as OwnPayoutPage['items'][number]['state'],
    reason: whereItIs({ state: row.state, expectedOn: row.expected_on, paidAt: row.paid_at, reason: row.reason }),
    currency: row.currency,
    amount_minor: row.amount_minor,
    expected_on: row.expected_on,
    paid_at: row.paid_at?.toISOString() ?? null,
    to: row.iban ? maskIban(row.iban) : (row.details ?? ''),
  };
}
