import { type Ctx, newId } from '../../../platform/ctx.ts';
import type { CreditUse } from '../model.ts';

export type StoredUse = {
  id: string;
  account_id: string;
  invoice_external_id: string;
  currency: string;
  invoice_minor: number;
  used_minor: number;
  items: { grant_id: string; used_minor: number }[];
};

/** What an invoice took before, when it was asked about already. */
export async function findUse(ctx: Ctx, accountId: string, invoice: string): Promise<StoredUse | undefined> {
  const use = await ctx.db
    .selectFrom('credit_uses')
    .select(['id', 'account_id', 'invoice_external_id', 'currency', 'invoice_minor', 'used_minor'])
    .where('account_id', '=', accountId)
    .where('invoice_external_id', '=', invoice)
    .executeTakeFirst();
  if (!use) return undefined;
  const items = await ctx.db
    .selectFrom('credit_use_items')
    .select(['grant_id', 'used_minor'])
    .where('credit_use_id', '=', use.id)
    .orderBy('grant_id')
    .execute();
  return { ...use, items };
}

export type NewUse = Pick<StoredUse, 'account_id' | 'invoice_external_id' | 'currency' | 'invoice_minor'>;

export async function insertUse(ctx: Ctx, use: NewUse, items: readonly CreditUse[]): Promise<StoredUse> {
  const id = newId(ctx, 'creditUse');
  const used_minor = items.reduce((sum, { usedMinor }) => sum + usedMinor, 0);
  const row = { ...use, id, used_minor, actor_id: ctx.actor.id, at: ctx.clock.now() };
  await ctx.db.insertInto('credit_uses').values(row).execute();
  const taken = items.map(({ id: grant_id, usedMinor }) => ({ grant_id, used_minor: usedMinor }));
  if (taken.length > 0)
    await ctx.db
      .insertInto('credit_use_items')
      .values(taken.map((item) => ({ ...item, credit_use_id: id })))
      .execute();
  return { ...use, id, used_minor, items: taken };
}
