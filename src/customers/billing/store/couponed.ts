import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';

/** The accounts, by their id in the product and in its order, with an invoice of the source that carries a code. */
export async function listAccountsWithCoupons(ctx: Ctx, source: string, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ external_id: string }>`
    select distinct a.external_id from invoices i join accounts a on a.id = i.account_id
    where i.coupons <> '{}' and i.coupons && ${[...codes]}::text[] and i.source = ${source} and a.external_id is not null
    order by a.external_id`.execute(ctx.db);
  return rows.map(({ external_id }) => external_id);
}
