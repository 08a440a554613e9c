import type { Ctx, PartnerId } from '../../../platform/ctx.ts';

export type OwnPayout = {
  id: string;
  state: string;
  currency: string;
  amount_minor: number;
  expected_on: string;
  paid_at: Date | null;
  reason: string | null;
  holder_name: string;
  iban: string | null;
  details: string | null;
};

/** A partner's own payouts that left the draft, newest first. The partner's id comes from its session only. */
export async function listOwnPayouts(
  ctx: Ctx,
  partnerId: PartnerId,
  page: { limit: number; offset: number },
): Promise<{ items: OwnPayout[]; total: number }> {
  const own = ctx.db
    .selectFrom('payouts as p')
    .innerJoin('payout_batches as b', 'b.id', 'p.batch_id')
    .where('p.partner_id', '=', partnerId)
    .where('p.state', 'not in', ['draft', 'cancelled']);
  const { total } = await own.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await own
    .select(['p.id', 'p.state', 'p.currency', 'p.amount_minor', 'b.expected_on', 'p.paid_at', 'p.reason'])
    .select(['p.holder_name', 'p.iban', 'p.details'])
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { items, total };
}
