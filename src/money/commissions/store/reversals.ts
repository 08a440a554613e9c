import { type Ctx, newId } from '../../../platform/ctx.ts';
import type { Reversal } from '../model.ts';

/** What this refund took already, by commission: the answer to a replay. */
export async function findReversals(ctx: Ctx, conversionEventId: string): Promise<Reversal[]> {
  const rows = await ctx.db
    .selectFrom('commission_reversals')
    .select(['commission_id', 'amount_minor', 'was_paid'])
    .where('conversion_event_id', '=', conversionEventId)
    .execute();
  return rows.map((row) => ({
    commissionId: row.commission_id,
    amountMinor: row.amount_minor,
    wasPaid: row.was_paid,
  }));
}

/** What refunds took of each commission and failed ones gave back; what was taken for another reason not counted. */
export async function sumByRefunds(ctx: Ctx, commissionIds: readonly string[]): Promise<Map<string, number>> {
  if (commissionIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('commission_reversals')
    .select((eb) => ['commission_id', eb.fn.sum<number>('amount_minor').as('amount')])
    .where('commission_id', 'in', [...commissionIds])
    .where((eb) => eb.or([eb('conversion_event_id', 'is not', null), eb('reason', '=', 'refund_failed')]))
    .groupBy('commission_id')
    .execute();
  return new Map(rows.map(({ commission_id, amount }) => [commission_id, Number(amount)]));
}

export async function insertReversal(
  ctx: Ctx,
  reversal: Reversal & { conversionEventId: string | null; reason: string; at: Date },
): Promise<void> {
  await ctx.db
    .insertInto('commission_reversals')
    .values({
      id: newId(ctx, 'reversal'),
      commission_id: reversal.commissionId,
      conversion_event_id: reversal.conversionEventId,
      amount_minor: reversal.amountMinor,
      was_paid: reversal.wasPaid,
      reason: reversal.reason,
      at: reversal.at,
    })
    .execute();
}
