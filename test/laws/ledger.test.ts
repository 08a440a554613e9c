import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import {
  type AccountKind,
  type AccountRef,
  accountKey,
  type LedgerEvent,
  type Transfer,
} from '../../src/money/ledger/model.ts';
import { checkBooks, listLedgerAccounts, postTransfers } from '../../src/money/ledger/service.ts';
import { inTransaction } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { type Random, seededRandom } from '../../src/stats/random.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

/** The rules that speak of the ledger alone; the others need commissions and payouts behind the transfers. */
const PURE = new Set([
  'the balances of a currency sum to 0',
  'a balance is the sum of its transfers',
  'a balance keeps its floor',
  'a transfer stays in its currency',
  'an idempotency key is used once',
]);
const OPERATIONS = 17_000;
const SEED = Number(process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));

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
  ['payout_returned', 'cash', 'partner.available'],
  ['writeoff', 'writeoff', 'partner.available'],
  ['credit_granted', 'programme.expense', 'company.credit'],
  ['credit_used', 'company.credit', 'credit.used'],
  ['credit_lapsed', 'company.credit', 'programme.expense'],
];

const FREE: AccountKind[] = ['partner.available', 'writeoff', 'fx'];

/** What the books should say, kept in memory by the plainest possible means. */
class Model {
  readonly balances = new Map<string, number>();
  readonly posted: Transfer[] = [];

  balance(ref: AccountRef, currency: string): number {
    return this.balances.get(accountKey(ref, currency)) ?? 0;
  }

  /** False, and nothing changed, when a floor would break. */
  post(transfers: Transfer[]): boolean {
    const next = new Map(this.balances);
    for (const { debit, credit, currency, amount_minor } of transfers) {
      for (const [ref, by] of [
        [debit, -amount_minor],
        [credit, amount_minor],
      ] as const) {
        const balance = (next.get(accountKey(ref, currency)) ?? 0) + by;
        next.set(accountKey(ref, currency), balance);
        if (ref.kind === 'programme.expense' ? balance > 0 : balance < 0 && !FREE.includes(ref.kind)) return false;
      }
    }
    for (const [key, balance] of next) this.balances.set(key, balance);
    this.posted.push(...transfers);
    return true;
  }
}

function owner(kind: AccountKind, draw: (n: number) => number): string {
  if (kind === 'programme.expense') return `pr_${draw(3)}`;
  if (kind.startsWith('partner.')) return `pa_${draw(6)}`;
  return kind === 'payout.in_transit' ? `po_${draw(12)}` : 'company';
}

describe('the ledger', () => {
  let database: Database;
  let ctx: TestCtx;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database);
  });
  afterAll(() => database.close());

  it(`keeps every invariant through ${OPERATIONS} random transfers (GOODWORD_SEED=${SEED})`, async () => {
    const random: Random = seededRandom(SEED);
    const draw = (n: number) => Math.floor(random() * n);
    const model = new Model();
    const counts = { posted: 0, refused: 0, replayed: 0, conflicts: 0 };

    function randomTransfer(key: string): Transfer {
      const [event, from, to] = MOVES[draw(MOVES.length)] ?? ['accrue', 'programme.expense', 'partner.pending'];
      const currency = random() < 0.8 ? 'EUR' : 'HUF';
      const debit = { kind: from, owner_id: owner(from, draw) };
      const credit = {
        kind: to,
        owner_id: from.startsWith('partner.') && to.startsWith('partner.') ? debit.owner_id : owner(to, draw),
      };
      const there = model.balance(debit, currency);
      const most = there > 0 && random() < 0.9 ? there : 50_000;
      return {
        idempotency_key: key,
        event,
        debit,
        credit,
        currency,
        amount_minor: 1 + draw(most),
        ref_kind: 'law',
        ref_id: key,
      };
    }

    /** The database and the model must give the same answer. */
    async function post(transfers: Transfer[]): Promise<void> {
      const isLegal = model.post(transfers);
      const answer = await inTransaction(ctx, (ctx) => postTransfers(ctx, transfers)).catch((error: unknown) => error);
      if (isLegal) expect(answer).toHaveLength(transfers.length);
      else expect(answer).toMatchObject({ code: 'conflict' });
      counts[isLegal ? 'posted' : 'refused'] += transfers.length;
    }

    for (let done = 0; done < OPERATIONS; ) {
      const size = Math.min(OPERATIONS - done, 1 + draw(36));
      const known = model.posted[draw(model.posted.length)];
      const dice = random();
      if (dice < 0.05 && known) {
        expect(await inTransaction(ctx, (ctx) => postTransfers(ctx, [known]))).toEqual([]);
        counts.replayed += 1;
        done += 1;
      } else if (dice < 0.1 && known) {
        const other = { ...known, amount_minor: known.amount_minor + 1 };
        await expect(inTransaction(ctx, (ctx) => postTransfers(ctx, [other]))).rejects.toThrow(AppError);
        counts.conflicts += 1;
        done += 1;
      } else {
        // Most calls are made legal step by step, so that long histories grow; the rest are left as they fell.
        const call: Transfer[] = [];
        const trial = new Model();
        for (const [key, balance] of model.balances) trial.balances.set(key, balance);
        for (let n = 0; n < size; n += 1) {
          const transfer = randomTransfer(`t-${done + n}`);
          if (dice > 0.97 || trial.post([transfer])) call.push(transfer);
        }
        if (call.length > 0) await post(call);
        done += size;
      }
    }

    const { items } = await listLedgerAccounts(ctx, { page: 1, per_page: 200 });
    const stored = new Map(items.map((account) => [accountKey(account, account.currency), account.balance_minor]));
    for (const [key, balance] of model.balances) expect([key, stored.get(key) ?? 0]).toEqual([key, balance]);
    expect((await checkBooks(ctx)).filter(({ invariant }) => PURE.has(invariant))).toEqual([]);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  }, 600_000);
});
