import type { Ctx } from '../../../platform/ctx.ts';
import type { SettledBy } from '../model.ts';

export type CreditNoteRow = {
  id: string;
  source: string;
  external_id: string;
  invoice_external_id: string;
  amount_minor: number;
  currency: string;
  settled_by: SettledBy;
  reason: string | null;
  body_hash: string;
  issued_at: Date;
  voided_at: Date | null;
  created_at: Date;
};

/** Undefined when a note with this id is here already. */
export async function insertCreditNote(ctx: Ctx, row: CreditNoteRow): Promise<CreditNoteRow | undefined> {
  const kept = await ctx.db
    .insertInto('credit_notes')
    .values(row)
    .onConflict((oc) => oc.columns(['source', 'external_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return kept as CreditNoteRow | undefined;
}

export async function lockCreditNote(ctx: Ctx, source: string, externalId: string): Promise<CreditNoteRow> {
  const row = await ctx.db
    .selectFrom('credit_notes')
    .selectAll()
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row as CreditNoteRow;
}

export async function updateVoided(ctx: Ctx, id: string, at: Date): Promise<void> {
  await ctx.db.updateTable('credit_notes').set({ voided_at: at }).where('id', '=', id).execute();
}
