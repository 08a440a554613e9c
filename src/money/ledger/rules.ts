import {
  type Account,
  type AccountKind,
  type AccountRef,
  accountKey,
  type LedgerEvent,
  type Transfer,
} from './model.ts';

const UNPAID: AccountKind[] = ['partner.pending', 'partner.held', 'partner.available'];

/** domain.md §8: which kind of account an event takes from and gives to. */
const MOVES: Record<LedgerEvent, { debit: AccountKind[]; credit: AccountKind[] }> = {
  accrue: { debit: ['programme.expense'], credit: ['partner.pending'] },
  mature: { debit: ['partner.pending'], credit: ['partner.available'] },
  hold: { debit: ['partner.pending', 'partner.available'], credit: ['partner.held'] },
  release: { debit: ['partner.held'], credit: ['partner.pending', 'partner.available'] },
  reverse: { debit: UNPAID, credit: ['programme.expense'] },
  payout_claimed: { debit: ['partner.available'], credit: ['payout.in_transit'] },
  withheld: { debit: ['partner.available'], credit: ['tax.withheld'] },
  payout_confirmed: { debit: ['payout.in_transit'], credit: ['cash'] },
  payout_failed: { debit: ['payout.in_transit', 'tax.withheld'], credit: ['partner.available'] },
  payout_returned: { debit: ['cash', 'tax.withheld'], credit: ['partner.available'] },
  convert: { debit: ['partner.available', 'fx'], credit: ['fx', 'partner.available'] },
  writeoff: { debit: ['writeoff'], credit: ['partner.available'] },
  credit_granted: { debit: ['programme.expense'], credit: ['company.credit'] },
  credit_used: { debit: ['company.credit'], credit: ['credit.used'] },
  credit_lapsed: { debit: ['company.credit'], credit: ['programme.expense'] },
};

/** May owe: everything else stays at or above 0, and an expense at or below it. */
const MAY_BE_NEGATIVE: AccountKind[] = ['programme.expense', 'partner.available', 'fx', 'writeoff'];

export type Refusal = { transfer: Transfer; message: string };

/** Why this transfer is not a movement the books know; undefined when it is one. */
export function refuseShape(transfer: Transfer): string | undefined {
  const move = MOVES[transfer.event];
  if (!Number.isSafeInteger(transfer.amount_minor) || transfer.amount_minor <= 0)
    return `A transfer moves a whole amount above 0, not ${transfer.amount_minor}.`;
  if (!move.debit.includes(transfer.debit.kind) || !move.credit.includes(transfer.credit.kind))
    return `The event ${transfer.event} does not move money from ${transfer.debit.kind} to ${transfer.credit.kind}.`;
  if (accountKey(transfer.debit, transfer.currency) === accountKey(transfer.credit, transfer.currency))
    return 'A transfer moves money between two accounts.';
  return undefined;
}

/**
 * Whether the transfers, one after the other, keep every floor. The first that does not is named.
 * @param balances by `accountKey`; accounts that are not there stand at 0
 */
export function refuseOverdraft(
  transfers: readonly Transfer[],
  balances: ReadonlyMap<string, number>,
): Refusal | undefined {
  const now = new Map(balances);
  for (const transfer of transfers) {
    const message =
      move(now, transfer.debit, transfer.currency, -transfer.amount_minor) ??
      move(now, transfer.credit, transfer.currency, transfer.amount_minor);
    if (message) return { transfer, message };
  }
  return undefined;
}

function move(now: Map<string, number>, ref: AccountRef, currency: string, by: number): string | undefined {
  const key = accountKey(ref, currency);
  const balance = (now.get(key) ?? 0) + by;
  now.set(key, balance);
  const name = `${ref.kind} of ${ref.owner_id} in ${currency}`;
  if (!Number.isSafeInteger(balance)) return `The balance of ${name} would pass 2^53-1 minor units.`;
  if (balance < 0 && !MAY_BE_NEGATIVE.includes(ref.kind)) return `The balance of ${name} would fall to ${balance}.`;
  if (balance > 0 && ref.kind === 'programme.expense') return `The balance of ${name} would rise to ${balance}.`;
  return undefined;
}

/** The accounts of the transfers, each once, in the one order everybody locks them. */
export function lockOrder(transfers: readonly Transfer[]): Pick<Account, 'kind' | 'owner_id' | 'currency'>[] {
  const refs = new Map<string, Pick<Account, 'kind' | 'owner_id' | 'currency'>>();
  for (const { debit, credit, currency } of transfers) {
    for (const { kind, owner_id } of [debit, credit])
      refs.set(accountKey({ kind, owner_id }, currency), { kind, owner_id, currency });
  }
  return [...refs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref);
}
