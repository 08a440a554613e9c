import { sql } from 'kysely';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import type { Account, AccountKind } from '../model.ts';

type Ref = Pick<Account, 'kind' | 'owner_id' | 'currency'>;

const COLUMNS = ['id', 'kind', 'owner_id', 'currency', 'balance_minor'] as const;

/**
 * Locks the accounts in one fixed order, creating those that are not there yet. Call inside a transaction. Accounts are
 * made before any is locked: who held a lock while making one could wait for somebody who waits for that lock.
 */
export async function lockAccounts(ctx: Ctx, refs: readonly Ref[]): Promise<Account[]> {
  const missing = await listMissing(ctx, refs);
  if (missing.length > 0) await insertMissing(ctx, missing);
  return selectForUpdate(ctx, refs);
}

async function selectForUpdate(ctx: Ctx, refs: readonly Ref[]): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select a.id, a.kind, a.owner_id, a.currency, a.balance_minor from ledger_accounts a
    where (a.kind, a.owner_id, a.currency) in (select * from unnest(
      ${refs.map((ref) => ref.kind)}::text[], ${refs.map((ref) => ref.owner_id)}::text[],
      ${refs.map((ref) => ref.currency)}::text[]))
    order by a.kind collate "C", a.owner_id collate "C", a.currency collate "C"
    for update`.execute(ctx.db);
  return rows;
}

async function listMissing(ctx: Ctx, refs: readonly Ref[]): Promise<Ref[]> {
  const { rows } = await sql<Ref>`
    select x.kind, x.owner_id, x.currency from unnest(
      ${refs.map((ref) => ref.kind)}::text[], ${refs.map((ref) => ref.owner_id)}::text[],
      ${refs.map((ref) => ref.currency)}::text[]) as x (kind, owner_id, currency)
    where not exists (select from ledger_accounts a
      where a.kind = x.kind and a.owner_id = x.owner_id and a.currency = x.currency)`.execute(ctx.db);
  return rows;
}

async function insertMissing(ctx: Ctx, refs: readonly Ref[]): Promise<void> {
  await ctx.db
    .insertInto('ledger_accounts')
    .values(refs.map((ref) => ({ id: newId(ctx, 'ledgerAccount'), ...ref })))
    .onConflict((conflict) => conflict.columns(['kind', 'owner_id', 'currency']).doNothing())
    .execute();
}

export type AccountFilter = { kind?: AccountKind; owner_id?: string; currency?: string; limit: number; offset: number };

/** Whose an account is, in a word a reader knows: a partner, a programme, a customer, or the partner of a payout. */
export const ownerName = (ownerId: string) => sql<string | null>`coalesce(
  (select x.name from partners x where x.id = ${sql.ref(ownerId)}), (select x.name from programmes x where x.id = ${sql.ref(ownerId)}),
  (select x.name from accounts x where x.id = ${sql.ref(ownerId)}),
  (select r.name from payouts x join partners r on r.id = x.partner_id where x.id = ${sql.ref(ownerId)}))`;

export type NamedAccount = Account & { owner_name: string | null };

export async function listAccounts(ctx: Ctx, filter: AccountFilter): Promise<{ items: NamedAccount[]; total: number }> {
  let query = ctx.db.selectFrom('ledger_accounts');
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.owner_id) query = query.where('owner_id', '=', filter.owner_id);
  if (filter.currency) query = query.where('currency', '=', filter.currency);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await query
    .select(COLUMNS)
    .select(ownerName('ledger_accounts.owner_id').as('owner_name'))
    .orderBy('kind')
    .orderBy('owner_id')
    .orderBy('currency')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return { items: items as NamedAccount[], total };
}
