import type { Minor } from '../../../kernel/money.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import * as store from '../store/disputes.ts';

export type Dispute = store.Dispute;

/** The dispute by the id its source gave it, held until the transaction ends. */
export function findDispute(ctx: Ctx, source: string, externalId: string): Promise<Dispute | undefined> {
  requireScope(ctx, 'track:write');
  return store.lockDispute(ctx, source, externalId);
}

/** Keeps a dispute of an invoice. */
export async function recordDispute(ctx: Ctx, dispute: Omit<Dispute, 'id'>): Promise<void> {
  requireScope(ctx, 'track:write');
  await store.insertDispute(ctx, { ...dispute, id: newId(ctx, 'dispute') });
}

/** The bank has decided. */
export async function closeDispute(
  ctx: Ctx,
  dispute: Dispute,
  change: { state: 'won' | 'lost'; closed_at: Date; fee_minor: Minor },
): Promise<void> {
  requireScope(ctx, 'track:write');
  await store.updateDispute(ctx, dispute.id, change);
}

/** Whether a dispute of the invoice is open, and what the lost ones took. */
export async function readDisputes(ctx: Ctx, invoiceId: string): Promise<{ isOpen: boolean; lostMinor: Minor }> {
  requireScope(ctx, 'track:write');
  const disputes = await store.listDisputes(ctx, invoiceId);
  const lost = disputes.filter(({ state }) => state === 'lost');
  return {
    isOpen: disputes.some(({ state }) => state === 'open'),
    lostMinor: lost.reduce((all, { amount_minor }) => all + amount_minor, 0),
  };
}
