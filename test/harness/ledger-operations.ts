import {
  type AccountKind,
  type AccountRef,
  accountKey,
  type LedgerEvent,
  type Transfer,
} from '../../src/money/ledger/model.ts';

const MOVES: [LedgerEvent, AccountKind, AccountKind][] = [
  ['accrue', 'programme.expense', 'partner.pending'],
  ['mature', 'partner.pending', 'partner.available'],
  ['hold', 'partner.pending', 'partner.held'],
  ['hold', 'partner.available', 'partner.held'],
  ['release', 'partner.held', 'partner.pending'],
  ['release', 'partner.held', 'partner.available'],
  ['reverse', 'partner.pending', 'programme.expense'],
  ['reverse', 'partner.held', 'programme.expense'],
  ['reverse', 'partner.available', 'programme.expense'],
  ['payout_claimed', 'partner.available', 'payout.in_transit'],
  ['withheld', 'partner.available', 'tax.withheld'],
  ['payout_confirmed', 'payout.in_transit', 'cash'],
  ['payout_failed', 'payout.in_transit', 'partner.available'],
  ['payout_failed', 'tax.withheld', 'partner.available'],
  ['payout_returned', 'cash', 'partner.available'],
  ['writeoff', 'writeoff', 'partner.available'],
  ['credit_granted', 'programme.expense', 'company.credit'],
  ['credit_used', 'company.credit', 'credit.used'],
  ['credit_lapsed', 'company.credit', 'programme.expense'],
];

const FREE: AccountKind[] = ['partner.available', 'writeoff', 'fx'];

/** The rules that speak of the ledger alone; the others need commissions and payouts behind the transfers. */
export const PURE_RULES: ReadonlySet<string> = new Set([
  'the balances of a currency sum to 0',
  'a balance is the sum of its transfers',
  'a balance keeps its floor',
  'a transfer stays in its currency',
  'an idempotency key is used once',
]);

/** One call: several transfers, all or none. `isLegal`: no floor breaks, one after the other. */
export type LedgerCall = { transfers: Transfer[]; isLegal: boolean };

/** What the books should say, kept in memory by the plainest possible means, and random calls that move them. */
export class LedgerGame {
  readonly balances = new Map<string, number>();
  readonly random: () => number;
  readonly partners: number;
  made = 0;

  constructor(random: () => number, partners: number) {
    this.random = random;
    this.partners = partners;
  }

  draw(below: number): number {
    return Math.floor(this.random() * below);
  }

  /** A call of about `size` transfers; one in thirty is left as it fell, and mostly illegal. */
  next(size: number): LedgerCall {
    const isWild = this.random() < 1 / 30;
    const transfers: Transfer[] = [];
    const before = new Map<string, number>();
    let isLegal = true;
    for (let n = 0; n < size; n += 1) {
      const transfer = this.#transfer();
      const isAllowed = this.#move(transfer, before);
      if (!isAllowed && !isWild) continue;
      transfers.push(transfer);
      isLegal &&= isAllowed;
    }
    if (!isLegal) for (const [key, balance] of before) this.balances.set(key, balance);
    return { transfers, isLegal };
  }

  /** False, and nothing moved, when a floor would break. Balances touched for the first time are kept in `before`. */
  #move({ debit, credit, currency, amount_minor }: Transfer, before: Map<string, number>): boolean {
    const sides = [
      { ref: debit, by: -amount_minor },
      { ref: credit, by: amount_minor },
    ].map(({ ref, by }) => {
      const key = accountKey(ref, currency);
      const was = this.balances.get(key) ?? 0;
      return { kind: ref.kind, key, was, balance: was + by };
    });
    const isBroken = sides.some(({ kind, balance }) =>
      kind === 'programme.expense' ? balance > 0 : balance < 0 && !FREE.includes(kind),
    );
    if (isBroken) return false;
    for (const { key, was, balance } of sides) {
      if (!before.has(key)) before.set(key, was);
      this.balances.set(key, balance);
    }
    return true;
  }

  #transfer(): Transfer {
    const [event, from, to] = MOVES[this.draw(MOVES.length)] ?? ['accrue', 'programme.expense', 'partner.pending'];
    const currency = this.random() < 0.8 ? 'EUR' : 'HUF';
    const debit = this.#owned(from);
    const isWithin = from.startsWith('partner.') && to.startsWith('partner.');
    const credit = isWithin ? { kind: to, owner_id: debit.owner_id } : this.#owned(to);
    const there = this.balances.get(accountKey(debit, currency)) ?? 0;
    const most = there > 0 && this.random() < 0.9 ? there : 50_000;
    this.made += 1;
    const key = `t-${this.made}`;
    const amount_minor = 1 + this.draw(most);
    return { idempotency_key: key, event, debit, credit, currency, amount_minor, ref_kind: 'law', ref_id: key };
  }

  #owned(kind: AccountKind): AccountRef {
    if (kind === 'programme.expense') return { kind, owner_id: `pr_${this.draw(3)}` };
    if (kind.startsWith('partner.')) return { kind, owner_id: `pa_${this.draw(this.partners)}` };
    return { kind, owner_id: kind === 'payout.in_transit' ? `po_${this.draw(2 * this.partners)}` : 'company' };
  }
}
