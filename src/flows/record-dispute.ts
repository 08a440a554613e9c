import { findInvoiceEvent, receiveEvent, takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { emit } from '../platform/outbox.ts';
import type { DisputeInput } from './conversion-schema.ts';
import { settleDispute } from './settle-dispute.ts';

/**
 * A customer disputes a payment with its bank, or the bank has decided: keep the event once and hold, release or take
 * back the commissions of the invoice; it waits when the invoice is not known yet. Returns the event's id.
 * @throws 422 when more is disputed than was paid, in another currency, or after the decision; 409 for the same event
 * with other content
 */
export async function recordDispute(
  ctx: Ctx,
  input: DisputeInput,
  source = 'api',
): Promise<{ id: string; isNew: boolean }> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx, 'invoice', input.invoice_id);
    const invoice = await findInvoiceEvent(ctx, source, input.invoice_id);
    if (invoice?.account_external_id) await takeTurns(ctx, 'account', invoice.account_external_id);
    const { event_id, ...body } = input;
    const { event, isNew } = await receiveEvent(ctx, {
      source,
      kind: 'dispute',
      event_id: event_id ?? `${input.dispute_id}:${input.outcome}`,
      account_external_id: invoice?.account_external_id ?? null,
      invoice_external_id: input.invoice_id,
      occurred_at: input.occurred_at ? new Date(input.occurred_at) : ctx.clock.now(),
      body,
    });
    if (!isNew) return { id: event.id, isNew };
    await settleDispute(ctx, event, true);
    await emit(ctx, 'dispute.recorded', { conversion_id: event.id, outcome: input.outcome });
    return { id: event.id, isNew };
  });
}
