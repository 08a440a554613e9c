import { noteCredit } from '../customers/billing/verbs/note-credit.ts';
import { findInvoice } from '../customers/billing/verbs/record-invoice.ts';
import { AppError, invalidField } from '../kernel/errors.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import type { CreditNoteInput } from './billing-schema.ts';
import { reverseConversion } from './reverse-conversion.ts';

export type RecordedCredit = {
  isNew: boolean;
  state: 'issued' | 'void';
  conversion_id: string | null;
  reason_code: 'refunded' | 'balance' | 'reduction' | 'void';
};

/**
 * A credit note was issued: kept once. Money that went back takes its part of the commission along, as a refund does;
 * credit that stays counts where it is used.
 * @throws 422 in another currency than the invoice's, or for more than is left; 409 for the same note with other
 * content, or when a note is voided whose money went back
 */
export async function recordCreditNote(ctx: Ctx, input: CreditNoteInput, source = 'api'): Promise<RecordedCredit> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const currency = await currencyOf(ctx, input, source);
    const note = await noteCredit(ctx, {
      source,
      external_id: input.credit_note_id,
      invoice_external_id: input.invoice_id,
      amount_minor: input.amount_minor,
      currency,
      settled_by: input.settled_by,
      reason: input.reason,
      issued_at: input.occurred_at ? new Date(input.occurred_at) : ctx.clock.now(),
      voided: input.voided,
    });
    if (note.isVoid) return voided(input, note.isNew);
    const nothing = { isNew: note.isNew, state: 'issued', conversion_id: null } as const;
    if (input.settled_by !== 'refund') return { ...nothing, reason_code: input.settled_by };
    const refund = await reverseConversion(ctx, { ...refundOf(input), currency }, source);
    return { ...nothing, conversion_id: refund.id, reason_code: 'refunded' };
  });
}

function voided({ settled_by }: CreditNoteInput, isNew: boolean): RecordedCredit {
  if (settled_by === 'refund' && !isNew)
    throw new AppError('conflict', 'The money of this credit note went back; that cannot be undone by voiding it.', {
      field: 'voided',
    });
  return { isNew, state: 'void', conversion_id: null, reason_code: 'void' };
}

async function currencyOf(ctx: Ctx, input: CreditNoteInput, source: string): Promise<string> {
  const invoice = await findInvoice(ctx, source, input.invoice_id);
  if (invoice && input.currency && input.currency !== invoice.currency)
    throw invalidField(
      'currency',
      `The invoice is in ${invoice.currency}; a credit on it cannot be in ${input.currency}.`,
    );
  const currency = invoice?.currency ?? input.currency;
  if (currency) return currency;
  throw invalidField('currency', 'The invoice is not known yet, so its currency has to be named.');
}

function refundOf({ credit_note_id, invoice_id, amount_minor, occurred_at, reason }: CreditNoteInput) {
  return {
    refund_id: credit_note_id,
    invoice_id,
    amount_minor,
    ...(occurred_at ? { occurred_at } : {}),
    ...(reason ? { reason } : {}),
  };
}
