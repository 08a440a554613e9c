import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';

export type KnownAccount = {
  id: string;
  source: string;
  external_id: string;
  name: string;
  domain: string | null;
  signed_up_at: Date | null;
  is_trial: boolean | null;
  merged_into_id: string | null;
};

const COLUMNS = [
  'id',
  'source',
  'external_id',
  'name',
  'domain',
  'signed_up_at',
  'is_trial',
  'merged_into_id',
] as const;

/** Every account that any source calls by this id. */
export async function listByExternalId(ctx: Ctx, externalId: string): Promise<KnownAccount[]> {
  return ctx.db.selectFrom('accounts').select(COLUMNS).where('external_id', '=', externalId).execute();
}

export async function findById(ctx: Ctx, id: string): Promise<KnownAccount | undefined> {
  return ctx.db.selectFrom('accounts').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** Holds the account until the transaction ends. */
export async function lockAccount(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.selectFrom('accounts').select('id').where('id', '=', id).forUpdate().execute();
}

export async function updateSignup(ctx: Ctx, id: string, change: { signed_up_at: Date; is_trial?: boolean }) {
  await ctx.db
    .updateTable('accounts')
    .set({ ...change, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}

export async function updateDomain(ctx: Ctx, id: string, domain: string): Promise<void> {
  await ctx.db.updateTable('accounts').set({ domain, updated_at: ctx.clock.now() }).where('id', '=', id).execute();
}

/** Keeps how an account says it heard about us, unless it said so before. */
export async function insertSelfReport(ctx: Ctx, id: string, source: string): Promise<void> {
  await ctx.db
    .updateTable('accounts')
    .set({ self_reported_source: source, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('self_reported_source', 'is', null)
    .execute();
}

/** The names of an account and of those merged into it, in their sources. */
export async function listNamesOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('accounts')
    .select('external_id')
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into_id', '=', id)]))
    .execute();
  return rows.map(({ external_id }) => external_id);
}

/** The account left also keeps the earlier sign-up's time and, unless it has one, the other's answer about its source. */
export async function moveOrigin(ctx: Ctx, id: string, intoId: string): Promise<void> {
  await sql`update accounts i set updated_at = ${ctx.clock.now()},
      self_reported_source = coalesce(i.self_reported_source, f.self_reported_source),
      signed_up_at = least(i.signed_up_at, f.signed_up_at)
    from accounts f where i.id = ${intoId} and f.id = ${id}`.execute(ctx.db);
}

export async function updateMerged(ctx: Ctx, id: string, intoId: string): Promise<void> {
  await ctx.db
    .updateTable('accounts')
    .set({ merged_into_id: intoId, updated_at: ctx.clock.now() })
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into_id', '=', id)]))
    .execute();
}
