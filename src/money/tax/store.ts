import type { Minor } from '../../kernel/money.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { TaxForm, TaxProfile } from './model.ts';

export async function findTaxProfile(ctx: Ctx, partnerId: string): Promise<TaxProfile | undefined> {
  const row = await ctx.db
    .selectFrom('tax_profiles')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .executeTakeFirst();
  return (
    row && {
      form: row.form as TaxForm,
      formReceivedOn: row.form_received_on,
      rateBps: row.rate_bps,
      note: row.note,
      updatedBy: row.updated_by,
      updatedAt: row.updated_at,
    }
  );
}

export type NewTaxProfile = Omit<TaxProfile, 'updatedBy' | 'updatedAt'> & { partnerId: string };

export async function saveTaxProfile(ctx: Ctx, profile: NewTaxProfile): Promise<void> {
  const values = {
    form: profile.form,
    form_received_on: profile.formReceivedOn,
    rate_bps: profile.rateBps,
    note: profile.note,
    updated_by: ctx.actor.id,
    updated_at: ctx.clock.now(),
  };
  await ctx.db
    .insertInto('tax_profiles')
    .values({ partner_id: profile.partnerId, ...values })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(values))
    .execute();
}

export async function listTaxSettings(ctx: Ctx): Promise<{ currency: string; form_threshold_minor: Minor }[]> {
  return ctx.db.selectFrom('tax_settings').select(['currency', 'form_threshold_minor']).orderBy('currency').execute();
}

/** Replaces the thresholds of every currency. */
export async function replaceTaxSettings(
  ctx: Ctx,
  thresholds: readonly { currency: string; form_threshold_minor: Minor }[],
): Promise<void> {
  await ctx.db.deleteFrom('tax_settings').execute();
  if (thresholds.length === 0) return;
  const updated_at = ctx.clock.now();
  await ctx.db
    .insertInto('tax_settings')
    .values(thresholds.map((one) => ({ ...one, updated_at })))
    .execute();
}

export async function partnerExists(ctx: Ctx, id: string): Promise<boolean> {
  return (await ctx.db.selectFrom('partners').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** What was withheld from the partner so far, in each currency. */
export async function listWithheld(ctx: Ctx, partnerId: string): Promise<{ currency: string; amount_minor: Minor }[]> {
  const rows = await ctx.db
    .selectFrom('ledger_accounts')
    .select(['currency', 'balance_minor as amount_minor'])
    .where('kind', '=', 'tax.withheld')
    .where('owner_id', '=', partnerId)
    .where('balance_minor', '>', 0)
    .orderBy('currency')
    .execute();
  return rows;
}
