import type { Ctx } from '../../../platform/ctx.ts';
import type { StripeSettings } from '../model.ts';

/** As they are kept: the secrets sealed. */
export async function findSettings(ctx: Ctx): Promise<StripeSettings | undefined> {
  const row = await ctx.db
    .selectFrom('stripe_settings')
    .select([
      'signing_secret',
      'previous_secret',
      'previous_until',
      'livemode',
      'stripe_account',
      'client_reference',
      'account_metadata_key',
    ])
    .executeTakeFirst();
  return row && { ...row, client_reference: row.client_reference as StripeSettings['client_reference'] };
}

/** The secrets sealed. */
export async function putSettings(ctx: Ctx, settings: StripeSettings): Promise<void> {
  const updated_at = ctx.clock.now();
  await ctx.db
    .insertInto('stripe_settings')
    .values({ id: true, ...settings, updated_at })
    .onConflict((oc) => oc.column('id').doUpdateSet({ ...settings, updated_at }))
    .execute();
}
