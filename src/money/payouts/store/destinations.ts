import { type Ctx, newId } from '../../../platform/ctx.ts';
import type { Debtor, Destination, Rail } from '../model.ts';

type Row = {
  id: string;
  rail: string;
  holder_name: string;
  iban: string | null;
  bic: string | null;
  details: string | null;
  fields: unknown;
};

export function toDestination(row: Row): Destination {
  return {
    id: row.id,
    rail: row.rail as Rail,
    holderName: row.holder_name,
    iban: row.iban,
    bic: row.bic,
    details: row.details,
    fields: (row.fields ?? {}) as Record<string, string>,
  };
}

export async function findDestination(ctx: Ctx, partnerId: string): Promise<Destination | undefined> {
  const row = await ctx.db
    .selectFrom('payout_destinations')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('is_current', '=', true)
    .executeTakeFirst();
  return row && toDestination(row);
}

/** The new destination becomes the current one; the old ones stay as history. */
export async function replaceDestination(
  ctx: Ctx,
  partnerId: string,
  destination: Omit<Destination, 'id'>,
): Promise<Destination> {
  await ctx.db
    .updateTable('payout_destinations')
    .set({ is_current: false })
    .where('partner_id', '=', partnerId)
    .where('is_current', '=', true)
    .execute();
  const row = await ctx.db
    .insertInto('payout_destinations')
    .values({
      id: newId(ctx, 'destination'),
      partner_id: partnerId,
      rail: destination.rail,
      holder_name: destination.holderName,
      iban: destination.iban,
      bic: destination.bic,
      details: destination.details,
      fields: JSON.stringify(destination.fields),
      is_current: true,
      created_at: ctx.clock.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toDestination(row);
}

/** Locks the partner, so that two changes of its destination take turns. */
export async function lockPayee(ctx: Ctx, partnerId: string): Promise<{ id: string; name: string } | undefined> {
  return ctx.db
    .selectFrom('partners')
    .select(['id', 'name'])
    .where('id', '=', partnerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function findPartner(
  ctx: Ctx,
  partnerId: string,
): Promise<{ id: string; name: string; state: string } | undefined> {
  return ctx.db.selectFrom('partners').select(['id', 'name', 'state']).where('id', '=', partnerId).executeTakeFirst();
}

export async function partnerExists(ctx: Ctx, partnerId: string): Promise<boolean> {
  return (
    (await ctx.db.selectFrom('partners').select('id').where('id', '=', partnerId).executeTakeFirst()) !== undefined
  );
}

export async function findDebtor(ctx: Ctx): Promise<Debtor | undefined> {
  const row = await ctx.db.selectFrom('payout_settings').selectAll().executeTakeFirst();
  return row && { holderName: row.holder_name, iban: row.iban, bic: row.bic };
}

export async function saveDebtor(ctx: Ctx, debtor: Debtor): Promise<void> {
  const values = {
    holder_name: debtor.holderName,
    iban: debtor.iban,
    bic: debtor.bic,
    updated_at: ctx.clock.now(),
  };
  await ctx.db
    .insertInto('payout_settings')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** What payouts write on the statement: the company's name; undefined before it has said one. */
export async function findCompany(ctx: Ctx): Promise<{ name: string; zone: string } | undefined> {
  return ctx.db.selectFrom('company_settings').select(['name', 'zone']).executeTakeFirst();
}
