import { AppError } from '../../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import type { KnownInvoice } from '../store/one-invoice.ts';
import { updateRefunded } from '../store/one-invoice.ts';
import * as store from '../store/refund-failures.ts';

/** Keeps once that a refund did not go through, whether it is known or not. Returns whether it was news. @throws 409 for one of another invoice */
export async function noteRefundFailure(ctx: Ctx, failure: store.RefundFailure): Promise<boolean> {
  requireScope(ctx, 'track:write');
  const isNew = await store.insertFailure(ctx, failure);
  const known = isNew ? undefined : await store.findFailure(ctx, failure.source, failure.external_id);
  if (known && known.invoice_external_id !== failure.invoice_external_id)
    throw new AppError('conflict', `The failed refund ${failure.external_id} was one of another invoice.`, {
      field: 'invoice_id',
    });
  return isNew;
}

/** Whether somebody said that the refund did not go through. */
export async function hasRefundFailed(ctx: Ctx, source: string, externalId: string): Promise<boolean> {
  requireScope(ctx, 'track:write');
  return (await store.findFailure(ctx, source, externalId)) !== undefined;
}

/** The refund never was: what it gave back is the invoice's again. */
export async function removeRefund(
  ctx: Ctx,
  invoice: KnownInvoice,
  refund: { source: string; external_id: string },
): Promise<void> {
  requireScope(ctx, 'track:write');
  const amount = await store.deleteRefund(ctx, refund.source, refund.external_id);
  if (amount !== undefined) await updateRefunded(ctx, invoice.id, invoice.refunded_minor - amount);
}
