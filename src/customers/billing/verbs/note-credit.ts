import { AppError } from '../../../kernel/errors.ts';
import type { Minor } from '../../../kernel/money.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import type { SettledBy } from '../model.ts';
import { insertCreditNote, lockCreditNote, updateVoided } from '../store/credit-notes.ts';

export type CreditNote = {
  source: string;
  external_id: string;
  invoice_external_id: string;
  amount_minor: Minor;
  currency: string;
  settled_by: SettledBy;
  reason?: string | undefined;
  issued_at: Date;
  voided: boolean;
};

/**
 * Keeps a credit note once; a later word that it is void is added to it. Returns whether it is new and void.
 * @throws 409 for the same note with other content
 */
export async function noteCredit(ctx: Ctx, note: CreditNote): Promise<{ isNew: boolean; isVoid: boolean }> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const { voided, reason = null, ...content } = note;
    const body_hash = hashOf(note);
    const now = ctx.clock.now();
    const row = { ...content, reason, body_hash, id: newId(ctx, 'creditNote'), created_at: now };
    if (await insertCreditNote(ctx, { ...row, voided_at: voided ? now : null })) return { isNew: true, isVoid: voided };
    const known = await lockCreditNote(ctx, note.source, note.external_id);
    if (known.body_hash !== body_hash) throw otherContent(note);
    if (voided && !known.voided_at) await updateVoided(ctx, known.id, now);
    return { isNew: false, isVoid: voided || known.voided_at !== null };
  });
}

function hashOf({ invoice_external_id, amount_minor, currency, settled_by }: CreditNote): string {
  return sha256(JSON.stringify([invoice_external_id, amount_minor, currency, settled_by]));
}

function otherContent({ external_id }: CreditNote): AppError {
  return new AppError('conflict', `The credit note ${external_id} was received before with other content.`, {
    field: 'credit_note_id',
    hint: 'A credit note is never changed: send voided: true, and a new one.',
  });
}
