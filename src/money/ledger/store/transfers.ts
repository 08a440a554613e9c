import { sql } from 'kysely';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import { type Account, type AccountRef, accountKey, type LedgerEvent, type Transfer } from '../model.ts';
import { ownerName } from './accounts.ts';

const PER_STATEMENT = 5000;

/**
 * Writes the transfers in their order; the database moves the balances. Undefined when all were written; else some keys
 * were there already, and the ids given to this call's transfers tell which.
 */
export async function insertTransfers(
  ctx: Ctx,
  transfers: readonly Transfer[],
  accounts: readonly Account[],
): Promise<Set<string> | undefined> {
  const accountIds = new Map(accounts.map((account) => [accountKey(account, account.currency), account.id]));
  const ids = transfers.map(() => newId(ctx, 'transfer'));
  let written = 0;
  for (let from = 0; from < transfers.length; from += PER_STATEMENT) {
    const part = { ids: ids.slice(from, from + PER_STATEMENT), transfers: transfers.slice(from, from + PER_STATEMENT) };
    written += await insertSome(ctx, part, accountIds);
  }
  return written === transfers.length ? undefined : new Set(ids);
}

/** One array a column: a statement of a thousand rows is as short as one of ten. */
async function insertSome(
  ctx: Ctx,
  { ids, transfers }: { ids: readonly string[]; transfers: readonly Transfer[] },
  accountIds: ReadonlyMap<string, string>,
): Promise<number> {
  const at = ctx.clock.now();
  const idOf = (ref: AccountRef, currency: string) => accountIds.get(accountKey(ref, currency)) ?? '';
  const result = await sql`
    insert into ledger_transfers (id, idempotency_key, event, debit_account_id, credit_account_id, currency, amount_minor,
      ref_kind, ref_id, reason, at)
    select x.*, ${at}::timestamptz from unnest(
      ${[...ids]}::text[], ${transfers.map((one) => one.idempotency_key)}::text[],
      ${transfers.map((one) => one.event)}::text[], ${transfers.map((one) => idOf(one.debit, one.currency))}::text[],
      ${transfers.map((one) => idOf(one.credit, one.currency))}::text[], ${transfers.map((one) => one.currency)}::text[],
      ${transfers.map((one) => one.amount_minor)}::bigint[], ${transfers.map((one) => one.ref_kind)}::text[],
      ${transfers.map((one) => one.ref_id)}::text[], ${transfers.map((one) => one.reason ?? null)}::text[]) x
    on conflict (idempotency_key) do nothing`.execute(ctx.db);
  return Number(result.numAffectedRows ?? 0);
}

type StoredTransfer = Omit<Transfer, 'debit' | 'credit' | 'reason'> & {
  id: string;
  debit_kind: Account['kind'];
  debit_owner_id: string;
  credit_kind: Account['kind'];
  credit_owner_id: string;
  debit_owner_name: string | null;
  credit_owner_name: string | null;
  batch_id: string | null;
  reason: string | null;
  at: Date;
};

/** A transfer with its place in time. */
export type TransferRow = Transfer & {
  id: string;
  at: Date;
  debit_owner_name: string | null;
  credit_owner_name: string | null;
  /** The batch of the payout it belongs to. */
  batch_id: string | null;
};

const SELECT = sql`
  select t.id, t.idempotency_key, t.event, d.kind as debit_kind, d.owner_id as debit_owner_id,
    ${ownerName('d.owner_id')} as debit_owner_name, ${ownerName('c.owner_id')} as credit_owner_name,
    (select p.batch_id from payouts p where t.ref_kind = 'payout' and p.id = t.ref_id) as batch_id,
    c.kind as credit_kind, c.owner_id as credit_owner_id, t.currency, t.amount_minor, t.ref_kind, t.ref_id, t.reason, t.at
  from ledger_transfers t join ledger_accounts d on d.id = t.debit_account_id
    join ledger_accounts c on c.id = t.credit_account_id`;

function asTransfer(row: StoredTransfer): TransferRow {
  const { debit_kind, debit_owner_id, credit_kind, credit_owner_id, reason, ...rest } = row;
  return {
    ...rest,
    debit: { kind: debit_kind, owner_id: debit_owner_id },
    credit: { kind: credit_kind, owner_id: credit_owner_id },
    ...(reason === null ? {} : { reason }),
  };
}

/** The transfers already there under these keys. */
export async function findTransfers(ctx: Ctx, keys: readonly string[]): Promise<TransferRow[]> {
  const { rows } = await sql<StoredTransfer>`${SELECT} where t.idempotency_key = any(${[...keys]})`.execute(ctx.db);
  return rows.map(asTransfer);
}

export type TransferFilter = {
  event?: LedgerEvent;
  owner_id?: string;
  ref_id?: string;
  currency?: string;
  limit: number;
  offset: number;
};

export async function listTransfers(
  ctx: Ctx,
  filter: TransferFilter,
): Promise<{ items: TransferRow[]; total: number }> {
  const conditions = [sql`true`];
  if (filter.event) conditions.push(sql`t.event = ${filter.event}`);
  if (filter.ref_id) conditions.push(sql`t.ref_id = ${filter.ref_id}`);
  if (filter.currency) conditions.push(sql`t.currency = ${filter.currency}`);
  if (filter.owner_id) conditions.push(sql`${filter.owner_id} in (d.owner_id, c.owner_id)`);
  const matching = sql`${SELECT} where ${sql.join(conditions, sql` and `)}`;
  const counted = await sql<{ total: number }>`select count(*) as total from (${matching}) x`.execute(ctx.db);
  const { rows } = await sql<StoredTransfer>`${matching} order by t.seq desc
    limit ${filter.limit} offset ${filter.offset}`.execute(ctx.db);
  return { items: rows.map(asTransfer), total: counted.rows[0]?.total ?? 0 };
}
