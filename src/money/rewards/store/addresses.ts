import type { Ctx } from '../../../platform/ctx.ts';
import type { Address } from '../model.ts';

export type AddressRow = {
  grant_id: string;
  token_hash: string | null;
  asked_at: Date;
  reminded_at: Date | null;
  expires_at: Date;
  address: Address | null;
  consent_text: string | null;
  given_at: Date | null;
  erased_at: Date | null;
};

type Row = Omit<AddressRow, 'address'> & { address: unknown };

function toRow(row: Row): AddressRow {
  return { ...row, address: row.address as Address | null };
}

/** Asks anew: an earlier link stops working. */
export async function askAddress(
  ctx: Ctx,
  grantId: string,
  asking: { token_hash: string; expires_at: Date },
): Promise<void> {
  const row = { ...asking, asked_at: ctx.clock.now() };
  await ctx.db
    .insertInto('grant_addresses')
    .values({ grant_id: grantId, ...row })
    .onConflict((oc) => oc.column('grant_id').doUpdateSet(row))
    .execute();
}

export async function findAddress(ctx: Ctx, grantId: string): Promise<AddressRow | undefined> {
  const row = await ctx.db.selectFrom('grant_addresses').selectAll().where('grant_id', '=', grantId).executeTakeFirst();
  return row && toRow(row);
}

export async function findByToken(ctx: Ctx, tokenHash: string): Promise<AddressRow | undefined> {
  const row = await ctx.db
    .selectFrom('grant_addresses')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row && toRow(row);
}

export async function keepAddress(
  ctx: Ctx,
  grantId: string,
  given: { address: Address; consent_text: string },
): Promise<void> {
  await ctx.db
    .updateTable('grant_addresses')
    .set({
      address: JSON.stringify(given.address),
      consent_text: given.consent_text,
      given_at: ctx.clock.now(),
      erased_at: null,
    })
    .where('grant_id', '=', grantId)
    .execute();
}

export async function markReminded(ctx: Ctx, grantId: string): Promise<void> {
  await ctx.db
    .updateTable('grant_addresses')
    .set({ reminded_at: ctx.clock.now() })
    .where('grant_id', '=', grantId)
    .execute();
}

/** Those asked before `before`, not reminded, who have not answered: the grants' ids. */
export async function listUnanswered(ctx: Ctx, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('grant_addresses as a')
    .innerJoin('grants as g', 'g.id', 'a.grant_id')
    .select('a.grant_id')
    .where('g.state', '=', 'ready')
    .where('g.waits_for', '=', 'address')
    .where('a.reminded_at', 'is', null)
    .where('a.asked_at', '<=', before)
    .orderBy('a.asked_at')
    .limit(limit)
    .execute();
  return rows.map(({ grant_id }) => grant_id);
}

/** Forgets where gifts went that arrived before `before`, and where none will go. Returns how many. */
export async function eraseAddresses(ctx: Ctx, before: Date): Promise<number> {
  const done = await ctx.db
    .updateTable('grant_addresses')
    .set({ address: null, erased_at: ctx.clock.now(), token_hash: null })
    .where('address', 'is not', null)
    .where('grant_id', 'in', (eb) =>
      eb
        .selectFrom('grants')
        .select('id')
        .where((g) =>
          g.or([
            g('state', 'in', ['revoked', 'expired', 'refused']),
            g.and([g('state', '=', 'delivered'), g('delivered_at', '<=', before)]),
          ]),
        ),
    )
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
