import type { Minor } from '../../../kernel/money.ts';
import type { Ctx } from '../../../platform/ctx.ts';

export type RefundFailure = {
  source: string;
  /** The refund's id at its source. */
  external_id: string;
  invoice_external_id: string;
  failed_at: Date;
  reason: string | null;
};

export async function insertFailure(ctx: Ctx, failure: RefundFailure): Promise<boolean> {
  const row = await ctx.db
    .insertInto('invoice_refund_failures')
    .values(failure)
    .onConflict((oc) => oc.doNothing())
    .returning('external_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findFailure(ctx: Ctx, source: string, externalId: string): Promise<RefundFailure | undefined> {
  return ctx.db
    .selectFrom('invoice_refund_failures')
    .selectAll()
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
}

/** Returns its amount; undefined when it is not there. */
export async function deleteRefund(ctx: Ctx, source: string, externalId: string): Promise<Minor | undefined> {
  const row = await ctx.db
    .deleteFrom('invoice_refunds')
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .returning('amount_minor')
    .executeTakeFirst();
  return row?.amount_minor;
}
