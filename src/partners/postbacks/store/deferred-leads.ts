import type { Ctx } from '../../../platform/ctx.ts';

/** Keeps the click of a lead that is announced; the first one stays. */
export async function insertDeferred(ctx: Ctx, account_external_id: string, click_token: string): Promise<void> {
  await ctx.db
    .insertInto('deferred_leads')
    .values({ account_external_id, click_token, noted_at: ctx.clock.now() })
    .onConflict((oc) => oc.column('account_external_id').doNothing())
    .execute();
}

export async function findDeferred(ctx: Ctx, accountExternalId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('deferred_leads')
    .select('click_token')
    .where('account_external_id', '=', accountExternalId)
    .executeTakeFirst();
  return row?.click_token;
}
