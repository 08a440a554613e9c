import { sql } from 'kysely';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import { type Account, accountKey, type LedgerEvent, type Transfer } from '../model.ts';

const PER_STATEMENT = 1000;

/** Writes the transfers in their order; the database moves the balances. Returns how many were written now. */
export async function insertTransfers(
  ctx: Ctx,
  transfers: readonly Transfer[],
  accounts: readonly Account[],
): Promise<number> {
  const ids = new Map(accounts.map((account) => [accountKey(account, account.currency), account.id]));
  let written = 0;
  for (let from = 0; from < transfers.length; from += PER_STATEMENT) {
    const rows = transfers.slice(from, from + PER_STATEMENT).map((transfer) => asRow(ctx, transfer, ids));
    const result = await ctx.db
      .insertInto('ledger_transfers')
      .values(rows)
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .executeTakeFirst();
    written += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return written;
}

function asRow(ctx: Ctx, { debit, credit, ...transfer }: Transfer, ids: ReadonlyMap<string, string>) {
  return {
    id: newId(ctx, 'transfer'),
    ...transfer,
    reason: transfer.reason ?? null,
    debit_account_id: ids.get(accountKey(debit, transfer.currency)) ?? '',
    credit_account_id: ids.get(accountKey(credit, transfer.currency)) ?? '',
    at: ctx.clock.now(),
  };
}

type StoredTransfer = Omit<Transfer, 'debit' | 'credit' | 'reason'> & {
  id: string;
  debit_kind: Account['kind'];
  debit_owner_id: string;
  credit_kind: Account['kind'];
  credit_owner_id: string;
  reason: string | null;
  at: Date;
};

/** A transfer with its place in time. */
export type TransferRow = Transfer & { id: string; at: Date };

const SELECT = sql`
  select t.id, t.idempotency_key, t.event, d.kind as debit_kind, d.owner_id as debit_owner_id,
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
