import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Payout, PayoutState } from '../model.ts';
import { listPayouts } from './batches.ts';

/** The next approved payout that a provider is to make, locked; those somebody else has in hand are left to them. */
export async function lockNextForProvider(ctx: Ctx): Promise<Payout | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.id from payouts p join payout_batches b on b.id = p.batch_id
    where p.state = 'claimed' and b.rail = 'provider' and b.state = 'sent'
    order by p.id limit 1 for update of p skip locked`.execute(ctx.db);
  return rows[0] && findPayout(ctx, rows[0].id);
}

export async function findPayout(ctx: Ctx, id: string): Promise<Payout | undefined> {
  return (await listPayouts(ctx, { id }))[0];
}

export async function findPayoutByReference(ctx: Ctx, endToEndId: string): Promise<Payout | undefined> {
  return (await listPayouts(ctx, { endToEndId }))[0];
}

/** Locks one payout and says how it stands now. */
export async function lockPayout(ctx: Ctx, id: string): Promise<Payout | undefined> {
  await ctx.db.selectFrom('payouts').select('id').where('id', '=', id).forUpdate().execute();
  return findPayout(ctx, id);
}

/** Orders that were handed over before `before` and never heard of again are of unknown outcome. Returns how many. */
export async function markLost(ctx: Ctx, before: Date): Promise<number> {
  const result = await ctx.db
    .updateTable('payouts')
    .set({ state: 'unknown' })
    .where('state', '=', 'sending')
    .where('asked_at', '<', before)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Provider payouts whose outcome is open and that nobody asked about since `before`, the longest unasked first. */
export async function listUnasked(
  ctx: Ctx,
  before: Date,
  limit: number,
): Promise<{ id: string; state: PayoutState }[]> {
  const rows = await ctx.db
    .selectFrom('payouts as p')
    .innerJoin('payout_batches as b', 'b.id', 'p.batch_id')
    .select(['p.id', 'p.state'])
    .where('b.rail', '=', 'provider')
    .where('p.state', 'in', ['unknown', 'sent'])
    .where('p.asked_at', '<', before)
    .orderBy('p.asked_at')
    .limit(limit)
    .execute();
  return rows.map(({ id, state }) => ({ id, state: state as PayoutState }));
}

export async function touchAsked(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.updateTable('payouts').set({ asked_at: ctx.clock.now() }).where('id', '=', id).execute();
}

export async function findNewsCursor(ctx: Ctx, provider: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('payout_provider_news')
    .select('cursor')
    .where('provider', '=', provider)
    .executeTakeFirst();
  return row?.cursor;
}

export async function saveNewsCursor(ctx: Ctx, provider: string, cursor: string): Promise<void> {
  const values = { cursor, read_at: ctx.clock.now() };
  await ctx.db
    .insertInto('payout_provider_news')
    .values({ provider, ...values })
    .onConflict((conflict) => conflict.column('provider').doUpdateSet(values))
    .execute();
}
