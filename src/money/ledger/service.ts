import { AppError } from '../../kernel/errors.ts';
import { offsetOf, type Page } from '../../kernel/page.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { databaseError } from '../../platform/postgres.ts';
import { type Account, accountKey, type Transfer } from './model.ts';
import { lockOrder, refuseOverdraft, refuseShape } from './rules.ts';
import type { LedgerAccountQuery, LedgerTransferPage, LedgerTransferQuery } from './schema.ts';
import { listAccounts, lockAccounts, type NamedAccount } from './store/accounts.ts';
import { checkInvariants, type Violation } from './store/invariants.ts';
import { findTransfers, insertTransfers, listTransfers, type TransferRow } from './store/transfers.ts';

/**
 * Moves money, all of it or none. The only door to the ledger; the verb that calls it has checked the scope.
 * Accounts are made when first used and locked in one fixed order; a transfer already there with the same content
 * is passed over silently. Returns the transfers written now.
 * @throws conflict when a key is there with other content, or a balance would break its floor
 */
export async function postTransfers(ctx: Ctx, transfers: readonly Transfer[]): Promise<Transfer[]> {
  if (transfers.length === 0) return [];
  if (!ctx.db.isTransaction) throw new Error('postTransfers runs inside the transaction of its verb');
  checkShapes(transfers);
  const accounts = await lockAccounts(ctx, lockOrder(transfers));
  const balances = balancesOf(accounts);
  if (refuseOverdraft(transfers, balances)) return postSome(ctx, { transfers, accounts, balances });
  const ids = await write(ctx, transfers, accounts);
  return ids === undefined ? [...transfers] : dropReplays(ctx, transfers, ids);
}

/** The way of a call that would break a floor as a whole: without what is there already it may not. */
async function postSome(
  ctx: Ctx,
  call: { transfers: readonly Transfer[]; accounts: readonly Account[]; balances: ReadonlyMap<string, number> },
): Promise<Transfer[]> {
  const known = await findKnown(ctx, call.transfers);
  const fresh = call.transfers.filter((transfer) => !isReplay(transfer, known.get(transfer.idempotency_key)));
  checkFloors(fresh, call.balances);
  if (fresh.length === 0) return [];
  const ids = await write(ctx, fresh, call.accounts);
  return ids === undefined ? fresh : dropReplays(ctx, fresh, ids);
}

/** The database has the last word on floors: a call whose replays are passed over may break one that it kept as a whole. */
async function write(ctx: Ctx, transfers: readonly Transfer[], accounts: readonly Account[]) {
  try {
    return await insertTransfers(ctx, transfers, accounts);
  } catch (error) {
    if (databaseError(error)?.code !== CHECK_VIOLATION) throw error;
    throw new AppError('conflict', 'A balance would break its floor. Nothing was changed.');
  }
}

/** Some keys were there: with the same content they are passed over, else everything is undone. */
async function dropReplays(ctx: Ctx, transfers: readonly Transfer[], ids: ReadonlySet<string>): Promise<Transfer[]> {
  const known = await findKnown(ctx, transfers);
  return transfers.filter((transfer) => {
    const stored = known.get(transfer.idempotency_key);
    return stored === undefined || ids.has(stored.id) || !isReplay(transfer, stored);
  });
}

async function findKnown(ctx: Ctx, transfers: readonly Transfer[]): Promise<Map<string, TransferRow>> {
  const found = await findTransfers(ctx, keysOf(transfers));
  return new Map(found.map((transfer) => [transfer.idempotency_key, transfer]));
}

function balancesOf(accounts: readonly Account[]): Map<string, number> {
  return new Map(accounts.map((account) => [accountKey(account, account.currency), account.balance_minor]));
}

function keysOf(transfers: readonly Transfer[]): string[] {
  return transfers.map((transfer) => transfer.idempotency_key);
}

function checkShapes(transfers: readonly Transfer[]): void {
  const keys = new Set<string>();
  for (const transfer of transfers) {
    const message = refuseShape(transfer);
    if (message) throw new AppError('unprocessable', message, { idempotency_key: transfer.idempotency_key });
    if (keys.has(transfer.idempotency_key)) throw keyConflict(transfer.idempotency_key);
    keys.add(transfer.idempotency_key);
  }
}

function isReplay(transfer: Transfer, known: Transfer | undefined): boolean {
  if (!known) return false;
  if (content(known) === content(transfer)) return true;
  throw keyConflict(transfer.idempotency_key);
}

function content({ event, debit, credit, currency, amount_minor, ref_kind, ref_id, reason }: Transfer): string {
  return JSON.stringify([
    event,
    accountKey(debit, currency),
    accountKey(credit, currency),
    amount_minor,
    ref_kind,
    ref_id,
    reason ?? null,
  ]);
}

function keyConflict(key: string): AppError {
  return new AppError('conflict', `The ledger already holds a different transfer under the key ${key}.`, {
    hint: 'Nothing was changed. A correction is a reversing transfer with a key of its own.',
  });
}

function checkFloors(transfers: readonly Transfer[], balances: ReadonlyMap<string, number>): void {
  const refusal = refuseOverdraft(transfers, balances);
  if (!refusal) return;
  throw new AppError('conflict', `${refusal.message} Nothing was changed.`, { event: refusal.transfer.event });
}

const CHECK_VIOLATION = '23514';

/** The ledger explorer: accounts and their balances. */
export async function listLedgerAccounts(ctx: Ctx, query: LedgerAccountQuery): Promise<Page<NamedAccount>> {
  requireScope(ctx, 'money:read');
  const found = await listAccounts(ctx, { ...query, limit: query.per_page, offset: offsetOf(query) });
  return { ...found, page: query.page, per_page: query.per_page };
}

/** The ledger explorer: transfers, newest first. */
export async function listLedgerTransfers(ctx: Ctx, query: LedgerTransferQuery): Promise<LedgerTransferPage> {
  requireScope(ctx, 'money:read');
  const { items, total } = await listTransfers(ctx, { ...query, limit: query.per_page, offset: offsetOf(query) });
  const shown = items.map(({ debit_owner_name, credit_owner_name, ...row }) => ({
    ...row,
    debit: { ...row.debit, owner_name: debit_owner_name },
    credit: { ...row.credit, owner_name: credit_owner_name },
    reason: row.reason ?? null,
    at: row.at.toISOString(),
  }));
  return { items: shown, total, page: query.page, per_page: query.per_page };
}

/** Every violated invariant of the books (domain.md §8); an empty list when they are sound. */
export async function checkBooks(ctx: Ctx): Promise<Violation[]> {
  requireScope(ctx, 'money:read');
  return checkInvariants(ctx.db);
}
