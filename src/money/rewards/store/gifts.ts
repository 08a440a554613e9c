import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Gift } from '../model.ts';

type Row = Omit<Gift, 'state'> & { state: string };

const COLUMNS = [
  'id',
  'name',
  'description',
  'interests',
  'worth_minor',
  'currency',
  'stock',
  'needs_address',
  'countries',
  'state',
] as const;

function toGift(row: Row): Gift {
  return { ...row, state: row.state as Gift['state'] };
}

export async function listGifts(ctx: Ctx): Promise<Gift[]> {
  const rows = await ctx.db
    .selectFrom('gifts')
    .select(COLUMNS)
    .orderBy('state')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toGift);
}

export async function findGift(ctx: Ctx, id: string): Promise<Gift | undefined> {
  const row = await ctx.db.selectFrom('gifts').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && toGift(row);
}

export async function lockGift(ctx: Ctx, id: string): Promise<Gift | undefined> {
  const row = await ctx.db.selectFrom('gifts').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toGift(row);
}

export async function insertGift(ctx: Ctx, gift: Gift): Promise<void> {
  const at = ctx.clock.now();
  await ctx.db
    .insertInto('gifts')
    .values({ ...gift, created_at: at, updated_at: at })
    .execute();
}

export async function updateGift(ctx: Ctx, id: string, change: Partial<Omit<Gift, 'id' | 'currency'>>): Promise<void> {
  await ctx.db
    .updateTable('gifts')
    .set({ ...change, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}

/** Takes one from the shelf; false when the last one went to somebody else. */
export async function takeFromStock(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable('gifts')
    .set((eb) => ({ stock: eb('stock', '-', 1) }))
    .where('id', '=', id)
    .where('stock', '>', 0)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function putBack(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('gifts')
    .set((eb) => ({ stock: eb('stock', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Gifts promised that wait because nothing fitting was in stock. */
export async function lockGiftless(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from grants where waits_for = 'gift' and state = 'ready' order by due_on, id for update skip locked`.execute(
    ctx.db,
  );
  return rows.map(({ id }) => id);
}

export type Interests = { interests: string[]; consent_text: string; at: Date };

export async function findInterests(ctx: Ctx, partnerId: string): Promise<Interests | undefined> {
  return ctx.db
    .selectFrom('reward_interests')
    .select(['interests', 'consent_text', 'at'])
    .where('partner_id', '=', partnerId)
    .executeTakeFirst();
}

export async function saveInterests(ctx: Ctx, partnerId: string, given: Omit<Interests, 'at'>): Promise<void> {
  const at = ctx.clock.now();
  await ctx.db
    .insertInto('reward_interests')
    .values({ partner_id: partnerId, ...given, at })
    .onConflict((oc) => oc.column('partner_id').doUpdateSet({ ...given, at }))
    .execute();
}

export async function deleteInterests(ctx: Ctx, partnerId: string): Promise<void> {
  await ctx.db.deleteFrom('reward_interests').where('partner_id', '=', partnerId).execute();
}

/** Every interest a gift in stock or on offer is meant for. */
export async function listInterests(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ interest: string }>`
    select distinct interest from gifts, unnest(interests) interest where state = 'active' order by interest`.execute(
    ctx.db,
  );
  return rows.map(({ interest }) => interest);
}
