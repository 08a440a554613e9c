import { findInvoiceEvent, receiveEvent, takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { emit } from '../platform/outbox.ts';
import type { RefundInput } from './conversion-schema.ts';
import { settleRefund } from './settle-refund.ts';

/**
 * Money of an invoice was given back: keep the refund once and take back the same part of the commission; it waits when
 * the invoice is not known yet. Returns the event's id.
 * @throws 422 when more is refunded than is left or in another currency; 409 for the same refund with other content
 */
export async function reverseConversion(
  ctx: Ctx,
  input: RefundInput,
  source = 'api',
): Promise<{ id: string; isNew: boolean }> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx, 'invoice', input.invoice_id);
    const invoice = await findInvoiceEvent(ctx, source, input.invoice_id);
    if (invoice?.account_external_id) await takeTurns(ctx, 'account', invoice.account_external_id);
    const { event, isNew } = await receive(ctx, input, source, invoice?.account_external_id ?? null);
    if (!isNew) return { id: event.id, isNew };
    await settleRefund(ctx, event, true);
    await emit(ctx, 'refund.recorded', { conversion_id: event.id });
    return { id: event.id, isNew };
  });
}

function receive(ctx: Ctx, input: RefundInput, source: string, account_external_id: string | null) {
  const { event_id, ...body } = input;
  return receiveEvent(ctx, {
    source,
    kind: 'refund',
    event_id: event_id ?? input.refund_id,
    account_external_id,
    invoice_external_id: input.invoice_id,
    occurred_at: input.occurred_at ? new Date(input.occurred_at) : ctx.clock.now(),
    body,
  });
}
